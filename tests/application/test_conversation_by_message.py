"""The course of a conversation: taps, holds, moves, cancellations, people, languages, silence."""

from datetime import timedelta

import msgspec
import pytest

from application.ports import Append
from domain.appointment import AppointmentMoved
from domain.conversation import (
    BotReleased,
    ConversationStarted,
    Kind,
    MessageReceived,
    MessageUnderstood,
    PersonCalled,
    ReplyComposed,
    ShopTold,
)
from domain.customer import Address, AddressLearned, OptedIn, OptedOut
from domain.diary import DiaryKey, TimeClaimed, TimeHeld, TimeReleased
from domain.identifiers import CustomerId
from domain.reply import Choice
from tests.application.counter import (
    DEMO,
    MADRID,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    Counter,
    Writer,
    at,
    text,
)

ANYONE = "Book haircut tomorrow at 2pm"
MENU = ("Book", "My appointments", "Talk to a person")
AGREE = ("Confirm", "Other time", "Not now")
EXPIRY = timedelta(minutes=10)
DAY = timedelta(hours=24)


async def hold(writer: Writer) -> Choice:
    """Hold Tuesday at nine, and tell which button confirms it."""
    await writer.says("haircut tomorrow")
    await writer.taps("Tue 24 Nov 9:00 am")
    return writer.shown("Confirm")


async def test_step_by_step_a_list_a_hold_and_a_button_book(counter: Counter, ana: Writer) -> None:
    await ana.says("I want to book")
    await ana.taps("Haircut")
    await ana.taps(ana.titles[0])

    said = await ana.taps("Confirm")

    assert len(await counter.booked()) == 1
    assert "Booked ✔" in said
    assert ana.titles == ("Move it", "Cancel it")


async def test_a_hold_says_what_it_holds_until_when_and_by_which_policy(ana: Writer) -> None:
    await hold(ana)

    said = ana.screen[-1].body
    assert "*Tuesday 24 November, 9:00 am* with Marco until 10:15 am" in said
    assert "Haircut, 30 min, $25" in said
    assert text("policy.default") in said


async def test_a_new_hold_releases_the_old_one(counter: Counter, ana: Writer) -> None:
    await hold(ana)
    await ana.taps("Other time")

    await ana.taps(ana.titles[1])

    first, second = await counter.events(TimeHeld)
    (released,) = await counter.events(TimeReleased)
    assert (released.claim_id, released.why) == (first.hold_id, "replaced")
    assert second.start > first.start


async def test_whoever_does_not_want_it_gives_the_time_back(counter: Counter, ana: Writer) -> None:
    await hold(ana)

    said = await ana.taps("Not now")

    (released,) = await counter.events(TimeReleased)
    assert released.why == "declined"
    assert said == text("dropped")


async def test_held_time_is_offered_to_nobody_else(ana: Writer, leo: Writer) -> None:
    await hold(ana)

    said = await leo.says("Book haircut with Marco tomorrow at 9am")

    assert text("refused.held", when="Tuesday 24 November, 9:00 am") in said


async def test_a_repeated_confirmation_says_that_it_is_confirmed(
    counter: Counter, ana: Writer
) -> None:
    confirm = await hold(ana)
    await ana.taps(confirm)

    said = await ana.taps(confirm)

    (booked,) = await counter.booked()
    assert f"#{booked.code}" in said
    assert said.startswith("Already confirmed")
    assert ana.titles == ("Move it", "Cancel it")


async def test_a_tap_of_a_booking_that_was_given_up_is_stale(counter: Counter, ana: Writer) -> None:
    confirm = await hold(ana)
    await ana.taps("Not now")

    said = await ana.taps(confirm)

    assert said == text("stale")
    assert await counter.booked() == ()


async def test_a_tap_that_was_never_shown_is_stale(ana: Writer) -> None:
    await ana.says("hello")

    said = await ana.sends(ana.message(kind="tap", tap="confirm:nobody.0.0"))

    assert said == text("stale")
    assert ana.titles == MENU


async def test_a_tap_as_the_very_first_message_is_answered(ana: Writer) -> None:
    said = await ana.sends(ana.message(kind="tap", tap="book"))

    assert "reply STOP any time" in said
    assert ana.titles == MENU


async def test_the_confirmation_of_a_replaced_hold_books_nothing(
    counter: Counter, ana: Writer
) -> None:
    confirm = await hold(ana)
    await ana.taps("Other time")
    await ana.taps(ana.titles[1])

    await ana.taps(confirm)

    assert await counter.booked() == ()


async def test_an_expired_hold_that_is_still_free_is_offered_again(
    counter: Counter, ana: Writer
) -> None:
    confirm = await hold(ana)
    counter.clock.forward(EXPIRY)

    said = await ana.taps(confirm)

    assert said == text("ended", until="10:15 am")
    assert await counter.booked() == ()
    await ana.taps("Hold it again")
    await ana.taps("Confirm")
    assert [one.start for one in await counter.booked()] == [at("09:00")]


async def test_a_hold_is_good_until_its_last_moment(counter: Counter, ana: Writer) -> None:
    confirm = await hold(ana)
    counter.clock.forward(EXPIRY - timedelta(microseconds=1))

    await ana.taps(confirm)

    assert [one.start for one in await counter.booked()] == [at("09:00")]


async def test_an_expired_hold_that_another_took_is_answered_with_other_times(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    confirm = await hold(ana)
    counter.clock.forward(EXPIRY)
    await leo.says("Book haircut with Marco tomorrow at 9am")

    said = await ana.taps(confirm)

    assert text("ended.taken", until="10:15 am") in said
    assert len(ana.titles) == 4
    assert [one.customer_id for one in await counter.booked()] == [leo.id]


async def test_of_two_who_race_for_one_offer_the_second_is_told_and_gets_others(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    await ana.says("haircut with Marco tomorrow")
    await leo.says("haircut with Marco tomorrow")
    counter.store.meanwhile.append(lambda: leo.taps("Tue 24 Nov 9:00 am"))

    await ana.taps("Tue 24 Nov 9:00 am")

    (held,) = await counter.events(TimeHeld)
    assert held.customer_id == leo.id
    assert ana.titles == (
        "Tue 24 Nov 9:30 am",
        "Tue 24 Nov 10:00 am",
        "Tue 24 Nov 10:30 am",
        "More times",
    )


async def begin_to_move(ana: Writer) -> None:
    await ana.says(ANYONE)
    await ana.says("move my appointment to wednesday at 4pm")


async def test_a_move_shows_the_old_time_and_the_new_one_before_the_tap(
    counter: Counter, ana: Writer
) -> None:
    await begin_to_move(ana)

    said = ana.screen[-1].body
    assert said.index("Tuesday 24 November, 2:00 pm") < said.index(
        "*Wednesday 25 November, 4:00 pm* with Marco"
    )
    assert ana.titles == AGREE
    assert await counter.moved() == ()


async def test_a_move_takes_the_new_time_before_it_releases_the_old_in_one_append(
    counter: Counter, ana: Writer
) -> None:
    await begin_to_move(ana)

    await ana.taps("Confirm")

    last = counter.store.appended[-1]
    changes = [
        type(event) for one in last if one.stream.startswith("diary:") for event in one.events
    ]
    assert changes == [TimeClaimed, TimeReleased]
    assert AppointmentMoved in _kinds(last)


async def test_a_move_across_days_frees_the_old_time_and_keeps_the_new(
    ana: Writer, leo: Writer
) -> None:
    await begin_to_move(ana)
    await ana.taps("Confirm")

    said = await leo.says("Book haircut with Marco tomorrow at 2pm")

    assert "Booked ✔" in said
    assert "is taken" in await leo.says("Book haircut with Marco on wednesday at 4pm")


async def test_a_move_across_barbers_is_one_append_too(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)
    await ana.says("move my appointment to Luis tomorrow at 4pm")

    await ana.taps("Confirm")

    streams = [one.stream for one in counter.store.appended[-1] if one.stream.startswith("diary:")]
    (moved,) = await counter.moved()
    assert (moved.barber_id, moved.start) == ("luis", at("16:00"))
    assert sorted(streams) == ["diary:demo:luis:2026-11-24", "diary:demo:marco:2026-11-24"]


async def test_a_move_within_the_day_may_overlap_the_old_time(
    counter: Counter, ana: Writer
) -> None:
    await ana.says(ANYONE)
    await ana.says("move my appointment to tomorrow at 2:15pm")

    await ana.taps("Confirm")

    assert [one.start for one in await counter.moved()] == [at("14:15")]


async def test_a_move_counts_for_no_further_booking(counter: Counter, ana: Writer) -> None:
    await ana.says("Book haircut on thursday at 2pm")
    await begin_to_move(ana)
    await ana.taps("Tue 24 Nov 2:00 pm")
    await ana.says("wednesday at 4pm")

    await ana.taps("Confirm")

    assert [one.start for one in await counter.moved()] == [at("16:00", WEDNESDAY)]


async def test_a_visit_that_began_while_it_was_being_moved_is_not_open_any_more(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("Book haircut today at 2pm")
    counter.clock.set(at("13:55", MONDAY))
    await ana.says("move my appointment to today at 5pm")
    counter.clock.set(at("14:01", MONDAY))

    said = await ana.taps("Confirm")

    assert said == text("cancel.already")
    assert await counter.moved() == ()


async def test_a_cancellation_in_time_costs_nothing(counter: Counter, ana: Writer) -> None:
    await ana.says("Book haircut on wednesday at 2pm")
    await ana.says("cancel my appointment")

    said = await ana.taps("Cancel it")

    (cancelled,) = await counter.cancelled()
    assert (cancelled.by, cancelled.late) == ("customer", False)
    assert said.startswith(text("cancel.done", visit="").rstrip(" ."))


async def test_a_cancellation_inside_the_cutoff_is_late_and_says_so_before_and_after(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("Book haircut today at 2pm")

    asked = await ana.says("cancel my appointment")
    said = await ana.taps("Cancel it")

    (cancelled,) = await counter.cancelled()
    assert text("policy.default") in asked
    assert text("policy.default") in said
    assert cancelled.late


async def test_a_cancellation_frees_its_time_and_is_one_append(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    await ana.says("Book haircut with Marco tomorrow at 2pm")
    await ana.says("cancel my appointment")
    await ana.taps("Cancel it")
    appended = counter.store.appended[-1]

    said = await leo.says("Book haircut with Marco tomorrow at 2pm")

    assert {one.stream.partition(":")[0] for one in appended} == {
        "conversation",
        "customer",
        "diary",
        "appointment",
    }
    assert "Booked ✔" in said


async def test_a_second_tap_on_cancel_cancels_nothing_more(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)
    await ana.says("cancel my appointment")
    cancel = ana.shown("Cancel it")
    await ana.taps(cancel)

    said = await ana.taps(cancel)

    assert said == text("cancel.already")
    assert len(await counter.cancelled()) == 1


async def test_what_is_kept_stays(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)
    await ana.says("cancel my appointment")

    said = await ana.taps("Keep it")

    assert "Haircut with Marco, *Tuesday 24 November, 2:00 pm*" in said
    assert await counter.cancelled() == ()


async def test_a_price_asked_in_the_middle_of_a_booking_does_not_end_it(
    counter: Counter, ana: Writer
) -> None:
    await hold(ana)
    confirm = ana.shown("Confirm")
    await ana.says("how much is a shave?")

    await ana.taps(confirm)

    assert [one.start for one in await counter.booked()] == [at("09:00")]


@pytest.mark.parametrize("misses", [1, 2])
async def test_what_is_not_understood_is_said_with_a_way_out(
    counter: Counter, ana: Writer, misses: int
) -> None:
    said = [await ana.says("asdf qwer zxcv") for _ in range(misses)][-1]

    assert said.endswith(text("unknown"))
    assert ana.titles == MENU
    assert await counter.events(PersonCalled) == ()


async def test_the_third_miss_in_a_row_calls_a_person(counter: Counter, ana: Writer) -> None:
    await ana.says("asdf qwer zxcv")
    await ana.says("asdf qwer zxcv")

    said = await ana.says("asdf qwer zxcv")

    assert [one.why for one in await counter.events(PersonCalled)] == ["not_understood"]
    assert said.startswith(text("person.missed", owner="Sam"))


async def test_a_message_that_is_understood_ends_the_row_of_misses(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("asdf qwer zxcv")
    await ana.says("asdf qwer zxcv")
    await ana.says("what time do you open?")

    await ana.says("asdf qwer zxcv")

    assert await counter.events(PersonCalled) == ()


async def test_while_a_person_answers_the_bot_records_and_says_nothing(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("I want to talk to a person")

    said = await ana.says(ANYONE)

    assert said == ""
    assert (await counter.events(MessageReceived))[-1].text == ANYONE
    assert await counter.booked() == ()


async def test_after_twelve_hours_the_bot_is_back(counter: Counter, ana: Writer) -> None:
    await ana.says("I want to talk to a person")
    counter.clock.forward(timedelta(hours=12))

    said = await ana.says("hello")

    assert said.startswith("Hi Ana!")
    assert await counter.events(BotReleased) == (BotReleased(),)


async def test_a_moment_before_twelve_hours_the_bot_is_silent(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("I want to talk to a person")
    counter.clock.forward(timedelta(hours=12) - timedelta(seconds=1))

    assert await ana.says("hello") == ""


async def test_stop_counts_while_a_person_answers_too(counter: Counter, ana: Writer) -> None:
    await ana.says("I want to talk to a person")

    said = await ana.says("STOP")

    assert said == ""
    assert await counter.events(OptedOut) == (OptedOut(),)


async def test_after_a_day_of_silence_a_new_conversation_begins_in_the_same_language(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("hola, quiero ver los precios")
    counter.clock.forward(DAY)

    await ana.says("ok")

    first, second = await counter.events(ConversationStarted)
    assert first.conversation_id != second.conversation_id
    assert (second.language, second.language_settled) == ("es", True)


async def test_within_a_day_the_conversation_goes_on(counter: Counter, ana: Writer) -> None:
    await ana.says("hello")
    counter.clock.forward(DAY - timedelta(seconds=1))

    await ana.says("hello")

    assert len(await counter.events(ConversationStarted)) == 1


async def test_a_booking_is_known_in_the_next_conversation(counter: Counter, ana: Writer) -> None:
    await ana.says("Book haircut on friday at 2pm")
    counter.clock.forward(DAY)

    said = await ana.says("my appointments")

    assert "Haircut with Marco, *Friday 27 November, 2:00 pm*" in said


@pytest.mark.parametrize("word", ["ok", "2", "si", "👍", "no"])
async def test_a_small_word_never_switches_the_language(ana: Writer, word: str) -> None:
    await ana.says("hello, what are your prices?")

    await ana.says(word)

    assert set(ana.titles) & {"Reservar", "Confirmar", "Mis citas"} == set()


async def test_a_sentence_in_the_other_language_does_not_switch_it_either(ana: Writer) -> None:
    await ana.says("hello, what are your prices?")

    said = await ana.says("¿a qué hora abren mañana?")

    assert "Opening hours" in said


async def test_an_explicit_wish_switches_the_language_and_is_remembered(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("hello, what are your prices?")

    said = await ana.says("en español por favor")

    assert said.startswith(text("language", "es"))
    counter.clock.forward(DAY)
    await ana.says("ok")
    assert ana.titles == ("Reservar", "Mis citas", "Hablar con alguien")


async def test_the_first_answer_ever_says_who_answers_and_how_to_stop(
    counter: Counter, ana: Writer
) -> None:
    first = await ana.says(ANYONE)
    counter.clock.forward(DAY)

    later = await ana.says("hello")

    assert first.startswith(text("intro", shop="Central Barbershop"))
    assert "STOP" not in later


async def test_the_greeting_does_not_introduce_itself_twice(ana: Writer) -> None:
    said = await ana.says("hello")

    assert said.count("booking assistant") == 1


@pytest.mark.parametrize(("word", "language"), [("STOP", "en"), ("BAJA", "es")])
async def test_opting_out_never_cancels(
    counter: Counter, ana: Writer, word: str, language: str
) -> None:
    await ana.says("Reserva un corte mañana a las 2 de la tarde" if language == "es" else ANYONE)

    said = await ana.says(word)

    assert await counter.events(OptedOut) == (OptedOut(),)
    assert await counter.cancelled() == ()
    assert ("still stands" in said) or ("sigue en pie" in said)


async def test_stop_within_a_sentence_is_no_opting_out(counter: Counter, ana: Writer) -> None:
    await ana.says("where does the bus stop near you?")

    assert await counter.events(OptedOut) == ()


async def test_start_brings_reminders_back(counter: Counter, ana: Writer) -> None:
    await ana.says("STOP")

    await ana.says("START")

    assert await counter.events(OptedIn) == (OptedIn(),)


async def test_a_sender_without_a_phone_is_answered_where_the_message_came_from(
    counter: Counter,
) -> None:
    address = Address(bsuid="US.77700000000000000007", username="@sam.cut")
    sam = Writer(counter, CustomerId("sam"), address, None)

    await sam.says(ANYONE)

    assert [one.address for one in await counter.events(ReplyComposed)] == [address]
    assert [one.customer_id for one in await counter.booked()] == ["sam"]


async def test_answers_go_to_the_identifier_of_the_last_message(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("hello")
    ana.address = Address(wa_id="15550100111", bsuid="US.1")

    await ana.says("hello")

    assert await counter.events(AddressLearned) == (AddressLearned(address=ana.address),)
    assert (await counter.events(ReplyComposed))[-1].address == ana.address


@pytest.mark.parametrize("kind", ["sticker", "reaction", "system", "revoke"])
async def test_stickers_and_their_like_are_recorded_and_not_answered(
    counter: Counter, ana: Writer, kind: Kind
) -> None:
    message = ana.message(kind=kind, raw='{"type":"sticker"}')

    said = await ana.sends(message)

    assert said == ""
    assert await counter.events(MessageReceived) == (message.message,)


@pytest.mark.parametrize("kind", ["unrecognised", "unsupported", "contacts", "order", "edit"])
async def test_what_cannot_be_read_is_kept_as_it_came_and_asked_for_as_text(
    counter: Counter, ana: Writer, kind: Kind
) -> None:
    raw = '{"type":"hologram","hologram":{"depth":3}}'

    said = await ana.sends(ana.message(kind=kind, raw=raw))

    assert [one.raw for one in await counter.events(MessageReceived)] == [raw]
    assert said.endswith(text("unreadable"))


async def test_a_voice_note_is_asked_for_as_text(ana: Writer) -> None:
    assert (await ana.sends(ana.message(kind="audio", raw="{}"))).endswith(text("voice"))


@pytest.mark.parametrize("kind", ["image", "video", "document"])
async def test_pictures_and_files_are_passed_on(counter: Counter, ana: Writer, kind: Kind) -> None:
    await ana.sends(ana.message(kind=kind, text="like this", raw="{}"))

    assert await counter.events(ShopTold) == (ShopTold(about="media", detail=f"{kind} like this"),)


async def test_a_location_is_answered_with_the_shops_own(ana: Writer) -> None:
    await ana.says("hello")

    await ana.sends(ana.message(kind="location", raw="{}"))

    pin, words = ana.screen
    assert pin.location is not None
    assert DEMO.place.address in words.body


async def test_a_tap_is_understood_as_a_tap(counter: Counter, ana: Writer) -> None:
    await ana.says("hello")

    await ana.taps("Book")

    understood = (await counter.events(MessageUnderstood))[-1]
    assert (understood.intents, understood.source) == (("tap",), "tap")


async def test_no_personal_data_is_readable_in_what_is_stored(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("Book haircut tomorrow at 2pm, my name is Peregrina")
    await ana.says("cancel my appointment")
    await ana.taps("Cancel it")
    await ana.sends(ana.message(kind="image", text="Outeiriño", raw='{"id":"7000042"}'))

    stored = counter.recorder.select_notifications(None, 1000)
    content = b"".join(f"{one.originator_id} {one.topic} ".encode() + one.state for one in stored)
    secrets = ("15550100111", "Ana", "Peregrina", "Book haircut", "Outeiriño", "7000042", "wamid")
    assert [one for one in secrets if one.encode() in content] == []
    assert b"haircut" in content


async def test_a_diary_is_not_touched_by_words_alone(counter: Counter, ana: Writer) -> None:
    await ana.says("what is free tomorrow?")
    await ana.says("haircut")

    key = DiaryKey(shop_id=DEMO.id, barber_id=DEMO.barbers[0].id, day=TUESDAY)
    assert await counter.store.load([key.stream]) == ((),)


def _kinds(appends: tuple[Append, ...]) -> set[type]:
    return {type(event) for one in appends for event in one.events}


async def test_whoever_began_with_a_sticker_is_introduced_by_the_first_answer(ana: Writer) -> None:
    await ana.sends(ana.message(kind="sticker", raw="{}"))

    said = await ana.says("what time do you open?")

    assert "booking assistant" in said


async def test_each_shop_introduces_itself(ana: Writer) -> None:
    await ana.says("hello")
    message = ana.text("hola")

    said = await ana.sends(msgspec.structs.replace(message, phone_number_id=MADRID.phone_number_id))

    assert "I'm Barbería Lavapiés's booking assistant" in said

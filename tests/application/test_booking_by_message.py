"""What one message, or several, lead to: whole bookings by the use case that answers."""

from datetime import timedelta

import pytest

from application.fallback_interpreter import RuleInterpreter
from application.ports import Stamp, Unavailable
from application.understanding.reading import Reading
from domain.appointment import AppointmentBooked
from domain.conversation import MessageReceived, MessageUnderstood, ReplyComposed
from domain.customer import CustomerMet, VisitPlanned
from domain.diary import DiaryKey, TimeBlocked, TimeClaimed, TimeHeld
from domain.identifiers import BarberId, BlockId
from domain.money import Money
from tests.application.counter import (
    DEMO,
    MONDAY,
    NOW,
    TUESDAY,
    WEDNESDAY,
    Counter,
    Writer,
    at,
    text,
)
from tests.fakes.interpreter import ScriptedInterpreter

ANYONE = "Book haircut tomorrow at 2pm"
MARCO = "Book haircut with Marco tomorrow at 2pm"
TWO = at("14:00")
HALF_AN_HOUR = timedelta(minutes=30)


async def test_a_complete_request_books_at_once(counter: Counter, ana: Writer) -> None:
    said = await ana.says(ANYONE)

    (booked,) = await counter.booked()
    assert (booked.start, booked.end, booked.barber_id) == (TWO, TWO + HALF_AN_HOUR, "marco")
    assert (booked.services, booked.price) == (("haircut",), Money(minor=2500, currency="USD"))
    assert "Haircut with Marco, *Tuesday 24 November, 2:00 pm* (30 min, $25)" in said
    assert f"#{booked.code}" in said


async def test_all_that_a_request_leads_to_is_one_append(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)

    (appends,) = counter.store.appended
    kinds = {one.stream.partition(":")[0]: {type(event) for event in one.events} for one in appends}
    assert {MessageReceived, MessageUnderstood, ReplyComposed} <= kinds["conversation"]
    assert {CustomerMet, VisitPlanned} <= kinds["customer"]
    assert (kinds["diary"], kinds["appointment"]) == ({TimeClaimed}, {AppointmentBooked})


async def test_everything_of_a_turn_has_its_instant_its_actor_and_one_correlation(
    counter: Counter, ana: Writer
) -> None:
    await ana.says(ANYONE)

    (stamp,) = {one.stamp for one in await counter.log()}
    expected = Stamp(
        at=NOW,
        actor="bot",
        cause=f"turn:{stamp.correlation}",
        correlation=stamp.correlation,
        policy=counter.shop.version,
    )
    assert stamp == expected


async def test_the_same_messages_again_record_nothing(counter: Counter, ana: Writer) -> None:
    message = ana.text(ANYONE)
    await ana.sends(message)
    before = await counter.log()

    await ana.sends(message)

    assert await counter.log() == before


async def test_a_message_that_came_a_day_late_is_answered_once_all_the_same(
    counter: Counter, ana: Writer
) -> None:
    message = ana.text("What time do you open?", late=timedelta(hours=25))
    await ana.sends(message)
    before = await counter.log()

    await ana.sends(message)

    assert await counter.log() == before


async def test_a_message_twice_in_one_batch_is_received_once(counter: Counter, ana: Writer) -> None:
    message = ana.text(ANYONE)

    await ana.sends(message, message)

    assert await counter.events(MessageReceived) == (message.message,)
    assert len(await counter.booked()) == 1


async def test_a_new_message_beside_an_answered_one_is_answered_alone(
    counter: Counter, ana: Writer
) -> None:
    old = ana.text(ANYONE)
    await ana.sends(old)

    said = await ana.sends(old, ana.text("where are you?"))

    assert "118 West 72nd Street" in said
    assert len(await counter.booked()) == 1


async def test_an_append_whose_answer_was_lost_is_not_made_twice(
    counter: Counter, ana: Writer
) -> None:
    message = ana.text(ANYONE)

    async def append_and_lose() -> None:
        await counter.answer(ana.id, (message,))
        raise Unavailable("event store")

    counter.store.meanwhile.append(append_and_lose)
    with pytest.raises(Unavailable):
        await ana.sends(message)

    await ana.sends(message)

    assert len(await counter.booked()) == 1
    assert len(await counter.replies()) == 1


async def test_several_texts_of_one_batch_are_one_request(counter: Counter, ana: Writer) -> None:
    said = await ana.says("Quiero un corte", "mañana a las 2 de la tarde")

    assert [one.start for one in await counter.booked()] == [TWO]
    assert len(await counter.replies()) == 1
    assert "*martes 24 de noviembre, 14:00*" in said


async def test_of_two_customers_who_race_for_a_time_one_has_it_and_the_other_three_others(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    counter.store.meanwhile.append(lambda: leo.says(MARCO))

    said = await ana.says(MARCO)

    (booked,) = await counter.booked()
    assert (booked.customer_id, booked.start) == (leo.id, TWO)
    assert "taken" in said
    assert ana.titles == (
        "Tue 24 Nov 1:00 pm",
        "Tue 24 Nov 1:30 pm",
        "Tue 24 Nov 2:30 pm",
        "More times",
    )


async def test_the_loser_of_a_race_has_recorded_nothing_of_what_it_lost(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    counter.store.meanwhile.append(lambda: leo.says(MARCO))

    await ana.says(MARCO)

    assert len(await counter.events(TimeClaimed)) == 1
    assert len(await counter.events(VisitPlanned)) == 1
    assert [one.address for one in await counter.events(ReplyComposed)] == [
        leo.address,
        ana.address,
    ]


async def test_whoever_takes_any_barber_and_loses_the_race_gets_another_at_that_time(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    counter.store.meanwhile.append(lambda: leo.says(ANYONE))

    await ana.says(ANYONE)

    assert [(one.customer_id, one.barber_id, one.start) for one in await counter.booked()] == [
        (leo.id, "marco", TWO),
        (ana.id, "luis", TWO),
    ]


async def test_a_race_that_is_lost_again_and_again_is_an_outage(
    counter: Counter, ana: Writer
) -> None:
    key = DiaryKey(shop_id=DEMO.id, barber_id=BarberId("marco"), day=TUESDAY)
    start = at("09:00")
    blocks = [
        TimeBlocked(
            block_id=BlockId(f"b{n}"), start=start, end=start + HALF_AN_HOUR, source="staff"
        )
        for n in range(30)
    ]
    counter.store.meanwhile += [
        lambda block=block: counter.add(key.stream, block)  # type: ignore[misc]
        for block in blocks
    ]

    with pytest.raises(Unavailable):
        await ana.says(MARCO)

    assert await counter.booked() == ()


async def test_a_model_is_asked_once_however_often_the_decision_is_made(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    reading = Reading(
        intents=("book",),
        services=("haircut",),
        barber="marco",
        day=TUESDAY,
        time=TWO.astimezone(DEMO.zone).time(),
        source="model",
    )
    model = ScriptedInterpreter(reading)
    await ana.says("hello")
    counter.answer = counter.answering(model)
    message = ana.text("chop chop, tuesday, two-ish")
    rules = counter.answering(RuleInterpreter())
    counter.store.meanwhile.append(lambda: rules(leo.id, (leo.text(MARCO),)))

    await ana.sends(message)

    assert model.asked == ["chop chop, tuesday, two-ish"]


async def test_a_barber_who_was_named_is_never_swapped(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    await leo.says(MARCO)

    await ana.says(MARCO)

    barbers = {
        choice.description.split(" · ")[0] for choice in ana.screen[-1].rows if choice.description
    }
    assert [one.customer_id for one in await counter.booked()] == [leo.id]
    assert barbers == {"with Marco", "Later times and other days"}


async def test_a_barber_who_does_not_do_it_is_not_swapped_either(
    counter: Counter, ana: Writer
) -> None:
    said = await ana.says("Hair colour with Marco tomorrow at 2pm")

    assert "Marco doesn't do" in said
    assert ana.titles == ("Luis", "Ana", "Anyone")
    assert await counter.booked() == ()


async def test_any_barber_is_the_usual_one_first(counter: Counter, ana: Writer) -> None:
    await ana.says("Book haircut with Ana tomorrow at 9am")

    await ana.says("Book haircut on wednesday at 2pm")

    assert [one.barber_id for one in await counter.booked()] == ["ana", "ana"]


async def test_any_barber_is_else_the_least_booked_of_that_day(
    counter: Counter, ana: Writer, leo: Writer
) -> None:
    await leo.says("Book haircut with Marco tomorrow at 9am")
    await leo.says("Book shave with Luis tomorrow at 5pm")

    await ana.says(ANYONE)

    assert (await counter.booked())[-1].barber_id == "ana"


async def test_nobody_has_more_than_two_bookings_open(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)
    await ana.says("Book haircut on wednesday at 2pm")

    said = await ana.says("Book haircut on thursday at 2pm")

    assert said == text("too_many", count=2)
    assert ana.titles == ("My appointments", "Talk to a person")
    assert len(await counter.booked()) == 2


async def test_a_third_booking_is_refused_where_a_time_is_tapped_too(
    counter: Counter, ana: Writer
) -> None:
    await ana.says(ANYONE)
    await ana.says("Book haircut on wednesday at 2pm")
    await ana.says("haircut on thursday")

    said = await ana.taps("Thu 26 Nov 9:00 am")

    assert said == text("too_many", count=2)
    assert len(await counter.booked()) == 2


async def test_a_booking_that_is_over_is_not_open_any_more(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)
    await ana.says("Book haircut on wednesday at 2pm")
    counter.clock.set(at("15:00"))

    await ana.says("Book haircut on thursday at 2pm")

    assert len(await counter.booked()) == 3


async def test_a_message_more_than_ten_minutes_late_holds_and_asks(
    counter: Counter, ana: Writer
) -> None:
    said = await ana.says(ANYONE, late=timedelta(minutes=10, seconds=1))

    assert await counter.booked() == ()
    assert [one.start for one in await counter.events(TimeHeld)] == [TWO]
    assert ana.titles == ("Confirm", "Other time", "Not now")
    assert said.startswith(text("intro", shop="Central Barbershop"))


async def test_a_message_ten_minutes_late_is_not_late_yet(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE, late=timedelta(minutes=10))

    assert [one.start for one in await counter.booked()] == [TWO]


async def test_a_late_confirmation_is_asked_again_and_then_counts(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("haircut tomorrow")
    await ana.taps("Tue 24 Nov 9:00 am")

    said = await ana.taps("Confirm", late=timedelta(minutes=11))

    assert said.startswith(text("late_message"))
    assert await counter.booked() == ()
    await ana.taps("Confirm")
    assert [one.start for one in await counter.booked()] == [at("09:00")]


ONE_OF_TWO_DAYS = Reading(
    intents=("book",),
    services=("haircut",),
    day=TUESDAY,
    other_days=(WEDNESDAY,),
    time=TWO.astimezone(DEMO.zone).time(),
)


async def test_what_is_ambiguous_is_asked_with_buttons_and_books_nothing(
    counter: Counter, ana: Writer
) -> None:
    counter.answer = counter.answering(ScriptedInterpreter(ONE_OF_TWO_DAYS))

    await ana.says("haircut at 2 on the day that I mean")

    assert ana.titles == ("Tue 24 Nov", "Wed 25 Nov")
    assert (await counter.booked(), await counter.events(TimeHeld)) == ((), ())


async def test_the_day_that_is_tapped_is_the_day_that_was_meant(
    counter: Counter, ana: Writer
) -> None:
    counter.answer = counter.answering(ScriptedInterpreter(ONE_OF_TWO_DAYS))
    await ana.says("haircut at 2 on the day that I mean")

    await ana.taps("Wed 25 Nov")

    assert [one.start for one in await counter.events(TimeHeld)] == [at("14:00", WEDNESDAY)]
    assert ana.titles == ("Confirm", "Other time", "Not now")


COMPLETE = Reading(
    intents=("book",),
    services=("haircut",),
    barber="marco",
    day=TUESDAY,
    time=TWO.astimezone(DEMO.zone).time(),
)


@pytest.mark.parametrize(
    "uncertain",
    [
        {"source": "model"},
        {"inferred": ("half_of_day",)},
        {"inferred": ("spelling",)},
        {"people": 2},
        {"intents": ("book", "availability")},
    ],
)
async def test_what_is_not_certain_is_held_for_a_tap(
    counter: Counter, ana: Writer, uncertain: dict[str, object]
) -> None:
    fields = {name: getattr(COMPLETE, name) for name in COMPLETE.__struct_fields__}
    reading = Reading(**{**fields, **uncertain})
    counter.answer = counter.answering(ScriptedInterpreter(reading))

    await ana.says("Book haircut tomorrow at 2pm with Marco")

    assert await counter.booked() == ()
    assert ana.titles == ("Confirm", "Other time", "Not now")


@pytest.mark.parametrize("guessed", ["confirm", "choose"])
async def test_what_a_model_read_never_books_without_a_tap(
    counter: Counter, ana: Writer, guessed: str
) -> None:
    yes = Reading(intents=(guessed,), choice=0, source="model")  # type: ignore[arg-type]
    counter.answer = counter.answering(ScriptedInterpreter(COMPLETE, yes, yes))
    await ana.says("Book haircut tomorrow at 2pm with Marco", late=timedelta(minutes=11))

    await ana.says("whatever, dude")
    await ana.says("go for it")

    assert await counter.booked() == ()
    assert ana.titles == ("Confirm", "Other time", "Not now")
    await ana.taps("Confirm")
    assert [one.start for one in await counter.booked()] == [TWO]


async def test_what_a_model_read_never_cancels_without_a_tap(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE)
    yes = Reading(intents=("confirm",), source="model")
    counter.answer = counter.answering(
        ScriptedInterpreter(Reading(intents=("cancel",), source="model"), yes)
    )
    await ana.says("I cannot make it, mate")

    await ana.says("do what you must")

    assert await counter.cancelled() == ()
    assert "Cancel it" in ana.titles


async def test_what_the_rules_read_may_confirm_in_words(counter: Counter, ana: Writer) -> None:
    await ana.says(ANYONE, late=timedelta(minutes=11))

    await ana.says("yes")

    assert [one.start for one in await counter.booked()] == [TWO]


async def test_today_is_the_shops_day(counter: Counter, ana: Writer) -> None:
    counter.clock.set(at("23:30", MONDAY))

    await ana.says("Book haircut tomorrow at 2pm")

    assert [one.start for one in await counter.booked()] == [TWO]

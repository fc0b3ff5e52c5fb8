"""A chat session: what it remembers, how long it lasts, and who is answering."""

from datetime import datetime, timedelta
from functools import reduce
from typing import Literal

import pytest

from domain.conversation import (
    BOT_RETURNS_AFTER,
    SILENCE,
    BookingDrafted,
    BotReleased,
    Conversation,
    ConversationEvent,
    ConversationStarted,
    DraftEnded,
    LanguageSwitched,
    Line,
    MessageReceived,
    MessageUnderstood,
    PersonCalled,
    ReplyComposed,
    ReplyProgressed,
    ReplySent,
    ShopTold,
    Shown,
    evolve,
    stream,
)
from domain.customer import Address
from domain.draft import Draft
from domain.identifiers import AppointmentId, ConversationId, CustomerId, ServiceId, ShopId
from domain.reply import Ask, Choice, Reply
from tests.domain.town import NOW, minutes

SECOND = timedelta(seconds=1)
ADDRESS = Address(wa_id="12125550100")

STARTED = ConversationStarted(
    conversation_id=ConversationId("t1"),
    customer_id=CustomerId("c1"),
    shop_id=ShopId("corner"),
    language="en",
    language_settled=False,
)
CALLED = PersonCalled(why="asked", at=NOW)
DRAFT = Draft(services=(ServiceId("cut"),))


def heard(message_id: str = "m1", text: str = "hi", sent_at: datetime = NOW) -> MessageReceived:
    return MessageReceived(message_id=message_id, kind="text", sent_at=sent_at, text=text)


def understood(*intents: str) -> MessageUnderstood:
    return MessageUnderstood(message_ids=("m1",), intents=intents, source="rules")


def choice(name: str) -> Choice:
    return Choice(id=name, title=name, meaning=Ask(topic="book"))


def said(reply_id: str = "r1", body: str = "hello", *choices: Choice) -> ReplyComposed:
    return ReplyComposed(
        reply_id=reply_id, address=ADDRESS, reply=Reply(body=body, buttons=choices), asked="service"
    )


def progressed(
    status: Literal["sent", "delivered", "read", "failed"], reply_id: str = "r1"
) -> ReplyProgressed:
    return ReplyProgressed(reply_id=reply_id, status=status)


def given(*events: ConversationEvent) -> Conversation:
    return reduce(evolve, events, Conversation())


# Its life


def test_a_session_starts_with_its_customer_shop_and_language() -> None:
    assert given(STARTED) == Conversation(
        id=ConversationId("t1"),
        customer_id=CustomerId("c1"),
        shop_id=ShopId("corner"),
        language="en",
    )


def test_a_session_that_never_began_is_over() -> None:
    assert given().over(NOW)


def test_a_session_is_over_after_a_day_of_silence() -> None:
    conversation = given(STARTED, heard())

    assert not conversation.over(NOW + SILENCE - SECOND)
    assert conversation.over(NOW + SILENCE)


def test_a_message_that_comes_late_does_not_shorten_the_session() -> None:
    conversation = given(STARTED, heard("m1"), heard("m2", sent_at=NOW - minutes(30)))

    assert conversation.heard_at == NOW


def test_what_the_shop_says_does_not_lengthen_the_session() -> None:
    assert given(STARTED, heard(), said()).heard_at == NOW


# Messages


def test_a_message_is_taken_in() -> None:
    conversation = given(STARTED)

    events = conversation.receive(heard())

    assert events == (heard(),)


def test_a_message_that_was_taken_in_is_not_taken_in_again() -> None:
    conversation = given(STARTED, heard("m1"), heard("m2"))

    events = conversation.receive(heard("m1"))

    assert events == ()


def test_both_sides_are_remembered_in_order() -> None:
    conversation = given(STARTED, heard(text="hi"), said(body="hello"))

    assert conversation.lines == (Line(by="customer", text="hi"), Line(by="shop", text="hello"))


def test_the_last_ten_lines_are_remembered() -> None:
    messages = [heard(f"m{n}", str(n)) for n in range(12)]
    conversation = given(STARTED, *messages)

    assert [line.text for line in conversation.lines] == [str(n) for n in range(2, 12)]


def test_every_message_is_known_again_even_when_its_line_is_forgotten() -> None:
    messages = [heard(f"m{n}", str(n)) for n in range(12)]
    conversation = given(STARTED, *messages)

    assert conversation.receive(messages[0]) == ()


def test_misunderstandings_in_a_row_are_counted() -> None:
    conversation = given(STARTED, understood("unknown"), understood("unknown"))

    assert conversation.misunderstood == 2


def test_what_is_understood_ends_the_row() -> None:
    conversation = given(STARTED, understood("unknown"), understood("book"))

    assert conversation.misunderstood == 0


def test_what_is_understood_in_part_is_no_misunderstanding() -> None:
    conversation = given(STARTED, understood("unknown"), understood("unknown", "book"))

    assert conversation.misunderstood == 0


# Language


def test_another_language_is_spoken_from_then_on() -> None:
    conversation = given(STARTED)

    events = conversation.speak("es")

    assert events == (LanguageSwitched(language="es"),)
    assert given(STARTED, *events).language == "es"


def test_a_guessed_language_can_be_settled() -> None:
    conversation = given(STARTED)

    events = conversation.speak("en")

    assert events == (LanguageSwitched(language="en"),)
    assert given(STARTED, *events).language_settled


def test_a_settled_language_is_not_switched_to_again() -> None:
    assert given(STARTED, LanguageSwitched(language="es")).speak("es") == ()


# Booking


def test_a_draft_is_kept_as_it_was_last_known() -> None:
    conversation = given(STARTED, BookingDrafted(draft=Draft()), BookingDrafted(draft=DRAFT))

    assert conversation.draft == DRAFT


def test_a_draft_that_ended_leaves_what_became_of_it_in_its_round() -> None:
    ended = DraftEnded(appointment_id=AppointmentId("a1"))
    conversation = given(STARTED, BookingDrafted(draft=DRAFT), ended)

    assert (conversation.draft, conversation.arranged) == (None, {0: "a1"})
    assert conversation.round == 1


def test_a_draft_that_came_to_nothing_leaves_nothing() -> None:
    conversation = given(STARTED, BookingDrafted(draft=DRAFT), DraftEnded())

    assert (conversation.draft, conversation.arranged, conversation.round) == (None, {}, 1)


def test_every_round_keeps_its_own_appointment() -> None:
    conversation = given(
        STARTED,
        DraftEnded(appointment_id=AppointmentId("a1")),
        DraftEnded(),
        DraftEnded(appointment_id=AppointmentId("a2")),
    )

    assert conversation.arranged == {0: "a1", 2: "a2"}


# Replies


def test_what_was_offered_last_and_what_was_ever_shown_are_known() -> None:
    first, second = choice("yes"), choice("no")
    conversation = given(
        STARTED, said("r1", "?", first), DraftEnded(), said("r2", "?", second), said("r3", "bye")
    )

    assert conversation.offered == ()
    assert conversation.shown == {
        "yes": Shown(choice=first, round=0),
        "no": Shown(choice=second, round=1),
    }


def test_replies_are_counted_and_what_they_ask_is_known() -> None:
    conversation = given(STARTED, said("r1"), said("r2"))

    assert (conversation.replies, conversation.asked) == (2, "service")


def test_a_sent_reply_is_sent() -> None:
    conversation = given(STARTED, said(), ReplySent(reply_id="r1", message_id="wamid.1"))

    assert conversation.progress == {"r1": "sent"}


@pytest.mark.parametrize("status", ["sent", "delivered", "read", "failed"])
def test_a_composed_reply_can_get_anywhere(
    status: Literal["sent", "delivered", "read", "failed"],
) -> None:
    conversation = given(STARTED, said())

    events = conversation.progress_to(progressed(status))

    assert events == (progressed(status),)
    assert given(STARTED, said(), *events).progress == {"r1": status}


@pytest.mark.parametrize("status", ["sent", "delivered"])
def test_a_delivered_reply_never_goes_back(status: Literal["sent", "delivered"]) -> None:
    conversation = given(STARTED, said(), progressed("delivered"))

    events = conversation.progress_to(progressed(status))

    assert events == ()


def test_a_delivered_reply_goes_on_to_be_read() -> None:
    conversation = given(STARTED, said(), progressed("delivered"))

    assert conversation.progress_to(progressed("read")) == (progressed("read"),)


def test_the_name_of_a_sent_reply_that_comes_late_does_not_set_it_back() -> None:
    late = ReplySent(reply_id="r1", message_id="wamid.1")

    assert given(STARTED, said(), progressed("read"), late).progress == {"r1": "read"}


def test_the_progress_of_an_unknown_reply_is_nothing() -> None:
    assert given(STARTED, said()).progress_to(progressed("read", "r9")) == ()


# Who is answering


def test_the_bot_is_silent_for_half_a_day_after_a_person_was_called() -> None:
    conversation = given(STARTED, CALLED)

    assert conversation.silent(NOW + BOT_RETURNS_AFTER - SECOND)
    assert not conversation.silent(NOW + BOT_RETURNS_AFTER)


def test_the_bot_answers_until_a_person_is_called() -> None:
    assert not given(STARTED, heard()).silent(NOW)


def test_calling_a_person_ends_the_row_of_misunderstandings() -> None:
    assert given(STARTED, understood("unknown"), CALLED).misunderstood == 0


def test_the_bot_knows_what_was_said_while_it_was_silent() -> None:
    conversation = given(STARTED, CALLED, heard(text="are you there?"))

    assert conversation.lines == (Line(by="customer", text="are you there?"),)


def test_telling_the_shop_leaves_the_bot_answering() -> None:
    told = ShopTold(about="late", detail="ten minutes")

    assert given(STARTED, told) == given(STARTED)


def test_a_released_bot_answers_again() -> None:
    conversation = given(STARTED, CALLED)

    events = conversation.release()

    assert events == (BotReleased(),)
    assert not given(STARTED, CALLED, *events).silent(NOW)


def test_releasing_a_bot_that_answers_changes_nothing() -> None:
    assert given(STARTED, CALLED, BotReleased()).release() == ()


def test_every_conversation_has_its_own_stream() -> None:
    assert stream(ConversationId("t1")) == "conversation:t1"

import datetime as dt

import msgspec

from entrypoints.sandbox_page.chat_view import Quote, days_of
from infrastructure.sandbox.chat_message import Button, ChatMessage, Row

TODAY = dt.date(2026, 11, 23)
OFFER = ChatMessage(
    id="w2",
    direction="out",
    type="interactive",
    text="Which *service*?",
    rows=(Row(id="cut", title="Haircut", description="30 min"),),
    buttons=(Button(id="person", title="Talk to a person"),),
    at=dt.datetime(2026, 11, 23, 10, 1, tzinfo=dt.UTC),
)


def said(message_id: str, text: str = "Hi", *, days_ago: int = 0) -> ChatMessage:
    at = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC) - dt.timedelta(days=days_ago)
    return ChatMessage(id=message_id, direction="in", type="text", text=text, at=at)


def test_the_customers_messages_stand_on_their_own_side() -> None:
    (day,) = days_of([said("w1"), OFFER], TODAY)

    assert [one.side for one in day.bubbles] == ["mine", "theirs"]


def test_days_are_named_as_people_name_them() -> None:
    days = days_of([said("a", days_ago=9), said("b", days_ago=1), said("c")], TODAY)

    assert [day.label for day in days] == ["Saturday 14 November", "Yesterday", "Today"]


def test_only_the_first_of_a_run_has_the_corner() -> None:
    (day,) = days_of([said("a"), said("b"), OFFER, said("c")], TODAY)

    assert [one.first for one in day.bubbles] == [True, False, True, True]


def test_a_tap_quotes_the_message_that_it_answers() -> None:
    tap = msgspec.structs.replace(said("w3", "Haircut"), tapped="cut")

    (day,) = days_of([OFFER, tap], TODAY)

    assert day.bubbles[1].quote == Quote(text="Which service?", description="30 min")


def test_a_tap_on_what_was_never_shown_quotes_nothing() -> None:
    tap = msgspec.structs.replace(said("w3", "gone"), tapped="gone")

    (day,) = days_of([OFFER, tap], TODAY)

    assert day.bubbles[1].quote is None


def test_a_reaction_stands_at_its_message() -> None:
    reaction = ChatMessage(
        id="w9",
        direction="in",
        type="reaction",
        text="👍",
        reaction={"message_id": "w2", "emoji": "👍"},
        at=OFFER.at,
    )

    (day,) = days_of([OFFER, reaction], TODAY)

    assert [(one.id, one.reaction) for one in day.bubbles] == [("m0", "👍")]


def test_a_type_that_nobody_knows_is_shown_as_such() -> None:
    unknown = msgspec.structs.replace(said("w1", ""), type="hologram")

    (day,) = days_of([unknown], TODAY)

    assert day.bubbles[0].kind == "unknown"

"""What the dialogue makes of what the rules understand beyond a plain booking."""

import pytest

from domain.conversation import PersonCalled
from domain.customer import OptedOut
from domain.diary import TimeHeld
from tests.application.counter import Counter, Writer, text

FRIDAY_AT_FOUR = "Book a haircut with Ana friday at 4pm"


@pytest.mark.parametrize("words", ["y que sea con barba también", "and a beard trim too"])
async def test_a_beard_added_to_a_haircut_holds_the_service_of_both(
    counter: Counter, ana: Writer, words: str
) -> None:
    await ana.says("haircut with luis tomorrow at 4")

    said = await ana.says(words)

    assert await counter.booked() == ()
    assert "45 min" in said


async def test_later_offers_what_is_later_than_the_time_held(ana: Writer) -> None:
    await ana.says("haircut with luis tomorrow at 4")

    await ana.says("anything later?")

    assert ana.titles[0] == "Tue 24 Nov 4:15 pm"


async def test_earlier_offers_what_is_earlier_than_the_time_held(ana: Writer) -> None:
    await ana.says("haircut with luis tomorrow at 10")

    await ana.says("something earlier")

    assert ana.titles[0] == "Tue 24 Nov 9:00 am"
    assert "Tue 24 Nov 10:00 am" not in ana.titles


async def test_where_nothing_is_later_it_says_so_and_offers_other_days(ana: Writer) -> None:
    await ana.says("haircut with luis tomorrow at 6:30pm please")
    await ana.says("cancel it")
    await ana.says("keep it")

    said = await ana.says("anything later?")

    assert said.startswith(text("offer.none.later", when="Tuesday 24 November"))


@pytest.mark.parametrize(
    "words",
    [
        "no puedo ir el viernes, ¿se puede el sábado a las 11?",
        "i can't do friday, is saturday at 11 ok",
    ],
)
async def test_who_cannot_come_is_offered_the_other_day(
    counter: Counter, ana: Writer, words: str
) -> None:
    await ana.says(FRIDAY_AT_FOUR)

    await ana.says(words)
    await ana.says("yes")

    (moved,) = await counter.moved()
    assert moved.start.isoformat() == "2026-11-28T16:00:00+00:00"


async def test_a_weekday_of_today_whose_hour_has_passed_is_next_weeks(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("haircut with luis monday at 9am")

    (held,) = await counter.events(TimeHeld)
    assert held.start.date().isoformat() == "2026-11-30"


@pytest.mark.parametrize(
    ("words", "said"),
    [("haircut with ana on feb 30", "feb 30"), ("haircut with ana tomorrow at 25:00", "25:00")],
)
async def test_a_day_or_time_that_does_not_exist_is_told_and_others_are_offered(
    counter: Counter, ana: Writer, words: str, said: str
) -> None:
    told = await ana.says(words)

    assert text("no_such_time", said=said) in told
    assert len(ana.titles) > 1
    assert await counter.booked() == ()


async def test_a_day_that_does_not_exist_replaces_the_day_named_before(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("haircut with ana tomorrow")

    await ana.says("feb 30 at 4pm")

    assert await counter.events(TimeHeld) == ()


async def test_an_unknown_barber_is_named_and_the_barbers_are_offered(
    counter: Counter, ana: Writer
) -> None:
    said = await ana.says("haircut with Pedro tomorrow at 4pm")

    barbers = "Marco, Luis and Ana"
    assert text("no_such_barber", name="Pedro", barbers=barbers) in said
    assert ana.titles == ("Marco", "Luis", "Ana", "Anyone")
    assert await counter.booked() == ()


@pytest.mark.parametrize("words", ["stop texting me", "please stop sending me reminders"])
async def test_stop_within_a_sentence_tells_how_to_stop(
    counter: Counter, ana: Writer, words: str
) -> None:
    await ana.says("hello")

    said = await ana.says(words)

    assert said == text("opted_out.how")
    assert await counter.events(OptedOut) == ()


@pytest.mark.parametrize(
    ("words", "about"), [("can I pay by card?", "payment"), ("do you take walk-ins?", "walk_ins")]
)
async def test_what_the_shop_has_not_told_is_not_guessed(
    counter: Counter, ana: Writer, words: str, about: str
) -> None:
    await ana.says("hello")

    said = await ana.says(words)

    assert said == text(f"about.{about}", owner=counter.shop.owner)
    assert ana.titles[-1] == text("button.person")


async def test_a_question_how_to_pay_for_a_service_tells_its_price_too(ana: Writer) -> None:
    await ana.says("hello")

    said = await ana.says("how much is a shave and can I pay by card?")

    assert "$20" in said


async def test_anger_is_answered_calmly_and_calls_nobody_at_once(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("hello")

    said = await ana.says("you are an idiot")

    assert said == text("insult", owner=counter.shop.owner)
    assert await counter.events(PersonCalled) == ()


async def test_a_day_after_a_list_offers_the_times_of_that_day(ana: Writer) -> None:
    await ana.says("haircut with ana this week")

    await ana.says("friday")

    assert {title[:10] for title in ana.titles[:-1]} == {"Fri 27 Nov"}


async def test_anyone_but_somebody_is_not_that_somebody(counter: Counter, ana: Writer) -> None:
    await ana.says("shave tomorrow")

    await ana.says("with anyone but marco at 11")

    (held,) = await counter.events(TimeHeld)
    assert held.start.isoformat() == "2026-11-24T16:00:00+00:00"
    assert "Marco" not in ana.screen[-1].body


@pytest.mark.parametrize("no", ["no thanks, bye", "ok no thanks", "yeah no", "great but no"])
async def test_a_no_after_a_yes_or_with_a_goodbye_books_nothing(
    counter: Counter, ana: Writer, no: str
) -> None:
    await ana.says("haircut with luis tomorrow at 4")

    said = await ana.says(no)

    assert said == text("dropped")
    assert await counter.booked() == ()

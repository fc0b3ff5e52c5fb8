"""None of the times that were offered is right: the booking goes on with another day."""

import pytest

from tests.application.counter import Counter, Writer, text


@pytest.fixture(autouse=True)
async def offered(ana: Writer) -> str:
    return await ana.says("haircut tomorrow morning")


@pytest.mark.parametrize("said", ["no", "none of those work"])
async def test_another_day_is_asked_for_and_the_service_is_known(ana: Writer, said: str) -> None:
    assert await ana.says(said) == text("ask.other_day")
    assert ana.titles == ("More times", "Not now", "Talk to a person")

    said = await ana.says("thursday?")

    assert "Haircut: these times are free on Thursday 26 November" in said


async def test_more_times_are_later_than_those(ana: Writer) -> None:
    await ana.says("no")

    await ana.taps("More times")

    assert ana.titles[0] == "Tue 24 Nov 12:00 pm"


async def test_who_does_not_want_to_book_at_all_says_so(counter: Counter, ana: Writer) -> None:
    await ana.says("no")

    assert await ana.taps("Not now") == text("dropped")
    assert await counter.booked() == ()

"""How long an answer asks to be left alone."""

from datetime import timedelta

import pytest

from infrastructure.asked_wait import LONGEST, asked_wait

NOW = "Wed, 25 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ("0", timedelta(0)),
        ("90", timedelta(seconds=90)),
        ("999999999999", LONGEST),
        ("Wed, 25 Nov 2026 10:01:30 GMT", timedelta(seconds=90)),
        ("Wed, 25 Nov 2026 11:01:30 +0100", timedelta(seconds=90)),
        ("Thu, 26 Nov 2026 10:00:00 GMT", LONGEST),
        ("Wed, 25 Nov 2026 09:59:59 GMT", None),
        ("Wed, 25 Nov 2026 10:01:30 -0000", None),  # of no zone
        ("Wed, 25 Nov 99999 10:01:30 GMT", None),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_seconds_and_a_moment_are_understood_and_nonsense_is_none(
    asked: str, wait: timedelta | None
) -> None:
    assert asked_wait({"retry-after": asked, "date": NOW}) == wait


@pytest.mark.parametrize("date", [{}, {"date": ""}, {"date": "today"}])
def test_a_moment_says_nothing_beside_an_answer_without_one(date: dict[str, str]) -> None:
    assert asked_wait({"retry-after": NOW, **date}) is None

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from infrastructure.sandbox.google_error import GoogleError
from infrastructure.sandbox.loose_json import text_at
from infrastructure.sandbox.recurrence import occurrences

ZONE = ZoneInfo("America/New_York")


def starts(*rule: str, first: str = "2026-10-26T12:00:00-04:00", days: int = 21) -> list[str]:
    event: dict[str, object] = {
        "id": "lunch",
        "start": {"dateTime": first, "timeZone": "America/New_York"},
        "end": {"dateTime": first.replace("T12:00", "T12:30"), "timeZone": "America/New_York"},
        "recurrence": list(rule),
    }
    begin = dt.datetime.fromisoformat(first)
    found = occurrences(event, ZONE, (begin, begin + dt.timedelta(days=days)))
    return [text_at(one, "start", "dateTime") for one in found]


def test_a_daily_break_keeps_its_hour_through_the_change_of_the_clock() -> None:
    seen = starts("RRULE:FREQ=DAILY", first="2026-10-31T12:00:00-04:00", days=3)

    assert seen == [
        "2026-10-31T12:00:00-04:00",
        "2026-11-01T12:00:00-05:00",
        "2026-11-02T12:00:00-05:00",
    ]


def test_a_weekly_rule_falls_on_its_weekdays() -> None:
    seen = starts("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2;COUNT=3")

    assert [one[:10] for one in seen] == ["2026-10-26", "2026-10-28", "2026-11-09"]


def test_a_rule_ends_when_it_says_and_leaves_out_what_it_says() -> None:
    seen = starts(
        "RRULE:FREQ=DAILY;UNTIL=20261029T160000Z",
        "EXDATE;TZID=America/New_York:20261027T120000",
    )

    assert [one[:10] for one in seen] == ["2026-10-26", "2026-10-28", "2026-10-29"]


def test_instances_name_their_series() -> None:
    event: dict[str, object] = {
        "id": "holiday",
        "start": {"date": "2026-12-01"},
        "end": {"date": "2026-12-02"},
        "recurrence": ["RRULE:FREQ=DAILY;COUNT=2"],
    }

    _, second = occurrences(event, ZONE, (None, None))

    assert second == {
        "id": "holiday_20261202",
        "recurringEventId": "holiday",
        "originalStartTime": {"date": "2026-12-02"},
        "start": {"date": "2026-12-02"},
        "end": {"date": "2026-12-03"},
    }


@pytest.mark.parametrize("rule", ["RRULE:FREQ=MONTHLY", "RRULE:FREQ=DAILY;BYHOUR=3", "RDATE:x"])
def test_rules_beyond_the_sandbox_are_refused_loudly(rule: str) -> None:
    with pytest.raises(GoogleError):
        starts(rule)

"""What barbers enter in Google Calendar takes time out of their diaries."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from application.ports import CalendarRefused, Unavailable
from domain.diary import TimeBlocked, TimeUnblocked
from tests.application.counter import NOW, TUESDAY, WEDNESDAY, at
from tests.application.followed import Followed, followed
from tests.sandbox.faulting import switch_on
from tests.sandbox.running import RunningSandbox

THURSDAY = date(2026, 11, 26)
FRIDAY = date(2026, 11, 27)
LISTS = "GET /calendars/*/events?*"


@pytest.fixture
async def luis(silent_sandbox: RunningSandbox, empty_redis: Path) -> AsyncIterator[Followed]:
    async with followed(silent_sandbox, empty_redis, Followed) as made:
        yield made


async def lunch(luis: Followed, **more: object) -> str:
    """Luis has lunch on Tuesday at two, and the shop has seen it."""
    event_id = luis.enters(at("14:00"), at("15:00"), **more)
    await luis.sync()
    return event_id


async def test_a_busy_event_blocks_its_time_in_the_diary(luis: Followed) -> None:
    event_id = await lunch(luis)

    assert await luis.counter.events(TimeBlocked) == (
        TimeBlocked(block_id=event_id, start=at("14:00"), end=at("15:00"), source="calendar"),  # type: ignore[arg-type]
    )
    assert not await luis.offers(at("14:30"))
    assert await luis.offers(at("15:00"))
    assert await luis.offers(at("14:30"), "marco")


async def test_an_invitation_that_the_barber_declines_gives_its_time_back(luis: Followed) -> None:
    invited = {"email": luis.calendar_id, "responseStatus": "needsAction"}
    event_id = await lunch(luis, attendees=[invited])
    before = await luis.offers(at("14:30"))

    luis.changes(event_id, attendees=[{**invited, "responseStatus": "declined"}])
    await luis.sync()

    assert (before, await luis.offers(at("14:30"))) == (False, True)


async def test_what_is_read_again_is_recorded_once(luis: Followed) -> None:
    await lunch(luis)
    before = await luis.counter.log()

    await luis.sync()
    luis.counter.clock.forward(timedelta(days=1))
    await luis.sync()

    assert await luis.counter.log() == before


async def test_an_event_that_comes_later_is_followed_by_the_sync_token(luis: Followed) -> None:
    await luis.sync()

    await lunch(luis)

    assert not await luis.offers(at("14:30"))
    assert ["syncToken=" in one for one in luis.reads()] == [False, True]


async def test_an_event_that_is_moved_gives_its_time_back_and_takes_the_other(
    luis: Followed,
) -> None:
    event_id = await lunch(luis)

    luis.moves(event_id, at("16:00", WEDNESDAY), at("17:00", WEDNESDAY))
    await luis.sync()

    assert await luis.offers(at("14:00"))
    assert not await luis.offers(at("16:00", WEDNESDAY))


async def test_an_event_that_is_deleted_gives_its_time_back(luis: Followed) -> None:
    event_id = await lunch(luis)

    luis.deletes(event_id)
    await luis.sync()

    assert await luis.offers(at("14:00"))
    assert await luis.counter.events(TimeUnblocked) == (TimeUnblocked(block_id=event_id),)  # type: ignore[arg-type]


async def test_an_event_that_is_shown_as_free_takes_no_time(luis: Followed) -> None:
    event_id = await lunch(luis, transparency="transparent")
    free = await luis.offers(at("14:00"))

    luis.changes(event_id, transparency="opaque")
    await luis.sync()

    assert (free, await luis.offers(at("14:00"))) == (True, False)


async def test_a_place_of_work_takes_no_time(luis: Followed) -> None:
    await lunch(luis, eventType="workingLocation")

    assert await luis.offers(at("14:00"))


async def test_an_event_of_several_days_blocks_each_of_them(luis: Followed) -> None:
    luis.enters(at("16:00"), at("12:00", THURSDAY))
    await luis.sync()

    blocked = await luis.counter.events(TimeBlocked)
    assert [(one.start, one.end) for one in blocked] == [
        (at("16:00"), at("00:00", WEDNESDAY)),
        (at("00:00", WEDNESDAY), at("00:00", THURSDAY)),
        (at("00:00", THURSDAY), at("12:00", THURSDAY)),
    ]
    assert len({one.block_id for one in blocked}) == 1


async def test_an_all_day_event_blocks_the_day_of_the_calendars_zone(luis: Followed) -> None:
    luis.writes(start={"date": TUESDAY.isoformat()}, end={"date": WEDNESDAY.isoformat()})

    await luis.sync()

    (blocked,) = await luis.counter.events(TimeBlocked)
    assert (blocked.start, blocked.end) == (at("00:00"), at("00:00", WEDNESDAY))


async def test_a_recurring_event_blocks_each_of_its_days(luis: Followed) -> None:
    await every_day(luis)

    offered = [await luis.offers(at("14:00", day)) for day in (TUESDAY, WEDNESDAY, FRIDAY)]
    assert offered == [False, False, False]


async def test_a_series_that_is_moved_blocks_its_new_times_alone(luis: Followed) -> None:
    series = await every_day(luis)

    moved = {"dateTime": at("16:00").isoformat(), "timeZone": "America/New_York"}
    end = {"dateTime": at("17:00").isoformat(), "timeZone": "America/New_York"}
    luis.changes(series, start=moved, end=end)
    await luis.sync()

    assert await luis.offers(at("14:00", WEDNESDAY))
    assert not await luis.offers(at("16:00", WEDNESDAY))


async def test_a_series_that_is_deleted_gives_all_of_its_time_back(luis: Followed) -> None:
    series = await every_day(luis)

    luis.deletes(series)
    await luis.sync()

    assert await luis.offers(at("14:00"))
    assert await luis.offers(at("14:00", WEDNESDAY))


async def every_day(luis: Followed) -> str:
    zone = {"timeZone": "America/New_York"}
    event_id = luis.writes(
        start={"dateTime": at("14:00").isoformat(), **zone},
        end={"dateTime": at("15:00").isoformat(), **zone},
        recurrence=["RRULE:FREQ=DAILY;COUNT=10"],
    )
    await luis.sync()
    return event_id


async def test_a_token_that_expired_leads_to_a_whole_reading(luis: Followed) -> None:
    event_id = await lunch(luis)
    luis.deletes(event_id)
    luis.enters(at("16:00"), at("17:00"))
    switch_on(
        luis.sandbox,
        {"service": "google", "when": f"{LISTS}syncToken=*", "times": 1, "status": 410},
    )

    await luis.sync()

    assert await luis.offers(at("14:00"))
    assert not await luis.offers(at("16:00"))


async def test_days_that_come_within_reach_are_read(luis: Followed) -> None:
    far = (NOW + timedelta(days=61)).replace(hour=20, minute=0)
    luis.enters(far, far + timedelta(hours=1))
    await luis.sync()
    seen_too_early = await luis.counter.events(TimeBlocked)

    luis.counter.clock.forward(timedelta(days=1))
    await luis.sync()

    assert seen_too_early == ()
    assert len(await luis.counter.events(TimeBlocked)) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"status": 500}, Unavailable),
        ({"status": 503}, Unavailable),
        ({"status": 429}, Unavailable),
        ({"status": 502, "body": "<html>Bad gateway</html>"}, Unavailable),
        ({"status": 200, "body": {"items": []}}, Unavailable),
        ({"status": 200, "body": {"kind": "calendar#events", "nextSyncToken": "t"}}, Unavailable),
        ({"status": 404}, CalendarRefused),
        ({"status": 403}, (CalendarRefused, Unavailable)),
        ({"status": 401}, CalendarRefused),
        ({"cut": "before"}, Unavailable),
        ({"cut": "after"}, Unavailable),
    ],
)
async def test_an_error_takes_nothing_back(
    luis: Followed, fault: dict[str, object], error: type[Exception]
) -> None:
    await lunch(luis)
    before = await luis.counter.log()
    luis.counter.clock.forward(timedelta(days=1))
    switch_on(luis.sandbox, {"service": "google", "when": LISTS, **fault})

    with pytest.raises(error):
        await luis.sync()

    assert await luis.counter.log() == before


async def test_what_changed_during_an_outage_is_seen_after_it(luis: Followed) -> None:
    await luis.sync()
    luis.enters(at("14:00"), at("15:00"))
    switch_on(luis.sandbox, {"service": "google", "when": LISTS, "times": 1, "status": 500})
    with pytest.raises(Unavailable):
        await luis.sync()

    await luis.sync()

    assert not await luis.offers(at("14:00"))


async def test_staffs_own_blocks_are_none_of_the_calendars(luis: Followed) -> None:
    block: TimeBlocked = TimeBlocked(
        block_id="staff1",  # type: ignore[arg-type]
        start=at("16:00"),
        end=at("17:00"),
        source="staff",
    )
    await luis.counter.add("diary:demo:luis:2026-11-24", block)

    await luis.sync()

    assert not await luis.offers(at("16:00"))

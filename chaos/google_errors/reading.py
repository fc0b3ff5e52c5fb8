"""One reading: what people changed in a calendar while it could not be read, or not be watched."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from chaos.google_errors.back_office import VISIT
from chaos.google_errors.emulated_google import EmulatedGoogle
from chaos.google_errors.errands import BOOKED, GET, HALF
from chaos.google_errors.followed_calendar import CALENDAR, FollowedCalendar
from chaos.google_errors.rows import Moment, Row, Times
from chaos.google_errors.trial import Judged
from chaos.races.wishes import NOW, slot
from domain.calendar_entry import CalendarEntryDrifted
from domain.diary import TimeBlocked, TimeUnblocked

LIST, SYNC = "GET /calendars/*/events", "GET /calendars/*/events?*syncToken=*"
WATCH, STOP = "POST /calendars/*/events/watch", "POST /channels/stop"
READS = {"list": LIST, "sync": SYNC, "get, compared": GET, "watch": WATCH, "stop": STOP}

ROUNDS = 5
EVENT = f"{VISIT}g0"
THURSDAY = slot(40)
VISIT_TIME = (THURSDAY, THURSDAY + HALF)
DRAGGED = (THURSDAY + timedelta(hours=2), THURSDAY + timedelta(hours=2) + HALF)
LUNCH = (THURSDAY + timedelta(hours=3), THURSDAY + timedelta(hours=4))
TEA = (THURSDAY + timedelta(hours=6), THURSDAY + timedelta(hours=7))


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The call that fails, how, how often, and before or after its effect."""

    call: str
    row: Row
    times: Times
    moment: Moment

    @property
    def name(self) -> str:
        """What to call it in a complaint."""
        how_often = f"{self.times} times" if self.times else "for ever"
        return f"{self.call}, {self.row.name} {self.moment} the effect, {how_often}"


async def read(reading: Reading, calendar: FollowedCalendar, google: EmulatedGoogle) -> Judged:
    """Follow the calendar while it fails; then mend all, and see whether it is followed."""
    google.is_new()
    google.clock.set(NOW)
    await _begin(calendar, google)
    if READS[reading.call] == LIST:
        calendar.sleeps()
    calendar.moves_out()
    google.deletes(CALENDAR, "lunch")
    google.enters(CALENDAR, "teatime", *TEA)
    google.moves(CALENDAR, EVENT, *DRAGGED)
    fault = reading.row.fault(READS[reading.call], times=reading.times, moment=reading.moment)
    google.fails([fault])
    broken: list[str] = []
    for _ in range(ROUNDS):
        await calendar.round()
        broken += await _taken_back(calendar)
    is_followed = not await _missing(calendar)
    google.fails([])
    calendar.sleeps()
    await calendar.round()
    broken += await _missing(calendar)
    return Judged(
        outcome="followed" if is_followed else "followed once mended",
        breaches=tuple(f"{reading.name}: {one}" for one in dict.fromkeys(broken)),
    )


async def _begin(calendar: FollowedCalendar, google: EmulatedGoogle) -> None:
    google.enters(CALENDAR, EVENT, *VISIT_TIME)
    google.enters(CALENDAR, "lunch", *LUNCH)
    start, end = VISIT_TIME
    await calendar.knows(msgspec.structs.replace(BOOKED, start=start, end=end), EVENT)
    await calendar.round()


async def _taken_back(calendar: FollowedCalendar) -> list[str]:
    """What an error has made of the log, if anything."""
    if await calendar.blocks() not in ({"lunch"}, {"teatime"}):
        return ["an error took time away or gave it back"]
    return list(_false_drifts(calendar))


def _false_drifts(calendar: FollowedCalendar) -> Iterator[str]:
    for one in calendar.recorded(CalendarEntryDrifted):
        if (one.start, one.end) != DRAGGED:
            yield "a drift is recorded that there is not"


async def _missing(calendar: FollowedCalendar) -> list[str]:
    """What is not followed, or more than once."""
    blocked, freed = calendar.recorded(TimeBlocked), calendar.recorded(TimeUnblocked)
    holds = {
        "the diary has what the calendar has": await calendar.blocks() == {"teatime"},
        "each change is recorded once": (len(blocked), len(freed)) == (2, 1),
        "the drift is recorded once": len(calendar.recorded(CalendarEntryDrifted)) == 1,
        "one channel is known": await calendar.channels() == ["https://second.example/"],
    }
    return [f"it does not hold that {what}" for what, is_so in holds.items() if not is_so]

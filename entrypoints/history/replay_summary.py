"""What a replay tells first: how far it went, and what there was."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from application.replaying.comparison import Difference
from application.replaying.open_bookings import OpenBookings
from application.replaying.replay import Replayed
from application.replaying.states import State


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the log was known; `position` and `at` are those of its last event then.

    Positions without an event are those of conversations that were removed, or of worse.
    """

    events: int = 0
    position: int = 0
    at: datetime | None = None

    @property
    def gaps(self) -> int:
        """How many positions have no event."""
        return self.position - self.events


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A replay until that moment (`None`: of all there is), in short."""

    until: datetime | None
    reached: Reached
    replayed: Replayed
    open_bookings: int
    customers_with_bookings: int


def summary_of(
    until: datetime | None,
    reached: Reached,
    replayed: Replayed,
    bookings: tuple[OpenBookings, ...],
) -> Summary:
    """All of it together."""
    return Summary(
        until=until,
        reached=reached,
        replayed=replayed,
        open_bookings=sum(len(one.bookings) for one in bookings),
        customers_with_bookings=len(bookings),
    )


def summary_lines(summary: Summary, zone: ZoneInfo) -> Iterator[str]:
    """The summary in words; times are those of that zone."""
    reached, replayed = summary.reached, summary.replayed
    if summary.until is not None:
        yield f"As known at      {_moment(summary.until, zone)}"
    yield f"Events           {reached.events}, the last at position {reached.position}"
    if reached.gaps:
        yield (
            f"Gaps             {reached.gaps} positions without an event: removed conversations, "
            "if `barbershop audit verify` finds nothing wrong"
        )
    if reached.at is not None:
        yield f"Last event       {_moment(reached.at, zone)}"
    statuses = (f"{count} {status}" for status, count in replayed.appointments.items())
    yield f"Appointments     {', '.join(statuses) or 'none'}"
    yield (
        f"Open bookings    {summary.open_bookings} of {summary.customers_with_bookings} customers"
    )
    yield f"Diaries          {replayed.diaries}"
    yield f"Calendar entries {replayed.calendar_entries}"
    yield f"Shops on record  {', '.join(replayed.shops) or 'none'}"
    yield f"Digest           {replayed.digest}"


def difference_words(difference: Difference) -> str:
    """Where the log and a live stream part ways."""
    return (
        f"{difference.stream} differs: the log leads to {_version(difference.replayed)}, its own "
        f"stream to {_version(difference.live)}. `barbershop audit verify` tells which of them is "
        "right."
    )


def _version(state: State | None) -> str:
    return f"version {state.version}" if state else "nothing"


def _moment(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).isoformat(sep=" ", timespec="seconds")

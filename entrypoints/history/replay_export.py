"""All that a replay rebuilt, as JSON lines."""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

import msgspec

from application.replaying.day_book import BookedDay, day_book
from application.replaying.day_figures import DayFigures, figures
from application.replaying.open_bookings import OpenBookings
from application.replaying.scratch import Scratch
from application.replaying.states import State
from entrypoints.history.replay_summary import Summary


class SummaryLine(msgspec.Struct, frozen=True, kw_only=True, tag="replay", tag_field="kind"):
    """The first line."""

    summary: Summary


class StateLine(msgspec.Struct, frozen=True, kw_only=True, tag="state", tag_field="kind"):
    """One stream, as it was then."""

    stream: str
    state: State


class DayLine(msgspec.Struct, frozen=True, kw_only=True, tag="day", tag_field="kind"):
    """One barber's local day."""

    day: BookedDay


class FiguresLine(msgspec.Struct, frozen=True, kw_only=True, tag="figures", tag_field="kind"):
    """What a shop's local day came to."""

    figures: DayFigures


class BookingsLine(
    msgspec.Struct, frozen=True, kw_only=True, tag="open_bookings", tag_field="kind"
):
    """What one customer has ahead."""

    open_bookings: OpenBookings


Line = SummaryLine | StateLine | DayLine | FiguresLine | BookingsLine


def write(
    file: BinaryIO,
    scratch: Scratch,
    summary: Summary,
    bookings: tuple[OpenBookings, ...],
    now: datetime,
) -> int:
    """Write a line for each thing, streams in the order of their names; how many lines it was."""
    encoder = msgspec.json.Encoder()
    count = 0
    for line in _lines(scratch, summary, bookings, now):
        file.write(encoder.encode(line) + b"\n")
        count += 1
    return count


def _lines(
    scratch: Scratch, summary: Summary, bookings: tuple[OpenBookings, ...], now: datetime
) -> Iterator[Line]:
    yield SummaryLine(summary=summary)
    for stream, state in scratch.in_order():
        yield StateLine(stream=stream, state=state)
    for day in day_book(scratch, now):
        yield DayLine(day=day)
    for one in figures(day_book(scratch, now)):
        yield FiguresLine(figures=one)
    for customer in bookings:
        yield BookingsLine(open_bookings=customer)

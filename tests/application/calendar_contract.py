"""The rules of the port `Calendar`: subclass it and give it a fixture `board`."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

import msgspec
import pytest

from application.ports import Calendar, CalendarEntry, CalendarRefused, EntryDeleted
from tests.sandbox.running import LUIS, ZONE

START = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
ENTRY = CalendarEntry(
    calendar_id=LUIS,
    event_id="a1b2c3g0",
    appointment_id="a1",
    start=START,
    end=START + timedelta(minutes=30),
    timezone=ZONE,
    summary="Corte · Ana",
    description="Cita #K7QF",
    location="Barbería Norte",
)
LATER = msgspec.structs.replace(
    ENTRY,
    start=START + timedelta(hours=1),
    end=START + timedelta(hours=2),
    summary="Movida",
)

Shown = dict[str, tuple[datetime, str]]


class Board(Protocol):
    """A calendar, and a look at it."""

    @property
    def calendar(self) -> Calendar: ...

    def shown(self) -> Shown:
        """Start and summary of each event that stands, by its id."""
        ...

    def deletes(self, event_id: str) -> None:
        """A person deletes that event."""
        ...


class CalendarContract:
    """What every calendar keeps to."""

    async def test_what_is_put_stands(self, board: Board) -> None:
        await board.calendar.put(ENTRY)

        assert board.shown() == {"a1b2c3g0": (ENTRY.start, "Corte · Ana")}

    async def test_what_is_put_again_is_brought_to_its_new_state(self, board: Board) -> None:
        await board.calendar.put(ENTRY)

        await board.calendar.put(LATER)

        assert board.shown() == {"a1b2c3g0": (LATER.start, "Movida")}

    async def test_what_is_removed_stands_no_more_however_often(self, board: Board) -> None:
        await board.calendar.put(ENTRY)
        before = board.shown()

        await board.calendar.remove(LUIS, "a1b2c3g0")
        await board.calendar.remove(LUIS, "a1b2c3g0")

        assert (len(before), board.shown()) == (1, {})

    async def test_what_is_put_after_it_was_removed_stands(self, board: Board) -> None:
        await board.calendar.put(ENTRY)
        await board.calendar.remove(LUIS, "a1b2c3g0")

        await board.calendar.put(ENTRY)

        assert list(board.shown()) == ["a1b2c3g0"]

    async def test_what_stands_is_brought_to_its_new_state_by_its_etag(self, board: Board) -> None:
        etag = await board.calendar.put(ENTRY)

        later = await board.calendar.put(LATER, standing=etag)

        assert board.shown() == {"a1b2c3g0": (LATER.start, "Movida")}
        assert later not in ("", etag)

    async def test_what_a_person_deleted_is_not_written_again_unasked(self, board: Board) -> None:
        etag = await board.calendar.put(ENTRY)
        board.deletes("a1b2c3g0")

        for known in (etag, ""):
            with pytest.raises(EntryDeleted):
                await board.calendar.put(LATER, standing=known)

        assert board.shown() == {}

    async def test_what_never_was_may_be_removed(self, board: Board) -> None:
        await board.calendar.put(ENTRY)

        await board.calendar.remove(LUIS, "neverwas")

        assert list(board.shown()) == ["a1b2c3g0"]

    async def test_a_calendar_that_is_not_there_is_for_a_person(self, board: Board) -> None:
        with pytest.raises(CalendarRefused):
            await board.calendar.put(msgspec.structs.replace(ENTRY, calendar_id="nowhere"))

"""The short form of the part `google-errors`, and that it finds what it looks for."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest

from application.ports import CalendarChanges, CalendarEntry, Unavailable
from chaos.google_errors import part
from chaos.google_errors.back_office import BackOffice
from chaos.google_errors.emulated_google import EmulatedGoogle, emulated_google
from chaos.google_errors.errands import ERRANDS, Errand
from chaos.google_errors.followed_calendar import FollowedCalendar
from chaos.google_errors.reading import Reading, read
from chaos.google_errors.rows import ROWS
from chaos.google_errors.trial import Judged, Trial, tried
from chaos.part import Order
from chaos.races.wishes import NOW
from chaos.virtual_clock import VirtualClock
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.google.reader import GoogleCalendarReader
from infrastructure.redis.clients import connect_async

INSERT, DELETE = ERRANDS[0], ERRANDS[4]
AWAY = next(row for row in ROWS if (row.status, row.reason) == (503, "backendError"))


@pytest.mark.parametrize("seed", [0, 1])
def test_every_error_of_google_ends_in_one_event_none_or_a_dead_letter(seed: int) -> None:
    verdict = part.run(Order(short=True, seed=seed))

    assert verdict.breaches == ()


@pytest.fixture(scope="module")
def google() -> Iterator[EmulatedGoogle]:
    with emulated_google() as running:
        yield running


class NeverRemoving(GoogleCalendar):
    async def remove(self, calendar_id: str, event_id: str) -> None:
        """Leave it there."""


class Doubling(GoogleCalendar):
    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        await super().put(msgspec.structs.replace(entry, event_id=f"{entry.event_id}0"))
        return await super().put(entry, standing=standing)


class Losing(GoogleCalendar):
    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        """Say that it stands, where it does not."""
        return standing or f'"{entry.event_id}"'


class Forgetting(GoogleCalendarReader):
    async def since(self, calendar_id: str, token: str) -> CalendarChanges:
        """Take a calendar that cannot be read for an empty one."""
        try:
            return await super().since(calendar_id, token)
        except Unavailable:
            return CalendarChanges(items=(), token=token, whole=True)


async def followed(
    google: EmulatedGoogle, kind: type[GoogleCalendarReader], reading: Reading
) -> Judged:
    """How that reading ends with a reader of that kind."""
    connection = GoogleConnection(
        token_credentials("sandbox"), api_url=google.url, patience=timedelta(0)
    )
    async with connect_async(google.redis_url) as client:
        calendar = FollowedCalendar(connection, client, VirtualClock(NOW), kind=kind)
        judged = await read(reading, calendar, google)
    await connection.close()
    return judged


@pytest.mark.parametrize(
    ("kind", "breaches"),
    [
        (GoogleCalendarReader, []),
        (Forgetting, ["an error took time away or gave it back"]),
    ],
)
async def test_a_reader_that_takes_an_error_for_an_empty_calendar_is_found_out(
    google: EmulatedGoogle, kind: type[GoogleCalendarReader], breaches: list[str]
) -> None:
    reading = Reading(call="sync", row=AWAY, times=3, moment="before")

    judged = await followed(google, kind, reading)

    told = [one.rpartition(": ")[2] for one in judged.breaches]
    assert told[:1] == breaches


def outcome(google: EmulatedGoogle, kind: type[GoogleCalendar], trial: Trial) -> Judged:
    """How that trial ends with a calendar of that kind."""

    async def made() -> Judged:
        clock = VirtualClock(NOW)
        connection = GoogleConnection(
            token_credentials("sandbox"), api_url=google.url, patience=timedelta(0)
        )
        judged = await tried(trial, BackOffice(kind(connection), clock, leaps=True), google)
        await connection.close()
        return judged

    return asyncio.run(made())


@pytest.mark.parametrize(
    ("kind", "errand", "what"),
    [
        (NeverRemoving, DELETE, "of which the log knows nothing"),
        (Doubling, INSERT, "2 events stand"),
        (Losing, INSERT, "0 events stand"),
    ],
)
def test_a_calendar_that_does_not_do_its_part_is_found_out(
    google: EmulatedGoogle, kind: type[GoogleCalendar], errand: Errand, what: str
) -> None:
    judged = outcome(google, kind, Trial(errand=errand, row=AWAY, times=1, moment="before"))

    assert [one for one in judged.breaches if what in one] != []


def test_what_never_passes_ends_with_the_dead_letters_and_well_once_it_is_mended(
    google: EmulatedGoogle,
) -> None:
    judged = outcome(
        google, GoogleCalendar, Trial(errand=INSERT, row=AWAY, times=None, moment="after")
    )

    assert judged == Judged(outcome="dead letter", breaches=())

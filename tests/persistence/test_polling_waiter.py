"""Following a log that another process writes, where the database does not tell."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import pytest
from eventsourcing.persistence import ApplicationRecorder
from eventsourcing.sqlite import SQLiteFactory
from eventsourcing.utils import Environment

from application.ports import Unavailable
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.event_store.store import PollingWaiter, RecordedEventStore
from tests.persistence.samples import BOOKED, BOOKING, STAMP

HOUR = timedelta(hours=1)
NEVER = timedelta(hours=2)
OFTEN = timedelta(milliseconds=10)
SOON = 10.0  # seconds


def recorder_in(folder: Path) -> tuple[SQLiteFactory, ApplicationRecorder]:
    settings = {"SQLITE_DBNAME": str(folder / "events"), "ORIGINATOR_ID_TYPE": "text"}
    factory = SQLiteFactory(Environment(env=settings))
    return factory, factory.application_recorder()


@asynccontextmanager
async def process(folder: Path, *, every: timedelta) -> AsyncIterator[RecordedEventStore]:
    """A store as another process would have it."""
    factory, recorder = recorder_in(folder)
    store = RecordedEventStore(
        recorder,
        EventCodec(InMemoryKeyVault()),
        waiter=PollingWaiter(recorder, every=every),
        release=factory.close,
    )
    yield store
    store.close()


async def test_a_follower_hears_of_what_another_process_appends(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        one = await stack.enter_async_context(process(tmp_path, every=OFTEN))
        other = await stack.enter_async_context(process(tmp_path, every=OFTEN))

        async with asyncio.timeout(SOON):
            followed, _ = await asyncio.gather(
                one.after(0, wait=HOUR), other.append([BOOKING], STAMP)
            )

    assert [recorded.event for recorded in followed] == [BOOKED]


async def test_a_follower_hears_at_once_of_what_its_own_process_appends(tmp_path: Path) -> None:
    async with process(tmp_path, every=NEVER) as store, asyncio.timeout(SOON):
        followed, _ = await asyncio.gather(
            store.after(0, wait=HOUR), store.append([BOOKING], STAMP)
        )

    assert [recorded.event for recorded in followed] == [BOOKED]


async def test_a_database_that_fails_is_unavailable_to_who_waits(tmp_path: Path) -> None:
    factory, recorder = recorder_in(tmp_path)
    waiter = PollingWaiter(recorder, every=OFTEN)
    with closing(sqlite3.connect(tmp_path / "events")) as database:
        database.execute("DROP TABLE stored_events")

    with pytest.raises(Unavailable):
        await waiter.wait(0, at_most=HOUR)

    factory.close()

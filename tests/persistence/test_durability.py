import asyncio
import signal
from datetime import timedelta

import pytest

from application.ports import Append, Conflict, EventStore, Unavailable
from domain.appointment import AppointmentCancelled
from tests.persistence.conftest import StoreOver
from tests.persistence.redis_server import RedisServer
from tests.persistence.samples import (
    APPOINTMENT,
    BOOKED,
    BOOKING,
    CLAIM,
    CLAIMED,
    DIARY,
    MESSAGE,
    NAMING,
    STAMP,
)

WRITERS = tuple(f"appointment:{n}" for n in range(4))
LONG = timedelta(seconds=30)


async def append_until_unavailable(store: EventStore, stream: str) -> int:
    """How many appends of one event each were acknowledged."""
    acknowledged = 0
    while True:
        event = AppointmentCancelled(by="staff", late=False, shop_version=str(acknowledged))
        append = Append(stream=stream, expected=acknowledged, events=(event,))
        try:
            await store.append([append], STAMP)
        except Unavailable:
            return acknowledged
        acknowledged += 1


async def kill_after(store: EventStore, position: int, server: RedisServer) -> None:
    """Kill the server once the log reaches that position."""
    await store.after(position, wait=LONG)
    server.kill()


async def test_what_was_acknowledged_outlives_a_server_killed_amid_appends(
    server: RedisServer, redis_store: StoreOver
) -> None:
    async with redis_store(server.url) as store:
        writers = (append_until_unavailable(store, stream) for stream in WRITERS)
        acknowledged, _ = await asyncio.gather(
            asyncio.gather(*writers), kill_after(store, 300, server)
        )

        server.start()
        loaded = await store.load(WRITERS)
        log = await store.after(0, limit=100_000)

    # An append that was under way may stand although nobody was told.
    unheard = [len(stream) - told for stream, told in zip(loaded, acknowledged, strict=True)]
    assert sum(acknowledged) >= 300 - len(WRITERS)
    assert set(unheard) <= {0, 1}
    assert [one.position for one in log] == list(range(1, sum(map(len, loaded)) + 1))


async def test_an_append_whose_answer_was_lost_stands_once_and_is_a_conflict_the_next_time(
    server: RedisServer, redis_store: StoreOver
) -> None:
    async with redis_store(f"{server.url}?socket_timeout=0.5") as store:
        await store.append([MESSAGE], STAMP)
        server.signal(signal.SIGSTOP)
        with pytest.raises(Unavailable):
            await store.append([BOOKING, CLAIM], STAMP)
        server.signal(signal.SIGCONT)

        followed = await store.after(1, wait=LONG)
        with pytest.raises(Conflict):
            await store.append([BOOKING, CLAIM], STAMP)

        appointment, diary = await store.load([APPOINTMENT, DIARY])
    assert [one.event for one in followed] == [BOOKED, CLAIMED]
    assert [[one.event for one in stream] for stream in (appointment, diary)] == [
        [BOOKED],
        [CLAIMED],
    ]


async def test_a_server_that_is_gone_is_unavailable_to_every_call(
    server: RedisServer, redis_store: StoreOver
) -> None:
    async with redis_store(server.url) as store:
        await store.append([BOOKING], STAMP)
        server.kill()

        with pytest.raises(Unavailable):
            await store.append([CLAIM], STAMP)
        with pytest.raises(Unavailable):
            await store.load([APPOINTMENT])
        with pytest.raises(Unavailable):
            await store.after(1, wait=LONG)
        with pytest.raises(Unavailable):
            await store.at(1)

        server.start()
        assert (await store.at(1)).event == BOOKED


async def test_a_follower_that_waits_while_the_server_dies_hears_of_it(
    server: RedisServer, redis_store: StoreOver
) -> None:
    async with redis_store(server.url) as store:
        await store.append([BOOKING], STAMP)
        follower = asyncio.create_task(store.after(1, wait=LONG))

        await kill_after(store, 0, server)

        with pytest.raises(Unavailable):
            await follower
        server.start()


async def test_nothing_that_a_customer_wrote_or_is_called_stands_readable_in_redis(
    server: RedisServer, redis_store: StoreOver
) -> None:
    async with redis_store(server.url) as store:
        await store.append([MESSAGE, NAMING, BOOKING], STAMP)

    stored = server.stored_bytes()

    assert b"K7QF" in stored  # what is not personal can be found this way
    assert b"Peregrina" not in stored
    assert "Outeiriño".encode() not in stored
    assert b"hueco" not in stored

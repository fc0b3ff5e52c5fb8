"""What the web side knows of a worker that has not begun."""

import asyncio

from entrypoints.heartbeat import Heartbeat
from infrastructure.redis.clients import connect_async
from tests.service.parts import Rack

SOON = 5.0  # seconds


async def test_a_worker_that_cannot_begin_is_not_alive_until_it_can(rack: Rack) -> None:
    client, begun = connect_async(rack.redis.url), asyncio.Event()
    heartbeat = Heartbeat(client)
    heartbeat.alarm("told")
    beating = asyncio.create_task(heartbeat.beat(begun))
    async with asyncio.timeout(SOON):
        while not await client.exists("{barbershop:0}:pulse:audit"):
            pass
    before = await heartbeat.pulse()

    begun.set()

    async with asyncio.timeout(SOON):
        while (pulse := await heartbeat.pulse()) is None:
            pass
    beating.cancel()
    await client.aclose()
    assert before is None
    assert pulse.is_alarmed

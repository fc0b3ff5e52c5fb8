import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import redis.asyncio

from domain.shop import Shop
from entrypoints.sandbox_page.calendars import Block, Calendars, DayView
from entrypoints.settings import DEMO_SHOP
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.loose_json import JsonObject
from infrastructure.sandbox.settings import SandboxCalendar
from infrastructure.shop_files.files import load_shops

MONDAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 15, 30, tzinfo=dt.UTC)  # 10:30 in New York


class Wall:
    """The calendars of the demo shop, with a pen."""

    def __init__(self, store: GoogleStore, shop: Shop) -> None:
        self._store = store
        self._shop = shop

    async def write(
        self, event_id: str, start: str, end: str, *, barber: int = 0, **more: object
    ) -> None:
        whose = self._shop.barbers[barber]
        calendar = SandboxCalendar(
            id=whose.calendar_id, summary=whose.name, timezone=self._shop.timezone
        )
        event: JsonObject = {
            "id": event_id,
            "summary": "Haircut · Alex",
            "start": {"dateTime": f"{start}:00-05:00"},
            "end": {"dateTime": f"{end}:00-05:00"},
            "updated": "2026-11-23T15:00:00.000Z",
            "etag": await self._store.fresh_etag(),
            **more,
        }
        assert await self._store.write(calendar, event, over=None)

    async def look(self, day: dt.date | None = MONDAY) -> DayView:
        return await Calendars(self._store).view(self._shop, NOW, day)

    async def blocks(self) -> tuple[Block, ...]:
        return (await self.look()).columns[0].blocks


@pytest.fixture
async def wall(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Wall]:
    server = EmbeddedRedis(Path(tmp_path_factory.mktemp("r")))
    client = redis.asyncio.Redis.from_url(server.start())
    yield Wall(GoogleStore(client), load_shops(DEMO_SHOP)[0])
    await client.aclose()
    server.stop()


async def test_an_event_stands_at_its_wall_time(wall: Wall) -> None:
    await wall.write("one", "2026-11-23T14:15", "2026-11-23T15:00")

    (block,) = await wall.blocks()

    assert (block.at.start, block.at.minutes) == (14 * 60 + 15, 45)
    assert (block.title, block.customer, block.time) == ("Haircut", "Alex", "14:15 to 15:00")


async def test_events_that_overlap_share_the_column(wall: Wall) -> None:
    await wall.write("one", "2026-11-23T14:00", "2026-11-23T15:00")
    await wall.write("two", "2026-11-23T14:30", "2026-11-23T15:30")
    await wall.write("three", "2026-11-23T16:00", "2026-11-23T16:30")

    blocks = await wall.blocks()

    assert [(one.lane, one.lanes) for one in blocks] == [(0, 2), (1, 2), (0, 1)]


async def test_a_deleted_event_is_gone(wall: Wall) -> None:
    await wall.write("one", "2026-11-23T14:00", "2026-11-23T15:00", status="cancelled")

    assert await wall.blocks() == ()


async def test_an_event_outside_the_opening_hours_widens_the_day(wall: Wall) -> None:
    await wall.write("one", "2026-11-23T07:30", "2026-11-23T08:00")

    view = await wall.look()

    assert (view.first, view.last) == (7 * 60, 19 * 60)


async def test_the_calendars_follow_the_latest_booking(wall: Wall) -> None:
    await wall.write("one", "2026-11-27T14:00", "2026-11-27T15:00")

    view = await wall.look(None)

    assert (view.day, view.followed) == (dt.date(2026, 11, 27), True)


async def test_the_latest_booking_is_followed_though_the_clock_was_set_back(wall: Wall) -> None:
    later = "2026-11-23T16:00:00.000Z"
    await wall.write("one", "2026-11-25T14:00", "2026-11-25T15:00", updated=later)
    await wall.write("two", "2026-11-24T14:00", "2026-11-24T15:00", barber=1)

    view = await wall.look(None)

    assert view.day == dt.date(2026, 11, 24)


async def test_without_bookings_ahead_they_show_today(wall: Wall) -> None:
    await wall.write("one", "2026-11-20T14:00", "2026-11-20T15:00")

    view = await wall.look(None)

    assert (view.day, view.now) == (MONDAY, 10 * 60 + 30)

"""Each calendar has one living channel, by which Google tells of changes."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from application.ports import Channel, Unavailable
from application.watch_calendar import WatchCalendar
from infrastructure.google.channels import ChannelTokens, GoogleCalendarChannels
from infrastructure.google.connection import GoogleConnection, token_credentials
from infrastructure.known_channels import RedisKnownChannels
from infrastructure.redis.clients import connect_async
from tests.fakes.clock import StandingClock
from tests.fakes.identities import CountedIdentities
from tests.sandbox.faulting import switch_on
from tests.sandbox.running import LUIS, RunningSandbox

ADDRESS = "https://shop.example.com/api/calendar/notifications"
TOKENS = ChannelTokens(b"k" * 32)
WATCH, STOP = "POST /calendars/*/events/watch", "POST /channels/stop"


class Tower:
    """Who watches Luis' calendar at the emulator, and what is known of it."""

    def __init__(
        self, sandbox: RunningSandbox, connection: GoogleConnection, known: RedisKnownChannels
    ) -> None:
        self.sandbox = sandbox
        self.known = known
        self.clock = StandingClock(sandbox.clock.now())
        self._channels = GoogleCalendarChannels(connection)
        self._identities = CountedIdentities()

    async def watch(self, address: str | None = ADDRESS) -> tuple[Channel, ...]:
        """Watch, and tell which channels there are then."""
        watch = WatchCalendar(
            channels=self._channels,
            known=self.known,
            token_of=TOKENS.of,
            clock=self.clock,
            identities=self._identities,
            address=address,
        )
        await watch(LUIS)
        return await self.known.all()

    def asked(self) -> list[str]:
        """The last words of the paths that were called, the first call first."""
        found = self.sandbox.http.get("/sandbox/requests?service=google").json()
        return [one["path"].rpartition("/")[2] for one in reversed(found)]


@pytest.fixture
async def tower(silent_sandbox: RunningSandbox, empty_redis: Path) -> AsyncIterator[Tower]:
    connection = GoogleConnection(
        token_credentials("sandbox"), api_url=f"{silent_sandbox.url}/sandbox/google/calendar/v3/"
    )
    client = connect_async(f"unix://{empty_redis}")
    yield Tower(silent_sandbox, connection, RedisKnownChannels(client))
    await client.aclose()
    await connection.close()


async def test_a_channel_is_opened_once(tower: Tower) -> None:
    first = await tower.watch()
    second = await tower.watch()

    (channel,) = first
    assert (channel.calendar_id, channel.address) == (LUIS, ADDRESS)
    assert second == first
    assert tower.asked() == ["watch"]


async def test_a_channel_is_renewed_a_day_before_it_ends_and_the_old_one_is_closed_after(
    tower: Tower,
) -> None:
    (old,) = await tower.watch()
    tower.clock.forward(timedelta(days=6, minutes=1))

    (new,) = await tower.watch()

    assert new.id != old.id
    assert tower.asked() == ["watch", "watch", "stop"]


async def test_a_channel_to_a_former_address_is_closed(tower: Tower) -> None:
    await tower.watch("https://old.example.com/x")

    (channel,) = await tower.watch()

    assert channel.address == ADDRESS
    assert tower.asked() == ["watch", "watch", "stop"]


async def test_an_old_channel_that_cannot_be_closed_is_forgotten(tower: Tower) -> None:
    await tower.watch("https://old.example.com/x")
    switch_on(tower.sandbox, {"service": "google", "when": STOP, "status": 503})

    assert len(await tower.watch()) == 1


async def test_nothing_is_watched_without_an_address(tower: Tower) -> None:
    assert await tower.watch(None) == ()
    assert tower.asked() == []


async def test_a_channel_that_could_not_be_opened_is_not_known(tower: Tower) -> None:
    switch_on(tower.sandbox, {"service": "google", "when": WATCH, "status": 503})

    with pytest.raises(Unavailable):
        await tower.watch()

    assert await tower.known.all() == ()


def test_a_token_fits_its_own_channel_alone() -> None:
    token = TOKENS.of("a")

    assert TOKENS.fits("a", token)
    assert not TOKENS.fits("b", token)
    assert not TOKENS.fits("a", "")
    assert not TOKENS.fits("a", "ä")
    assert not ChannelTokens(b"x" * 32).fits("a", token)

"""Having a calendar tell of its changes, so that they are followed at once."""

import contextlib
from collections.abc import Callable
from datetime import timedelta

from application.ports import (
    CalendarChannels,
    CalendarRefused,
    Channel,
    Clock,
    Identities,
    KnownChannels,
    Unavailable,
)

RENEWED_BEFORE = timedelta(days=1)  # Google's channels live a week, and are not renewed by Google


class WatchCalendar:
    """Keeps one channel open for each calendar, where the service can be reached from outside."""

    def __init__(
        self,
        *,
        channels: CalendarChannels,
        known: KnownChannels,
        token_of: Callable[[str], str],
        clock: Clock,
        identities: Identities,
        address: str | None,
    ) -> None:
        self._channels = channels
        self._known = known
        self._token_of = token_of
        self._clock = clock
        self._identities = identities
        self._address = address

    async def __call__(self, calendar_id: str) -> None:
        """Open a channel unless one lives on for a day; the new one is there before the old ends.

        Nothing without an address. Raises `Unavailable` and `CalendarRefused`.
        """
        if self._address is None:
            return
        now = self._clock.now()
        mine = [one for one in await self._known.all() if one.calendar_id == calendar_id]
        living = [
            one
            for one in mine
            if one.address == self._address and now + RENEWED_BEFORE < one.expires_at
        ]
        if not living:
            await self._open(calendar_id, self._address)
        for old in mine:
            if old not in living:
                await self._close(old)

    async def _open(self, calendar_id: str, address: str) -> None:
        channel_id = self._identities.fresh()
        token = self._token_of(channel_id)
        channel = await self._channels.open(
            calendar_id, channel_id=channel_id, address=address, token=token
        )
        await self._known.add(channel)

    async def _close(self, old: Channel) -> None:
        """End a channel; one that cannot be ended now expires by itself."""
        with contextlib.suppress(Unavailable, CalendarRefused):
            await self._channels.close(old)
        await self._known.forget(old.id)

"""How calendars tell that something changed."""

from datetime import datetime
from typing import Protocol

import msgspec


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar's promise to tell that address of changes, until it expires."""

    id: str
    calendar_id: str
    resource_id: str
    address: str
    expires_at: datetime


class CalendarChannels(Protocol):
    """Channels of the barbers' calendars. Both raise `Unavailable` and `CalendarRefused`."""

    async def open(self, calendar_id: str, *, channel_id: str, address: str, token: str) -> Channel:
        """Have changes told to the address; the token comes with each notification."""
        ...

    async def close(self, channel: Channel) -> None:
        """End the channel; fine if it ended already."""
        ...


class KnownChannels(Protocol):
    """The channels that were opened and not closed. All raise `Unavailable`."""

    async def all(self) -> tuple[Channel, ...]:
        """Every one of them, expired ones too."""
        ...

    async def add(self, channel: Channel) -> None:
        """Remember a channel."""
        ...

    async def forget(self, channel_id: str) -> None:
        """Forget a channel."""
        ...

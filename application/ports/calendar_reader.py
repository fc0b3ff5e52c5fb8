"""Reading the barbers' calendars."""

from typing import Protocol

import msgspec

from domain.interval import Interval


class CalendarItem(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a barber's calendar as it is found there, whoever made it.

    Without a time it was deleted. `busy` is `False` where it takes no time: shown as free, declined,
    or no more than a place of work. `series` names the recurring event that it is one of.
    """

    event_id: str
    time: Interval | None
    busy: bool = True
    series: str = ""


class CalendarChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a calendar, and the token from which the next reading goes on.

    A `whole` reading has all that stands in its days; any other has what changed since a token.
    """

    items: tuple[CalendarItem, ...]
    token: str
    whole: bool


class TokenExpired(Exception):
    """The calendar tells no changes since that token any more: it has to be read as a whole."""


class CalendarReader(Protocol):
    """What stands in the barbers' calendars. All raise `Unavailable` and `CalendarRefused`."""

    async def whole(self, calendar_id: str, days: Interval) -> CalendarChanges:
        """Everything that touches those days, recurring events one by one."""
        ...

    async def since(self, calendar_id: str, token: str) -> CalendarChanges:
        """What changed since then in the days of the whole reading. Raises `TokenExpired`."""
        ...

    async def item(self, calendar_id: str, event_id: str) -> CalendarItem:
        """One event as it is at this moment, deleted or not."""
        ...

"""Whose turn it is to follow which calendar, and how far it was followed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

import msgspec


class Bookmark(msgspec.Struct, frozen=True, kw_only=True):
    """How far a calendar was followed: the token, the first day of its whole reading, and when."""

    token: str
    first: date
    read_at: datetime


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar that is followed now, by nobody else; `lease` proves it."""

    calendar_id: str
    lease: str


class CalendarRounds(Protocol):
    """Whose turn it is to be followed, by one worker at a time. All raise `Unavailable`."""

    async def enrol(self, calendar_ids: Sequence[str]) -> None:
        """Have these followed and no others, at once where one is new."""
        ...

    async def hurry(self, calendar_id: str) -> None:
        """Have it followed as soon as nobody else does."""
        ...

    async def take(self) -> Round | None:
        """A calendar whose turn it is, for a minute; `None` where none is due."""
        ...

    async def hold(self, calendar_id: str) -> Round | None:
        """That calendar, due or not, for a minute; `None` while somebody follows it."""
        ...

    async def end(self, taken: Round, *, again: timedelta | None) -> None:
        """Give it back, due after that time, or when it was due before."""
        ...

    async def bookmark(self, calendar_id: str) -> Bookmark | None:
        """How far it was followed; `None` where it has to be read as a whole."""
        ...

    async def keep(self, taken: Round, bookmark: Bookmark) -> bool:
        """Note how far it was followed; `False`, and nothing noted, where the round was lost."""
        ...

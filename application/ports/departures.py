"""The messages that have set out, and when the next may."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal, Protocol

import msgspec

PAUSE = timedelta(minutes=1)

Word = Literal["answer", "status"]
"""By what WhatsApp tells how a message fares: at once in its answer, or in a later status."""


class Held(Exception):
    """A message may not go out before that time has passed.

    It is `counted` where it waits for something to mend, and not where it waits for its turn.
    """

    def __init__(self, by: timedelta, *, counted: bool = False) -> None:
        super().__init__(by)
        self.by = by
        self.counted = counted


class NumberPaused(Held):
    """All messages of a number wait until a person mends what WhatsApp refuses; `first` only now."""

    def __init__(self, number: str, code: int, *, by: timedelta, first: bool) -> None:
        super().__init__(by)
        self.number = number
        self.code = code
        self.first = first


class DoubtRemains(Exception):
    """No status told in time whether the message of that name was sent."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Leave(msgspec.Struct, frozen=True, kw_only=True):
    """A message that sets out: its name, from which number, and which attempt this is."""

    name: str
    number: str
    attempt: str


class Departures(Protocol):
    """Which messages have set out and have not been heard of, and when the next may.

    Times are the machine's. Everything raises `Unavailable`.
    """

    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        """Note durably that the message sets out now, if it may.

        A number sends so many a second, in any second; a person gets one in 6 seconds, of which
        45 may come at once. Raises `Held` until it may, `NumberPaused` while the number is paused,
        and `InDoubt` where it has set out before and was not heard of.
        """
        ...

    async def settle(self, leave: Leave, *, sent: bool) -> None:
        """Forget that it set out: it is known what became of it.

        The message that tries whether a pause is over ends it by being sent, but for a pause that
        a status told: that waits for a status again.
        """
        ...

    async def confirm(self, name: str, *, number: str) -> None:
        """Take in that a status tells of it as sent.

        That ends the pause of the number, if the message tried whether it is over. That it set out
        is not forgotten: who may send it has perhaps looked at the log before this was recorded.
        """
        ...

    async def forget(self, name: str) -> None:
        """Forget whatever attempt of that name set out."""
        ...

    async def hold(
        self, number: str, *, per_second: int, person: str | None, by: timedelta
    ) -> None:
        """Let none of the number's messages set out for that time, or none to that person."""
        ...

    async def pause(
        self,
        number: str,
        code: int,
        *,
        name: str,
        word: Word = "answer",
        shortest: timedelta = PAUSE,
    ) -> NumberPaused:
        """Let all messages of the number wait because of that one; what to raise about it.

        `shortest` at first, and twice as long each time, up to an hour or six times the shortest.
        What set out before the pause does not prolong it.
        """
        ...

    async def paused(self) -> Mapping[str, int]:
        """The numbers that are paused, with WhatsApp's error."""
        ...

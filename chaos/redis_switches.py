"""What goes wrong between a service and its Redis, switched while it runs."""

import asyncio
from fnmatch import fnmatchcase
from typing import Protocol

NEVER_ANSWERED = (b"SUBSCRIBE", b"UNSUBSCRIBE", b"PSUBSCRIBE", b"PUNSUBSCRIBE", b"SSUBSCRIBE")


class Judge(Protocol):
    """Says of each command, in its turn, whether the reply to it is to be lost."""

    def takes(self, words: tuple[bytes, ...]) -> bool:
        """Whether the reply to this command is lost."""
        ...


class Loss:
    """The replies to the next so many commands that fit a glob are to be lost."""

    def __init__(self, of: str, times: int) -> None:
        self.of = of
        self.times = times

    def takes(self, words: tuple[bytes, ...]) -> bool:
        """Whether the reply to this command is lost; that uses up one of the times."""
        fits = self.times > 0 and fnmatchcase(_text(words), self.of)
        self.times -= fits
        return fits


class Switches:
    """What holds for all connections; read and set in the proxy's own loop only."""

    def __init__(self) -> None:
        self.delay = 0.0
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.losses: list[Judge] = []
        self.lost = 0

    def loses(self, words: tuple[bytes, ...]) -> bool:
        """Whether the reply to this command is to be lost."""
        is_lost = any(loss.takes(words) for loss in self.losses)
        self.lost += is_lost
        return is_lost

    def heal(self) -> None:
        """Let everything pass again, and what hung go on."""
        self.delay = 0.0
        self.losses = []
        self.flowing.set()


def _text(words: tuple[bytes, ...]) -> str:
    name, *rest = words or (b"",)
    return b" ".join([name.upper(), *rest]).decode("latin-1")

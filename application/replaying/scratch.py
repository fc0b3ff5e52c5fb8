"""Where a replay puts what it has rebuilt, however much that is."""

from collections.abc import Iterator
from typing import Protocol

from application.replaying.states import State


class Scratch(Protocol):
    """States by the name of their stream, in bounded memory; gone with whoever opened it."""

    def get(self, stream: str) -> State | None:
        """The state that was put last under that name."""
        ...

    def put(self, stream: str, state: State) -> None:
        """Keep the state under that name instead of the one before."""
        ...

    def in_order(self, beginning: str = "") -> Iterator[tuple[str, State]]:
        """All states whose name begins so, by the code points of their names.

        Nothing is put while they are read.
        """
        ...

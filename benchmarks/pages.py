"""A whole log, page by page."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from infrastructure.event_store.codec import Stored

PAGE = 1000

Entry = TypeVar("Entry", bound=Stored)


def pages(select: Callable[[int, int], Sequence[Entry]]) -> Iterator[Sequence[Entry]]:
    """All entries in order; `select` gives at most so many from a position on."""
    start = 1
    while page := select(start, PAGE):
        yield page
        start = page[-1].id + 1

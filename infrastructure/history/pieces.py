"""Long things in pieces."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def pieces(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """The things in order, so many at a time; the last piece may be shorter."""
    rest = iter(things)
    while piece := list(islice(rest, size)):
        yield piece


def pairs(flat: Sequence[T]) -> Iterator[tuple[T, T]]:
    """The first with the second, the third with the fourth, and so on."""
    return zip(flat[0::2], flat[1::2], strict=True)

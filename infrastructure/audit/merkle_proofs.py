"""Proofs out of the leaves of a log, in bounded memory (RFC 6962, 2.1.1 and 2.1.2)."""

from collections.abc import Callable

from infrastructure.audit.leaf import LEAF
from infrastructure.audit.merkle import Frontier, parent

BLOCK = 1024  # leaves: below it nothing is remembered

LeafReader = Callable[[int, int], bytes]
"""The leaves from one index up to but without another, one after the other; 0 is the first."""


class MerkleProofs:
    """Makes proofs; several of one tree cost hardly more than the first."""

    def __init__(self, read: LeafReader) -> None:
        self._read = read
        self._known: dict[tuple[int, int], bytes] = {}

    def inclusion(self, index: int, size: int) -> tuple[bytes, ...]:
        """The audit path of the leaf at that index in the tree of that size, its sibling first."""
        if not 0 <= index < size:
            raise IndexError(index)
        return tuple(self._path(index, 0, size))

    def consistency(self, first: int, second: int) -> tuple[bytes, ...]:
        """That the tree of size `second` begins with the one of size `first`; empty from 0 on."""
        if not 0 <= first <= second:
            raise IndexError(first)
        return tuple(self._subproof(first, 0, second, whole=True)) if first else ()

    def root(self, start: int, stop: int) -> bytes:
        """The tree head of the leaves from `start` up to but without `stop`."""
        if stop - start <= BLOCK:
            return self._head(start, stop)
        if (start, stop) not in self._known:
            middle = start + _left(stop - start)
            self._known[start, stop] = parent(self.root(start, middle), self.root(middle, stop))
        return self._known[start, stop]

    def _path(self, index: int, start: int, stop: int) -> list[bytes]:
        if stop - start == 1:
            return []
        middle = start + _left(stop - start)
        if index < middle:
            return [*self._path(index, start, middle), self.root(middle, stop)]
        return [*self._path(index, middle, stop), self.root(start, middle)]

    def _subproof(self, end: int, start: int, stop: int, *, whole: bool) -> list[bytes]:
        if end == stop:
            return [] if whole else [self.root(start, stop)]
        middle = start + _left(stop - start)
        if end <= middle:
            return [*self._subproof(end, start, middle, whole=whole), self.root(middle, stop)]
        return [*self._subproof(end, middle, stop, whole=False), self.root(start, middle)]

    def _head(self, start: int, stop: int) -> bytes:
        packed = self._read(start, stop)
        frontier = Frontier()
        frontier.extend(packed[at : at + LEAF] for at in range(0, len(packed), LEAF))
        return frontier.root()


def _left(size: int) -> int:
    """How many leaves the left subtree has: the largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)

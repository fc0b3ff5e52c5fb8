"""What a log of some size comes down to: the end of its hash chain, and its tree head."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Self

from infrastructure.audit.leaf import LEAF
from infrastructure.audit.merkle import Frontier

START = bytes(32)


def link(chain: bytes, leaf: bytes) -> bytes:
    """The next value of the chain; over leaves, so that an event that was removed is chained too."""
    return sha256(b"\x02" + chain + leaf).digest()


def links(chain: bytes, leaves: Iterable[bytes]) -> Iterator[bytes]:
    """The value of the chain after each leaf."""
    for leaf in leaves:
        chain = sha256(b"\x02" + chain + leaf).digest()
        yield chain


def parted(packed: bytes) -> list[bytes]:
    """Leaves that stand one after the other, one by one."""
    return [packed[at : at + LEAF] for at in range(0, len(packed), LEAF)]


class Fingerprint:
    """Grows with the log, in memory of the order of the logarithm of its size."""

    def __init__(self, chain: bytes = START, tree: Frontier | None = None) -> None:
        self.chain = chain
        self._tree = tree or Frontier()

    @property
    def size(self) -> int:
        """How many leaves went into it."""
        return self._tree.size

    @property
    def root(self) -> bytes:
        """The tree head."""
        return self._tree.root()

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Add leaves at the end."""
        chain = self.chain
        for leaf in leaves:
            chain = sha256(b"\x02" + chain + leaf).digest()
        self.chain = chain
        self._tree.extend(leaves)

    def copy(self) -> Self:
        """Another that grows on its own."""
        return type(self)(self.chain, self._tree.copy())

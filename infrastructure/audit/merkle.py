"""The Merkle tree head of RFC 6962, 2.1, leaf by leaf."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Self

EMPTY = sha256(b"").digest()


def parent(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The roots of the largest full subtrees, the left one first: all that growing needs."""

    def __init__(self, size: int = 0, roots: Iterable[bytes] = ()) -> None:
        self.size = size
        self._roots = list(roots)

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaves at the right."""
        roots, size = self._roots, self.size
        for leaf in leaves:
            node, full = leaf, size
            while full & 1:
                node = sha256(b"\x01" + roots.pop() + node).digest()
                full >>= 1
            roots.append(node)
            size += 1
        self.size = size

    def root(self) -> bytes:
        """The tree head; of no leaves, that of the empty tree."""
        if not self._roots:
            return EMPTY
        root = self._roots[-1]
        for left in reversed(self._roots[:-1]):
            root = parent(left, root)
        return root

    def copy(self) -> Self:
        """Another that grows on its own."""
        return type(self)(self.size, self._roots)

"""Whether proofs hold (RFC 9162, 2.1.3.2 and 2.1.4.2)."""

from collections.abc import Sequence

import msgspec

from infrastructure.audit.merkle import parent


class Tree(msgspec.Struct, frozen=True):
    """A tree head: how many leaves it has, and its root."""

    size: int
    root: bytes


def includes(tree: Tree, leaf: bytes, index: int, path: Sequence[bytes]) -> bool:
    """Whether the leaf stands at that index of the tree; 0 is the first."""
    if not 0 <= index < tree.size:
        return False
    node, last, root = index, tree.size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            root = parent(sibling, root)
            node, last = _up(node, last)
        else:
            root = parent(root, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and root == tree.root


def extends(newer: Tree, older: Tree, proof: Sequence[bytes]) -> bool:
    """Whether the newer tree begins with all leaves of the older one, unchanged."""
    if older.size == newer.size:
        return not proof and older.root == newer.root
    if older.size == 0:
        return not proof and newer.size > 0
    if older.size > newer.size or not proof:
        return False
    return _leads_to_both(newer, older, proof)


def _leads_to_both(newer: Tree, older: Tree, proof: Sequence[bytes]) -> bool:
    is_full = older.size & (older.size - 1) == 0
    seed, *rest = [older.root, *proof] if is_full else proof
    node, last = older.size - 1, newer.size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    first = second = seed
    for sibling in rest:
        if last == 0:
            return False
        if node & 1 or node == last:
            first, second = parent(sibling, first), parent(sibling, second)
            node, last = _up(node, last)
        else:
            second = parent(second, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and (first, second) == (older.root, newer.root)


def _up(node: int, last: int) -> tuple[int, int]:
    """Past the levels where the node has no sibling."""
    while not node & 1 and node != 0:
        node, last = node >> 1, last >> 1
    return node, last

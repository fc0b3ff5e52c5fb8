"""Looks for one order of concurrent operations that explains every answer.

The search is the one of Wing and Gong ("Testing and verifying concurrent objects", 1993) with the
memory of Lowe ("Testing for linearizability", 2017): no state is searched twice. Linearizability is
local (Herlihy and Wing, 1990), so each slot is looked at by itself.
"""

from collections.abc import Iterator, Sequence
from math import inf

from chaos.linearizability.history import FREE, Operation, after

Place = tuple[int, str]  # which operations have taken effect, one bit each, and who has the slot


def unexplained(operations: Sequence[Operation]) -> Operation | None:
    """`None` if an order exists in which each answer is right; else the answer that breaks it.

    Of all orders, the longest is taken; it is the operation that should have come next at last.
    """
    found = sorted(operations, key=lambda one: one.invoked)
    known = sum(1 << n for n, one in enumerate(found) if one.returned < inf)
    beginning = _settled(found, (0, FREE))
    waiting, seen, longest = [beginning], {beginning}, beginning
    while waiting:
        place = waiting.pop()
        if place[0] & known == known:
            return None
        longest = max(place, longest, key=lambda one: (one[0] & known).bit_count())
        fresh = {_settled(found, one) for one in _next(found, place)} - seen
        seen |= fresh
        waiting += sorted(fresh)
    return _most_urgent(found, longest)


def _next(found: Sequence[Operation], place: Place) -> Iterator[Place]:
    """Where the slot may be after one more operation that changes it."""
    done, owner = place
    for n, operation in _possible(found, done):
        changed = after(owner, operation)
        if changed is not None and changed != owner:
            yield done | 1 << n, changed


def _settled(found: Sequence[Operation], place: Place) -> Place:
    """The same after all that could take effect now and change nothing: no later time is better."""
    done, owner = place
    quiet = True
    while quiet:
        quiet = False
        for n, operation in _possible(found, done):
            if operation.returned < inf and after(owner, operation) == owner:
                done |= 1 << n
                quiet = True
    return done, owner


def _possible(found: Sequence[Operation], done: int) -> list[tuple[int, Operation]]:
    """Those that were called before any other that is still to come had returned."""
    open_: list[tuple[int, Operation]] = []
    earliest = inf
    for n, operation in enumerate(found):
        if operation.invoked > earliest:
            break
        if not done >> n & 1:
            open_.append((n, operation))
            earliest = min(earliest, operation.returned)
    return open_


def _most_urgent(found: Sequence[Operation], place: Place) -> Operation:
    return min((one for _, one in _possible(found, place[0])), key=lambda one: one.returned)

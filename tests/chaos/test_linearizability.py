from math import inf

import pytest

from chaos.linearizability import part
from chaos.linearizability.checker import unexplained
from chaos.linearizability.history import Operation, What
from chaos.part import Order

Told = bool | str | None


def op(
    what: What, owner: str, invoked: float, returned: float = inf, *, told: Told = None
) -> Operation:
    return Operation(
        slot=0, what=what, owner=owner, invoked=invoked, returned=returned, answer=told
    )


def read(seen: str, invoked: float, returned: float) -> Operation:
    return op("read", "", invoked, returned, told=seen)


EXPLAINED = {
    "one after the other": [
        op("book", "a", 0, 1, told=True),
        op("book", "b", 2, 3, told=False),
        op("release", "a", 4, 5, told=True),
        op("book", "b", 6, 7, told=True),
        read("b", 8, 9),
    ],
    "of two at once, the later call may win": [
        op("book", "a", 0, 10, told=False),
        op("book", "b", 5, 8, told=True),
    ],
    "an unknown booking may have taken effect": [
        op("book", "a", 0),
        read("", 1, 2),
        read("a", 3, 4),
    ],
    "an unknown booking may never take effect": [op("book", "a", 0), read("", 1, 2)],
    "an unknown booking may take effect after others came and went": [
        op("book", "a", 0),
        op("book", "b", 1, 2, told=True),
        op("release", "b", 3, 4, told=True),
        read("a", 5, 6),
    ],
    "an unknown release explains a second booking": [
        op("book", "a", 0, 1, told=True),
        op("release", "a", 2),
        op("book", "b", 3, 4, told=True),
    ],
    "a release of what is gone does nothing": [
        op("book", "a", 0, 1, told=True),
        op("release", "x", 2, 3, told=False),
        read("a", 4, 5),
    ],
}

BROKEN = {
    "booked twice": [
        op("book", "a", 0, 1, told=True),
        op("book", "b", 2, 3, told=True),
    ],
    "booked twice at once": [
        op("book", "a", 0, 3, told=True),
        op("book", "b", 1, 2, told=True),
    ],
    "read after it was overwritten": [
        op("book", "a", 0, 1, told=True),
        op("release", "a", 2, 3, told=True),
        read("a", 4, 5),
    ],
    "lost though acknowledged": [op("book", "a", 0, 1, told=True), read("", 2, 3)],
    "seen, then unseen": [op("book", "a", 0, 9, told=True), read("a", 1, 2), read("", 3, 4)],
    "refused though free": [op("book", "a", 0, 1, told=False)],
    "an unknown booking took effect twice": [
        op("book", "a", 0),
        read("a", 1, 2),
        op("release", "a", 3, 4, told=True),
        read("a", 5, 6),
    ],
    "took effect before it was called": [
        read("a", 0, 1),
        op("book", "a", 2, 3, told=True),
    ],
    "released what somebody else has": [
        op("book", "a", 0, 1, told=True),
        op("release", "b", 2, 3, told=True),
    ],
}


@pytest.mark.parametrize("history", EXPLAINED.values(), ids=EXPLAINED.keys())
def test_a_history_that_some_order_explains_is_right(history: list[Operation]) -> None:
    assert unexplained(history) is None


@pytest.mark.parametrize("history", BROKEN.values(), ids=BROKEN.keys())
def test_a_planted_violation_is_found(history: list[Operation]) -> None:
    assert unexplained(history) is not None


def test_many_unknown_bookings_are_searched_in_no_time() -> None:
    lost = [op("book", f"lost{n}", n) for n in range(40)]
    sure = [op("book", "a", 100, 101, told=True), read("a", 102, 103)]

    assert unexplained([*lost, *sure]) is None
    assert unexplained([*lost, *sure, read("", 104, 105)]) is not None


def test_slots_behave_as_if_one_hand_kept_the_book_while_redis_is_in_trouble() -> None:
    verdict = part.run(Order(short=True))

    assert verdict.breaches == ()

"""What the parts of `make chaos` have in common: what they are told, and what they find."""

from collections.abc import Callable

import msgspec


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """How to run a part: the short form or the long one, and the seed that all its chance is of.

    A reply that was sent twice is a breach; it is only counted where `once` is not set.
    """

    short: bool
    seed: int = 0
    once: bool = True
    tell: Callable[[str], object] = lambda _: None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a part did and saw; `breaches` says in words what was broken, nothing where all holds.

    `doubles` counts replies that were sent twice; `None` where a part sends none.
    """

    size: str
    checked: str
    breaches: tuple[str, ...] = ()
    doubles: int | None = None


Part = Callable[[Order], Verdict]

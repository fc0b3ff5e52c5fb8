"""What came of the kills: how much was written meanwhile, and who was answered how often."""

import msgspec

from chaos.kills.listed import Listed
from chaos.part import Order, Verdict

LEAST = 19.0  # messages a second, of the twenty that are to be written while processes are killed


class Fire(msgspec.Struct, frozen=True, kw_only=True):
    """How it went while processes were killed.

    `ended` are the roles that had ended by themselves when they were to be killed.
    """

    kills: int
    ended: tuple[str, ...]
    wrote: tuple[str, ...]
    offered: float  # messages a second, as the next two
    taken: float
    answered: float


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What became of all that was written: phones."""

    once: int
    twice: tuple[str, ...]
    dead: tuple[str, ...]
    in_doubt: tuple[str, ...]
    lost: tuple[str, ...]


def answers(counts: dict[str, int], found: Listed) -> Answers:
    """Who was answered how often, and of the others who is listed."""
    silent = {one for one, count in counts.items() if not count}
    dead = found.dead & silent
    in_doubt = (found.in_doubt & silent) - dead
    return Answers(
        once=sum(count == 1 for count in counts.values()),
        twice=tuple(one for one, count in counts.items() if count > 1),
        dead=tuple(dead),
        in_doubt=tuple(in_doubt),
        lost=tuple(silent - dead - in_doubt),
    )


def verdict(order: Order, fire: Fire, found: Answers) -> Verdict:
    """What was broken. The short form may be as slow as the machine is."""
    twice = [f"{one} was answered more than once" for one in found.twice]
    return Verdict(
        size=(
            f"{fire.kills} SIGKILLs of web and worker,"
            f" {len(fire.wrote)} messages, {fire.offered:.1f} a second"
        ),
        checked=(
            f"{found.once} answered once; meanwhile {fire.taken:.1f} a second were on their way"
            f" and {fire.answered:.1f} answered;"
            f" {len(found.dead)} dead letters, {len(found.in_doubt)} in doubt,"
            f" {len(found.lost)} lost"
        ),
        breaches=(
            *(f"{one} was never answered, and is not listed" for one in found.lost),
            *(twice if order.once else ()),
            *(f"{role} ended by itself" for role in fire.ended),
            *(() if order.short else _too_slow(fire)),
        ),
        doubles=len(found.twice),
    )


def _too_slow(fire: Fire) -> tuple[str, ...]:
    rate = fire.taken
    return (f"only {rate:.1f} messages a second were on their way",) if rate < LEAST else ()

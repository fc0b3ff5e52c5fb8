"""Kills both roles by turns under twenty messages a second, and looks who was answered how often."""

import time
from random import Random

import msgspec

from chaos.kills.crowd import Crowd
from chaos.kills.heard import Heard
from chaos.kills.listed import Listed, listed
from chaos.kills.service import ROLES, Service
from chaos.own_redis import own_folder, own_redis
from chaos.part import Order, Verdict
from tests.service.parts import Outside, settings_of

BETWEEN = (0.5, 4.0)  # seconds from one kill to the next; a role starts in one or two
PATIENCE = 120.0  # seconds without any further answer; what a killed worker held waits for ten
POLL = 0.5


class Fire(msgspec.Struct, frozen=True, kw_only=True):
    """How it went while processes were killed."""

    kills: int
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


def run(order: Order) -> Verdict:
    """Kill, wait until all is quiet, and count."""
    with own_folder() as folder, own_redis() as redis, own_redis(durable=False) as emulated:
        settings = settings_of(folder)
        outside, heard = Outside(settings, emulated.url), Heard(emulated.url)
        outside.start()
        service = Service(settings, redis.url, f"http://127.0.0.1:{outside.port}/sandbox/graph")
        try:
            fire = _fire(order, service, outside, heard)
            found = _settled(order, fire, heard, redis.url)
        finally:
            service.close()
            outside.close()
    return _verdict(order, fire, found)


def _fire(order: Order, service: Service, outside: Outside, heard: Heard) -> Fire:
    kills = 5 if order.short else 200
    begun = time.monotonic()
    with Crowd(outside) as crowd:
        _kill(order, service, kills)
        seconds = time.monotonic() - begun
        answered = sum(count > 0 for count in heard.answers(tuple(crowd.wrote)).values())
    return Fire(
        kills=kills,
        wrote=tuple(crowd.wrote),
        offered=crowd.offered,
        taken=crowd.taken,
        answered=answered / seconds,
    )


def _kill(order: Order, service: Service, kills: int) -> None:
    random = Random(order.seed)  # noqa: S311 - chance, not a secret
    for kill in range(1, kills + 1):
        time.sleep(random.uniform(*BETWEEN))
        service.kill(random.choice(ROLES))
        if kill % 10 == 0:
            order.tell(f"{kill} of {kills} kills")


def _settled(order: Order, fire: Fire, heard: Heard, url: str) -> Answers:
    """Count once everybody is answered or listed, or when patience ends."""
    unanswered, quiet_since = set(fire.wrote), time.monotonic()
    found = listed(url)
    while unanswered and time.monotonic() < quiet_since + PATIENCE:
        time.sleep(POLL)
        still = {one for one, count in heard.answers(unanswered).items() if not count}
        order.tell(f"{len(still)} of {len(fire.wrote)} wait for an answer")
        if still != unanswered:
            unanswered, quiet_since = still, time.monotonic()
            continue
        found = listed(url)
        if unanswered <= found.dead | found.in_doubt:
            break
    return _answers(heard.answers(fire.wrote), found)


def _answers(counts: dict[str, int], found: Listed) -> Answers:
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


def _verdict(order: Order, fire: Fire, found: Answers) -> Verdict:
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
        ),
        doubles=len(found.twice),
    )

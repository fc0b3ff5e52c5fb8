"""Kills both roles by turns under twenty messages a second, and looks who was answered how often."""

import time
from random import Random

import msgspec

from chaos.kills.crowd import Crowd
from chaos.kills.listed import Listed
from chaos.kills.service import ROLES, Service
from chaos.own_redis import own_folder, own_redis
from chaos.part import Order, Verdict
from tests.service.parts import Outside, settings_of

BETWEEN = (0.5, 4.0)  # seconds from one kill to the next; a role starts in one or two
PATIENCE = 120.0  # seconds for everything to be answered; what a killed worker held waits for ten
POLL = 0.5


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What became of all that was written: phones."""

    once: int
    twice: tuple[str, ...]
    dead: tuple[str, ...]
    in_doubt: tuple[str, ...]
    lost: tuple[str, ...]


def run(order: Order) -> Verdict:
    """Kill, wait until all is quiet, and count."""
    kills = 5 if order.short else 200
    with own_folder() as folder, own_redis() as redis, own_redis(durable=False) as emulated:
        settings = settings_of(folder)
        outside = Outside(settings, emulated.url)
        outside.start()
        service = Service(settings, redis.url, f"http://127.0.0.1:{outside.port}/sandbox/graph")
        try:
            with Crowd(outside) as crowd:
                _kill(order, service, kills)
            found = _settled(order, crowd, Listed(redis.url))
        finally:
            service.close()
            outside.close()
    return _verdict(order, kills, found, crowd)


def _kill(order: Order, service: Service, kills: int) -> None:
    random = Random(order.seed)  # noqa: S311 - chance, not a secret
    for kill in range(1, kills + 1):
        time.sleep(random.uniform(*BETWEEN))
        service.kill(random.choice(ROLES))
        if kill % 10 == 0:
            order.tell(f"{kill} of {kills} kills")


def _settled(order: Order, crowd: Crowd, listed: Listed) -> Answers:
    """Count once everybody is answered or listed, or when patience ends."""
    unanswered = set(crowd.wrote)
    deadline = time.monotonic() + PATIENCE
    while unanswered and time.monotonic() < deadline:
        time.sleep(POLL)
        unanswered = {one for one, count in crowd.answers(unanswered).items() if not count}
        order.tell(f"{len(unanswered)} of {len(crowd.wrote)} wait for an answer")
        if unanswered and unanswered <= listed.dead() | listed.in_doubt():
            break
    counts = crowd.answers(crowd.wrote)
    silent = {one for one, count in counts.items() if not count}
    dead, in_doubt = listed.dead() & silent, listed.in_doubt() & silent
    return Answers(
        once=sum(count == 1 for count in counts.values()),
        twice=tuple(one for one, count in counts.items() if count > 1),
        dead=tuple(dead),
        in_doubt=tuple(in_doubt - dead),
        lost=tuple(silent - dead - in_doubt),
    )


def _verdict(order: Order, kills: int, found: Answers, crowd: Crowd) -> Verdict:
    twice = [f"{one} was answered more than once" for one in found.twice]
    return Verdict(
        size=(
            f"{kills} SIGKILLs of web and worker,"
            f" {len(crowd.wrote)} messages at {crowd.pace:.0f} a second"
        ),
        checked=(
            f"{found.once} answered once, {len(found.dead)} dead letters,"
            f" {len(found.in_doubt)} in doubt, {len(found.lost)} lost"
        ),
        breaches=(
            *(f"{one} was never answered, and is not listed" for one in found.lost),
            *(twice if order.once else ()),
        ),
        doubles=len(found.twice),
    )

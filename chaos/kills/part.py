"""Kills both roles by turns under twenty messages a second, and looks who was answered how often."""

import time
from random import Random

from chaos.kills.crowd import Crowd
from chaos.kills.heard import Heard
from chaos.kills.listed import listed
from chaos.kills.outcome import Answers, Fire, answers, verdict
from chaos.kills.service import ROLES, Service
from chaos.own_redis import own_folder, own_redis
from chaos.part import Order, Verdict
from tests.service.parts import Outside, settings_of

BETWEEN = (0.5, 4.0)  # seconds from one kill to the next; a role starts in one or two
PATIENCE = 120.0  # seconds without any further answer; a doubt is listed well within them
POLL = 0.5


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
    return verdict(order, fire, found)


def _fire(order: Order, service: Service, outside: Outside, heard: Heard) -> Fire:
    kills = 5 if order.short else 200
    begun = time.monotonic()
    with Crowd(outside) as crowd:
        ended = _kill(order, service, kills)
        seconds = time.monotonic() - begun
        answered = sum(count > 0 for count in heard.answers(tuple(crowd.wrote)).values())
    return Fire(
        kills=kills - len(ended),
        ended=ended,
        wrote=tuple(crowd.wrote),
        offered=crowd.offered,
        taken=crowd.taken,
        answered=answered / seconds,
    )


def _kill(order: Order, service: Service, kills: int) -> tuple[str, ...]:
    """Kill so often, and tell which roles had ended by themselves before that."""
    random = Random(order.seed)  # noqa: S311 - chance, not a secret
    ended: list[str] = []
    for kill in range(1, kills + 1):
        time.sleep(random.uniform(*BETWEEN))
        role = random.choice(ROLES)
        if not service.kill(role):
            ended.append(role)
        if kill % 10 == 0:
            order.tell(f"{kill} of {kills} kills")
    return tuple(ended)


def _settled(order: Order, fire: Fire, heard: Heard, url: str) -> Answers:
    """Count once nothing waits and everybody is answered or listed, or when patience ends."""
    unanswered, quiet_since = set(fire.wrote), time.monotonic()
    found = listed(url)
    while not found.settles(unanswered) and time.monotonic() < quiet_since + PATIENCE:
        time.sleep(POLL)
        still = {one for one, count in heard.answers(unanswered).items() if not count}
        order.tell(f"{len(still)} of {len(fire.wrote)} wait for an answer")
        if still != unanswered:
            unanswered, quiet_since = still, time.monotonic()
            continue
        found = listed(url)
    return answers(heard.answers(fire.wrote), found)

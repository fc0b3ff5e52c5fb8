"""Redis killed amid appends of eight clients, in short; `python -m chaos.redis_kills` for long."""

import msgspec
import pytest
from eventsourcing.persistence import Notification

from chaos.appending import Part, Told
from chaos.promises import breaches
from chaos.redis_kills import kill_redis


def event(position: int, stream: str, version: int, part: Part) -> Notification:
    return Notification(stream, version, "t/1", msgspec.msgpack.encode(part), position)


WHOLE = (
    event(1, "a", 1, Part("c 1", 1, 2)),
    event(2, "b", 1, Part("c 1", 2, 2)),
    event(3, "a", 2, Part("c 3", 1, 1)),
)
TORN = (
    event(1, "a", 1, Part("c 1", 1, 2)),
    event(2, "a", 2, Part("c 3", 1, 1)),
    event(3, "b", 1, Part("c 1", 2, 2)),
)
TOLD = (Told(name="c 1", ids=(1, 2)), Told(name="c 3", ids=(3,)))


def test_nothing_acknowledged_is_lost_and_nothing_stands_in_part_when_redis_is_killed() -> None:
    outcome = kill_redis(kills=5)

    assert outcome.breaches == ()
    assert outcome.acknowledged >= 5 * 40
    assert outcome.unknown > 0


def test_a_log_that_keeps_every_promise_has_no_breach() -> None:
    assert breaches(WHOLE, TOLD, {"c": 3}) == []


@pytest.mark.parametrize(
    ("log", "position", "breach"),
    [
        (WHOLE[:2], 1, "acknowledged and is not there"),
        (WHOLE[1:], 3, "ids have gaps"),
        ((*WHOLE[:1], *WHOLE[2:]), 3, "is partial"),
        ((*WHOLE, event(4, "b", 2, Part("c 3", 1, 1))), 3, "there twice"),
        ((*WHOLE[:2], event(3, "a", 3, Part("c 3", 1, 1))), 3, "versions of a have gaps"),
        (TORN, 3, "torn apart"),
        (WHOLE, 2, "did not move"),
    ],
)
def test_each_broken_promise_is_seen(
    log: tuple[Notification, ...], position: int, breach: str
) -> None:
    assert breach in " / ".join(breaches(log, TOLD, {"c": position}))

"""How fast calls may be made, in one process and shared by all, while a test lets time pass."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import redis

from application.ports import Unavailable
from infrastructure.google.shared_quota import SharedQuota
from infrastructure.google.token_bucket import BURST, PER_MINUTE, Quota, TokenBucket
from infrastructure.redis.clients import connect

KEY = "{barbershop:0}:google:quota"
PassTime = Callable[[float], object]


class Nothing:
    """No quota at all."""

    def take(self) -> timedelta | None:
        return None

    def pause(self, length: timedelta) -> None: ...


class Hands:
    """The hands of a clock."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def go_on(self, seconds: float) -> None:
        self.seconds += seconds


class Bench:
    """A quota of three calls at once, and then one a second; and time that passes."""

    def __init__(self, quota: Quota, pass_time: PassTime) -> None:
        self.quota = quota
        self.pass_time = pass_time

    def begin(self, count: int) -> list[int | None]:
        """Begin so many calls; how many seconds each has to wait, rounded up."""
        waits = [self.quota.take() for _ in range(count)]
        return [None if one is None else -(-one // timedelta(seconds=1)) for one in waits]


@pytest.fixture
def client(empty_redis: Path) -> Iterator[redis.Redis]:
    with connect(f"unix://{empty_redis}") as client:
        yield client


@pytest.fixture(params=os.environ.get("QUOTAS", "process shared").split())
def bench(request: pytest.FixtureRequest, client: redis.Redis) -> Bench:
    if request.param == "process":
        hands = Hands()
        return Bench(TokenBucket(per_minute=60, burst=3, clock=hands), hands.go_on)
    if request.param == "shared":
        # Redis keeps the time at which the bucket is full: as if that were nearer by now.
        shared = SharedQuota(client, per_minute=60, burst=3)
        return Bench(shared, lambda seconds: client.decrby(KEY, int(seconds * 1_000_000)))
    return Bench(Nothing(), lambda _: None)


def test_so_many_calls_begin_at_once_and_the_next_has_to_wait(bench: Bench) -> None:
    assert bench.begin(4) == [None, None, None, 1]


def test_tokens_come_back_with_time_up_to_the_burst(bench: Bench) -> None:
    bench.begin(3)

    bench.pass_time(1)
    one = bench.begin(2)
    bench.pass_time(3600)
    three = bench.begin(4)

    assert (one, three) == ([None, 1], [None, None, None, 1])


def test_a_pause_holds_for_everybody_and_ends(bench: Bench) -> None:
    bench.quota.pause(timedelta(seconds=60))

    at_once = bench.begin(1)
    bench.pass_time(60)

    assert (at_once, bench.begin(2)) == ([60], [None, 1])


def test_a_shorter_pause_does_not_end_a_longer_one(bench: Bench) -> None:
    bench.quota.pause(timedelta(seconds=60))
    bench.quota.pause(timedelta(seconds=5))

    assert bench.begin(1) == [60]


def test_two_processes_share_one_quota(client: redis.Redis) -> None:
    first, second = (SharedQuota(client, per_minute=60, burst=3) for _ in range(2))
    third = SharedQuota(client, per_minute=60, burst=3, partition="another")

    begun = [one.take() is None for one in (first, second, first, second, third)]

    assert begun == [True, True, True, False, True]


def test_the_quota_is_never_exceeded_in_a_minute() -> None:
    hands = Hands()
    bucket = TokenBucket(clock=hands)

    begun = 0
    for _ in range(6000):
        begun += bucket.take() is None
        hands.seconds += 0.01

    assert begun <= PER_MINUTE + BURST <= 600


def test_a_redis_that_is_away_is_an_outage() -> None:
    with connect("unix:///nowhere") as away, pytest.raises(Unavailable):
        SharedQuota(away).take()


@pytest.mark.parametrize("sent", [1, 2])
def test_a_pause_that_is_sent_twice_is_as_long(client: redis.Redis, sent: int) -> None:
    bench = Bench(SharedQuota(client, per_minute=60, burst=3), lambda _: None)

    for _ in range(sent):
        bench.quota.pause(timedelta(seconds=60))

    assert bench.begin(1) == [60]

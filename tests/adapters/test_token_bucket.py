"""How fast calls may be made, by a clock that a test moves."""

from datetime import timedelta

import pytest

from infrastructure.google.token_bucket import TokenBucket


class Hands:
    """The hands of a clock."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def bucket(hands: Hands) -> TokenBucket:
    """Three at once, and then one a second."""
    return TokenBucket(per_minute=60, burst=3, clock=hands)


def taken(bucket: TokenBucket, count: int) -> list[timedelta | None]:
    return [bucket.take() for _ in range(count)]


def test_so_many_calls_begin_at_once_and_the_next_has_to_wait(bucket: TokenBucket) -> None:
    assert taken(bucket, 4) == [None, None, None, timedelta(seconds=1)]


def test_tokens_come_back_with_time_up_to_the_burst(bucket: TokenBucket, hands: Hands) -> None:
    taken(bucket, 3)

    hands.seconds += 1
    one = taken(bucket, 2)
    hands.seconds += 3600
    three = taken(bucket, 4)

    assert one == [None, timedelta(seconds=1)]
    assert three == [None, None, None, timedelta(seconds=1)]


def test_a_pause_holds_for_everybody_and_ends(bucket: TokenBucket, hands: Hands) -> None:
    bucket.pause(timedelta(seconds=60))

    at_once = bucket.take()
    hands.seconds += 60

    assert at_once == timedelta(seconds=60)
    assert taken(bucket, 2) == [None, timedelta(seconds=1)]


def test_a_shorter_pause_does_not_end_a_longer_one(bucket: TokenBucket) -> None:
    bucket.pause(timedelta(seconds=60))
    bucket.pause(timedelta(seconds=5))

    assert bucket.take() == timedelta(seconds=60)


def test_the_quota_is_never_exceeded_in_a_minute(hands: Hands) -> None:
    bucket = TokenBucket(clock=hands)

    begun = 0
    for _ in range(6000):
        begun += bucket.take() is None
        hands.seconds += 0.01

    assert begun <= 600

"""The scripts of a restore write what they are given once, wholly or not at all."""

import pytest
import redis
from redis.exceptions import ResponseError

from infrastructure.history.scripts import script
from tests.history.contents import contents
from tests.history.synthetic import TAG

Argument = str | bytes | int

MARKER = f"{TAG}:restoring"
EVENT: list[Argument] = ["e", 1, 1, 1, "t/1", b"state"]
LEAVES: list[Argument] = ["r", 2, bytes(64)]
NEXT: list[Argument] = ["e", 1, 4, 2, "t/1", b"state"]


@pytest.fixture
def begun(client: redis.Redis) -> redis.Redis:
    """An empty partition that is claimed for the backup `d`."""
    assert script(client, "restore_begin")(keys=[MARKER, f"{TAG}:relay"], args=["d", 7]) == 0
    return client


def events(client: redis.Redis, *items: Argument, digest: str = "d", before: int = 0) -> object:
    names = ("log", "head", "removed", "stream:a")
    keys = [MARKER, *(f"{TAG}:{name}" for name in names)]
    return script(client, "restore_events")(keys=keys, args=[digest, before, 3, "a", *items])


def commands(client: redis.Redis, *items: Argument, keys: int = 1, before: int = 0) -> object:
    names = [MARKER, *([f"{TAG}:k"] * keys)]
    return script(client, "restore_keys")(keys=names, args=["d", before, 3, *items])


def test_events_and_leaves_take_the_positions_that_they_had(begun: redis.Redis) -> None:
    done = events(begun, *EVENT, *LEAVES, *NEXT)

    assert done == 1
    assert [entry for entry, _ in begun.xrange(f"{TAG}:log") or []] == [b"1-0", b"4-0"]
    assert begun.zrange(f"{TAG}:stream:a", 0, -1) == [b"1", b"4"]
    assert begun.hgetall(f"{TAG}:removed") == {b"2": bytes(64)}
    assert (begun.get(f"{TAG}:head"), begun.hget(MARKER, "lines")) == (b"4", b"3")


def test_the_same_lines_are_not_written_twice(begun: redis.Redis) -> None:
    events(begun, *EVENT)
    commands(begun, "RPUSH", 1, b"x", before=3)
    before = contents(begun)

    assert (events(begun, *EVENT), commands(begun, "RPUSH", 1, b"x")) == (0, 0)
    assert contents(begun) == before


def test_lines_of_another_file_are_not_written(begun: redis.Redis) -> None:
    assert events(begun, *EVENT, digest="other") == 0
    assert not begun.exists(f"{TAG}:log")


@pytest.mark.parametrize(
    "items",
    [
        ["e", 1, 2, 1, "t/1", b"s"],
        [*EVENT, "e", 1, 1, 2, "t/1", b"s"],
        [*EVENT, "e", 1, 3, 2, "t/1", b"s"],
        [*EVENT, "e", 1, 2, 1, "t/1", b"s"],
        [*EVENT, "e", 1, 2, "x", "t/1", b"s"],
        [*EVENT, "e", 1, 2, 2, "t/1"],
        [*EVENT, "r", 2, bytes(33)],
        [*EVENT, "r", 2, b""],
        [*EVENT, "r", 3, bytes(32)],
    ],
    ids=[
        "begins late", "position again", "position left out", "version again", "no version",
        "cut off", "leaf cut off", "no leaf", "leaf too far",
    ],
)  # fmt: skip
def test_events_that_do_not_follow_are_refused_with_all_that_came_with_them(
    begun: redis.Redis, items: list[Argument]
) -> None:
    before = contents(begun)

    with pytest.raises(ResponseError):
        events(begun, *items)

    assert contents(begun) == before


@pytest.mark.parametrize(
    ("items", "keys"),
    [
        (["RPUSH", 1, b"x", "DEL", 0], 2),
        (["RPUSH", 1, b"x", "RPUSH", 2, b"y"], 2),
        (["RPUSH", 1, b"x"], 2),
        (["RPUSH", "x"], 1),
    ],
    ids=["another command", "cut off", "a key too many", "no count"],
)
def test_commands_are_run_wholly_or_not_at_all(
    begun: redis.Redis, items: list[Argument], keys: int
) -> None:
    before = contents(begun)

    with pytest.raises(ResponseError):
        commands(begun, *items, keys=keys)

    assert contents(begun) == before


def test_a_key_of_another_type_is_left_as_it_is(begun: redis.Redis) -> None:
    begun.set(f"{TAG}:k", b"held")

    with pytest.raises(ResponseError, match="of another type"):
        commands(begun, "RPUSH", 1, b"x")

    assert begun.get(f"{TAG}:k") == b"held"


def test_a_partition_is_claimed_once(begun: redis.Redis) -> None:
    begin = script(begun, "restore_begin")
    relay = f"{TAG}:relay"
    events(begun, *EVENT)

    same = begin(keys=[MARKER, relay], args=["d", 7])
    other = begin(keys=[MARKER, relay], args=["other", 7])

    assert (same, other, begun.get(relay)) == (3, -1, b"7")

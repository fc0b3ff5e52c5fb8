import pytest
import redis
from eventsourcing.persistence import OperationalError

from infrastructure.event_store.removed import RemovedLeaves, removed_key
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.partition import Partition

KEY = "{barbershop:0}:removed"


def leaf(position: int) -> bytes:
    return position.to_bytes(32, "big")


def keep(client: redis.Redis, first: int, last: int) -> None:
    run = b"".join(leaf(position) for position in range(first, last + 1))
    client.hset(KEY, mapping={str(first): run})


def test_leaves_are_kept_in_a_hash_of_the_partition() -> None:
    assert removed_key(Partition()) == KEY
    assert removed_key(Partition("shop:7")) == "{shop:7}:removed"


def test_nothing_is_kept_where_nothing_was_removed(client: redis.Redis) -> None:
    assert RemovedLeaves(client).between(1, 3000) == {}


@pytest.mark.parametrize(
    ("first", "last"), [(1, 60), (1, 4), (7, 7), (6, 9), (9, 30), (8, 8), (15, 50), (61, 70)]
)
def test_kept_leaves_of_a_range_are_found_whichever_runs_they_are_in(
    client: redis.Redis, first: int, last: int
) -> None:
    keep(client, 4, 4)
    keep(client, 7, 10)
    keep(client, 11, 20)
    keep(client, 50, 65)
    kept = {*range(4, 5), *range(7, 21), *range(50, 66)}

    found = RemovedLeaves(client).between(first, last)

    assert found == {at: leaf(at) for at in range(first, last + 1) if at in kept}


def test_a_run_that_began_many_pages_before_is_found(client: redis.Redis) -> None:
    keep(client, 3, 5000)

    found = RemovedLeaves(client).between(4990, 5010)

    assert found == {at: leaf(at) for at in range(4990, 5001)}


def test_half_a_leaf_is_none(client: redis.Redis) -> None:
    client.hset(KEY, mapping={"7": leaf(7) + b"half"})

    assert RemovedLeaves(client).between(7, 9) == {7: leaf(7)}


def test_an_outage_is_an_operational_error() -> None:
    with connect("unix:///nowhere/s") as client, pytest.raises(OperationalError):
        RemovedLeaves(client).between(1, 2)

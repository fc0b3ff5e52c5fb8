"""A backup shows the shop as it stood at one moment, whatever happens meanwhile."""

from pathlib import Path

import pytest
import redis

from infrastructure.history.backup import Backup
from infrastructure.system_clock import SystemClock
from tests.history.contents import contents
from tests.history.copying import back_up, restored
from tests.history.synthetic import TAG, fill, fill_more

EVENTS = 1500
RELAY = f"{TAG}:relay"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.backup"


def goes_on(client: redis.Redis) -> None:
    """The shop records, relays, makes keys, and accepts a message."""
    fill_more(client, 20)
    client.set(RELAY, EVENTS + 20)
    client.hset(f"{TAG}:keys", "customer:new", b"wrapped")
    client.hset(f"{TAG}:identities", "fingerprint", "new")
    client.set(f"{TAG}:seen:new", b"", ex=1000)
    client.rpush(f"{TAG}:mail:inbox:new", b"n1795446300000letter")
    client.zadd(f"{TAG}:due:inbox", {"new": 1795446300000})


def test_what_happens_while_events_are_copied_is_in_the_backup(
    client: redis.Redis, file: Path
) -> None:
    fill(client, EVENTS)
    back_up(client, file, during="Copying events", happens=lambda: goes_on(client))
    before = contents(client)

    assert restored(client, file) == before


def test_the_relay_is_never_ahead_of_the_log_and_no_letter_is_without_its_event(
    client: redis.Redis, file: Path
) -> None:
    fill(client, EVENTS)
    before = contents(client)
    back_up(client, file, during="Copying the rest", happens=lambda: goes_on(client))

    after = restored(client, file)

    assert after[RELAY] == before[RELAY]
    assert after[f"{TAG}:head"] == before[f"{TAG}:head"]
    assert f"{TAG}:mail:inbox:new" not in after
    assert f"{TAG}:seen:new" not in after


def test_a_key_that_is_destroyed_meanwhile_is_not_in_the_backup(
    client: redis.Redis, file: Path
) -> None:
    fill(client, EVENTS)

    def erase() -> None:
        client.hset(f"{TAG}:keys", "customer:10", b"")

    back_up(client, file, during="Copying events", happens=erase)

    assert restored(client, file)
    assert client.hget(f"{TAG}:keys", "customer:10") == b""


@pytest.mark.parametrize("name", ["checkpoints", "handovers"])
def test_what_a_witness_publishes_for_the_first_time_meanwhile_is_in_the_backup(
    client: redis.Redis, file: Path, name: str
) -> None:
    client.set(f"{TAG}:seen:one", b"", ex=1000)

    def publish() -> None:
        client.rpush(f"{TAG}:{name}", b"sealed")

    back_up(client, file, during="Copying what is beside them", happens=publish)

    assert restored(client, file)[f"{TAG}:{name}"] == [b"sealed"]


def test_keys_of_every_type_come_back_with_their_time_to_live(
    client: redis.Redis, file: Path
) -> None:
    client.xadd(f"{TAG}:tracking:shop", {"n": b"\x00\xff"}, id="5-1")
    client.sadd(f"{TAG}:view:days", b"\xff", b"monday")
    client.zadd(f"{TAG}:view:prices", {b"cut": 25.5, b"shave": 1e-7})
    client.hset(f"{TAG}:view:names", mapping={b"\xfe": b"\xfd"})
    client.rpush(f"{TAG}:checkpoints", *[str(n) for n in range(1200)])
    client.set(f"{TAG}:view:short", b"lived", ex=500)
    client.xadd(f"{TAG}:dead:outbox", {"key": "k", "why": "w", "attempts": 1, "body": b"\x80"})
    client.hset(f"{TAG}:settling:inbox", "k", 1795446300000)
    before = contents(client)
    Backup(client, clock=SystemClock(), master_key_id="m")(file)

    assert restored(client, file) == before
    assert 490 < client.ttl(f"{TAG}:view:short") <= 500


def test_large_values_stand_in_lines_of_bearable_length(client: redis.Redis, file: Path) -> None:
    client.rpush(f"{TAG}:mail:inbox:k", *[bytes(300_000) for _ in range(20)])
    client.xadd(f"{TAG}:ready:inbox", {"key": "k"})
    client.hset(f"{TAG}:view:large", mapping={str(n): bytes(300_000) for n in range(20)})
    before = contents(client)
    Backup(client, clock=SystemClock(), master_key_id="m")(file)

    assert restored(client, file) == before
    assert max(map(len, file.read_bytes().splitlines())) < 3_000_000


def test_keys_of_other_partitions_and_of_the_sandbox_are_not_in_the_backup(
    client: redis.Redis, file: Path
) -> None:
    client.set("sandbox:phones", b"x")
    client.set("{barbershop:1}:head", 5)
    client.set(f"{TAG}:pulse", b"{}", ex=60)
    Backup(client, clock=SystemClock(), master_key_id="m")(file)

    assert restored(client, file) == {}

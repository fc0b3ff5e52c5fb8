"""However much a partition holds, a backup holds Redis up for some milliseconds at a time."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
import redis

from infrastructure.history.moment import MOST
from tests.history.contents import contents
from tests.history.copying import back_up, restored
from tests.history.synthetic import TAG, bury, fill, fill_mailboxes, fill_named

LETTER = b"n1795446300000letter"
MANY = MOST + 500
BEARABLE = 50_000  # microseconds


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.backup"


@pytest.fixture
def scripts(client: redis.Redis) -> Iterator[Callable[[], list[int]]]:
    """How long each script took since the beginning, in microseconds, on the server's clock."""
    client.config_set("slowlog-max-len", 10_000)
    client.config_set("slowlog-log-slower-than", 1000)
    client.slowlog_reset()

    def durations() -> list[int]:
        found = client.slowlog_get(10_000)
        return [one["duration"] for one in found if one["command"].startswith(b"EVAL")]

    yield durations
    client.config_set("slowlog-log-slower-than", 10_000)


def test_no_script_is_long_however_much_there_is(
    client: redis.Redis, file: Path, scripts: Callable[[], list[int]]
) -> None:
    fill(client, 1000)
    fill_named(client, "counters", 20_000)
    bury(client, "outbox", 10_000)
    fill_mailboxes(client, 10_000)
    client.slowlog_reset()

    back_up(client, file)

    assert max(scripts(), default=0) < BEARABLE


def test_the_log_of_a_named_application_comes_back_with_its_indexes(
    client: redis.Redis, file: Path
) -> None:
    fill_named(client, "counters", 2500)
    client.xadd(f"{TAG}:counters:tracking:shop", {"n": b"x"}, id="5-1")
    client.set(f"{TAG}:counters:view:sum", 5)
    before = contents(client)
    back_up(client, file)

    assert restored(client, file) == before


def test_a_named_application_goes_on_while_its_log_is_copied(
    client: redis.Redis, file: Path
) -> None:
    fill(client, 10)
    fill_named(client, "counters", 2500)
    before = contents(client)
    back_up(
        client,
        file,
        during="Copying the rest",
        happens=lambda: fill_named(client, "counters", 100, stream="later"),
    )

    assert restored(client, file) == before


def test_large_keys_of_every_type_come_back_page_by_page(client: redis.Redis, file: Path) -> None:
    client.hset(f"{TAG}:view:hash", mapping={str(n): bytes(50) for n in range(3000)})
    client.rpush(f"{TAG}:view:list", *[f"{n:050}" for n in range(3000)])
    client.sadd(f"{TAG}:view:set", *[f"{n:050}" for n in range(3000)])
    client.zadd(f"{TAG}:view:zset", {f"{n:050}": n / 3 for n in range(3000)})
    client.set(f"{TAG}:view:string", bytes(100_000), ex=1000)
    for n in range(1500):
        client.xadd(f"{TAG}:view:stream", {"n": f"{n:050}"})
    client.xadd(f"{TAG}:tracking:shop", {"n": b"x"}, id="5-1")
    before = contents(client)
    back_up(client, file)

    assert restored(client, file) == before
    assert 990 < client.ttl(f"{TAG}:view:string") <= 1000


def test_a_projection_with_a_large_view_is_never_ahead_of_it(
    client: redis.Redis, file: Path
) -> None:
    client.set(f"{TAG}:view:large", bytes(100_000))
    client.xadd(f"{TAG}:tracking:shop", {"n": b"x"}, id="5-1")

    def follow() -> None:
        client.xadd(f"{TAG}:tracking:shop", {"n": b"x"}, id="6-1")
        client.set(f"{TAG}:view:large", bytes(100_001))

    back_up(client, file, during="Copying what is beside them", happens=follow)

    found = restored(client, file)
    assert found[f"{TAG}:view:large"] == bytes(100_001)
    assert found[f"{TAG}:tracking:shop"] == [(b"5-1", {b"n": b"x"})]


def test_dead_letters_come_back_by_their_age_with_what_parks(
    client: redis.Redis, file: Path
) -> None:
    bury(client, "outbox", 300)
    park(client, "p", "900-1")
    bury(client, "outbox", 300, first=1000)
    before = contents(client)
    back_up(client, file)

    assert restored(client, file) == before


def park(client: redis.Redis, key: str, dead: str) -> None:
    client.rpush(f"{TAG}:mail:outbox:{key}", LETTER)
    client.xadd(f"{TAG}:dead:outbox", {"key": key, "why": "w", "parks": "1"}, id=dead)
    client.hset(f"{TAG}:parked:outbox", key, dead)


def send_again(client: redis.Redis, key: str, dead: str) -> None:
    client.xdel(f"{TAG}:dead:outbox", dead)
    client.hdel(f"{TAG}:parked:outbox", key)
    client.xadd(f"{TAG}:ready:outbox", {"key": key})


def bury_one(client: redis.Redis, key: str, dead: str) -> None:
    client.delete(f"{TAG}:mail:outbox:{key}")
    client.xadd(f"{TAG}:dead:outbox", {"key": key, "why": "w", "body": "letter"}, id=dead)


@pytest.mark.parametrize("others", [0, MANY], ids=["at one moment", "in turns"])
def test_what_is_parked_is_parked_by_a_dead_letter_whoever_sends_it_again_meanwhile(
    client: redis.Redis, file: Path, others: int
) -> None:
    fill(client, 10)
    fill_mailboxes(client, others)
    bury(client, "outbox", 10)
    park(client, "p", "900-1")
    back_up(
        client,
        file,
        during="Copying what is beside them",
        happens=lambda: send_again(client, "p", "900-1"),
    )

    found = restored(client, file)

    dead = found[f"{TAG}:dead:outbox"]
    assert isinstance(dead, list)
    assert (b"900-1" in [entry for entry, _ in dead]) is (f"{TAG}:parked:outbox" in found)
    assert found[f"{TAG}:mail:outbox:p"] == [LETTER]
    assert b"p" in places(client)


@pytest.mark.parametrize("others", [0, MANY], ids=["at one moment", "in turns"])
@pytest.mark.parametrize(
    "during", ["Copying events", "Copying what is beside them", "Copying the rest"]
)
def test_a_letter_that_dies_meanwhile_is_not_lost(
    client: redis.Redis, file: Path, others: int, during: str
) -> None:
    fill(client, 10)
    fill_mailboxes(client, others)
    client.rpush(f"{TAG}:mail:outbox:k", LETTER)
    client.xadd(f"{TAG}:ready:outbox", {"key": "k"})
    back_up(client, file, during=during, happens=lambda: bury_one(client, "k", "5000-1"))

    found = restored(client, file)

    assert (f"{TAG}:mail:outbox:k" in found) or (f"{TAG}:dead:outbox" in found)


def test_too_many_mailboxes_come_back_all_the_same_each_in_one_place(
    client: redis.Redis, file: Path
) -> None:
    fill(client, 10)
    fill_mailboxes(client, MANY)
    client.rpush(f"{TAG}:back:outbox:k1", LETTER)
    park(client, "p", "900-1")
    client.hset(f"{TAG}:attempts:outbox", "k1", 3)
    client.hset(f"{TAG}:waits:outbox", "outage:k1", "2 1795446300000")
    client.hset(f"{TAG}:started", "reply:1", "a")
    client.hset(f"{TAG}:paused", "105", "1 1 130429")
    before = contents(client)
    back_up(client, file)

    found = restored(client, file)

    moved = {f"{TAG}:{kind}:outbox" for kind in ("ready", "due", "settling")}
    assert {key: held for key, held in found.items() if key not in moved} == {
        key: held for key, held in before.items() if key not in moved
    }
    assert sorted(places(client)) == sorted(letters(client))


def test_very_large_mailboxes_are_read_in_turns(client: redis.Redis, file: Path) -> None:
    for n in range(30):
        client.rpush(f"{TAG}:mail:outbox:{n}", *[LETTER + bytes(100_000)] * 3)
        client.xadd(f"{TAG}:ready:outbox", {"key": str(n)})
    before = contents(client)
    back_up(client, file)

    found = restored(client, file)

    assert {**found, f"{TAG}:ready:outbox": None} == {**before, f"{TAG}:ready:outbox": None}
    assert sorted(places(client)) == sorted(letters(client))


def letters(client: redis.Redis) -> list[bytes]:
    """The mailboxes that hold letters."""
    beginning = f"{TAG}:mail:outbox:"
    found = client.scan_iter(match=f"{beginning}*")
    return [key.removeprefix(beginning.encode()) for key in found]


def places(client: redis.Redis) -> list[bytes]:
    """Where mailboxes are to be found: once each."""
    ready = cast("list[tuple[bytes, dict[bytes, bytes]]]", client.xrange(f"{TAG}:ready:outbox"))
    return [
        *(fields[b"key"] for _, fields in ready),
        *cast("list[bytes]", client.zrange(f"{TAG}:due:outbox", 0, -1)),
        *cast("list[bytes]", client.hkeys(f"{TAG}:parked:outbox")),
    ]

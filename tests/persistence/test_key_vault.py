from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import redis

from application.ports import Unavailable
from infrastructure.event_store.key_vault import (
    InMemoryKeyVault,
    KeyDestroyed,
    KeyMissing,
    KeyUnreadable,
    KeyVault,
    RedisKeyVault,
    derive,
    seal,
    unseal,
)
from infrastructure.redis.clients import connect

MASTER = bytes(range(32))
KEYS = "{barbershop:0}:keys"


@pytest.fixture(params=["redis", "memory"])
def vault(request: pytest.FixtureRequest, client: redis.Redis) -> KeyVault:
    makers: dict[str, Callable[[], KeyVault]] = {
        "redis": lambda: RedisKeyVault(client, MASTER),
        "memory": InMemoryKeyVault,
    }
    return makers[request.param]()


def test_a_stream_keeps_the_key_that_it_was_given(vault: KeyVault) -> None:
    made = vault.obtain(["customer:1", "customer:2"])

    assert vault.obtain(["customer:2", "customer:1"]) == made
    assert vault.read(["customer:1", "customer:2"]) == made


def test_each_stream_has_a_key_of_its_own_of_32_bytes(vault: KeyVault) -> None:
    keys = vault.obtain(["customer:1", "customer:2", "customer:1"])

    assert keys.keys() == {"customer:1", "customer:2"}
    assert [len(key) for key in set(keys.values())] == [32, 32]


def test_reading_makes_no_key(vault: KeyVault) -> None:
    vault.obtain(["customer:1"])

    with pytest.raises(KeyMissing) as refusal:
        vault.read(["customer:1", "customer:2"])

    assert refusal.value.stream == "customer:2"


def test_a_destroyed_key_is_gone_and_none_takes_its_place(vault: KeyVault) -> None:
    vault.obtain(["customer:1", "customer:2"])

    vault.destroy("customer:1")
    vault.destroy("customer:1")

    with pytest.raises(KeyDestroyed):
        vault.obtain(["customer:1"])
    assert vault.read(["customer:1", "customer:2"]).keys() == {"customer:2"}


def test_no_keys_are_asked_for_and_none_come(vault: KeyVault) -> None:
    assert vault.obtain([]) == {}
    assert vault.read([]) == {}


def test_another_process_reads_the_same_keys(client: redis.Redis) -> None:
    made = RedisKeyVault(client, MASTER).obtain(["customer:1", "customer:2"])

    read = RedisKeyVault(client, MASTER).read(["customer:1", "customer:2"])

    assert read == made


def test_all_who_make_a_key_at_once_get_the_same_one(client: redis.Redis) -> None:
    together = Barrier(8)
    streams = [f"customer:{n}" for n in range(300)]

    def make(_: int) -> Mapping[str, bytes]:
        together.wait()
        return RedisKeyVault(client, MASTER).obtain(streams)

    with ThreadPoolExecutor(8) as threads:
        first, *others = threads.map(make, range(8))

    assert others == [first] * 7


def test_no_key_is_stored_unwrapped(client: redis.Redis) -> None:
    key = RedisKeyVault(client, MASTER).obtain(["customer:1"])["customer:1"]

    wrapped = client.hget(KEYS, "customer:1")

    assert isinstance(wrapped, bytes)
    assert len(wrapped) == 60
    assert key not in wrapped


def test_a_key_does_not_open_under_another_master_key(client: redis.Redis) -> None:
    RedisKeyVault(client, MASTER).obtain(["customer:1"])

    with pytest.raises(KeyUnreadable) as refusal:
        RedisKeyVault(client, bytes(32)).read(["customer:1"])

    assert refusal.value.stream == "customer:1"


def test_a_wrapped_key_does_not_open_for_another_stream(client: redis.Redis) -> None:
    RedisKeyVault(client, MASTER).obtain(["customer:1"])
    wrapped = client.hget(KEYS, "customer:1")
    assert isinstance(wrapped, bytes)
    client.hset(KEYS, mapping={"customer:2": wrapped})

    with pytest.raises(KeyUnreadable):
        RedisKeyVault(client, MASTER).read(["customer:2"])


def test_remembered_keys_are_few_and_need_no_redis(client: redis.Redis) -> None:
    vault = RedisKeyVault(client, MASTER, remembered=2)
    keys = vault.obtain(["customer:1", "customer:2", "customer:3"])
    client.delete(KEYS)

    remembered = vault.read(["customer:2", "customer:3"])

    assert remembered == {stream: keys[stream] for stream in ("customer:2", "customer:3")}
    with pytest.raises(KeyMissing):
        vault.read(["customer:1"])


def test_a_process_learns_of_a_destroyed_key_once_it_forgets(client: redis.Redis) -> None:
    elsewhere = RedisKeyVault(client, MASTER)
    elsewhere.obtain(["customer:1"])
    RedisKeyVault(client, MASTER).destroy("customer:1")

    elsewhere.forget("customer:1")

    with pytest.raises(KeyDestroyed):
        elsewhere.obtain(["customer:1"])


def test_a_vault_out_of_reach_is_unavailable() -> None:
    with connect("unix:///nowhere/s") as client, pytest.raises(Unavailable):
        RedisKeyVault(client, MASTER).obtain(["customer:1"])


def test_a_derived_key_is_the_same_for_a_label_and_another_for_each_other() -> None:
    keys = [derive(MASTER, label) for label in (b"mailboxes", b"mailboxes", b"callbacks")]

    assert keys[0] == keys[1] != keys[2]
    assert [len(key) for key in keys] == [32, 32, 32]


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_master_key_is_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        derive(bytes(length), b"mailboxes")


@pytest.mark.parametrize("changed", [b"", b"short", bytes(64)])
def test_what_was_not_sealed_does_not_open(changed: bytes) -> None:
    assert unseal(MASTER, seal(MASTER, b"hello", b"here"), b"here") == b"hello"

    with pytest.raises(ValueError, match="sealed otherwise"):
        unseal(MASTER, changed, b"here")

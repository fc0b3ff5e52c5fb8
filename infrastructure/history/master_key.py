"""Whether the keys of streams in Redis are those that a master key opens."""

from collections.abc import Iterator
from typing import cast

import redis

from infrastructure.event_store.key_vault import DESTROYED, KeyVault
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.redis.clients import outages_as_unavailable

PAGE = 100


def require_master_key(client: redis.Redis, keys: PartitionKeys, vault: KeyVault) -> None:
    """Open one of them, if there is one. Raises `KeyUnreadable`, `Unavailable`."""
    with outages_as_unavailable():
        found = client.hscan_iter(keys.partition.keys, count=PAGE)
        held = cast("Iterator[tuple[bytes, bytes]]", found)
        stream = next((name for name, wrapped in held if wrapped != DESTROYED), None)
    if stream is not None:
        vault.read([stream.decode()])

"""What stands in a Redis, to compare."""

from collections.abc import Callable, Mapping
from typing import cast

import redis

from infrastructure.history.partition_keys import is_sign_of_life


def contents(client: redis.Redis) -> dict[str, object]:
    """Every key with what it holds; of tokens whose turns they are, as their ids are times.

    Signs of life are left out: they end of themselves.
    """
    keys = [key.decode() for key in client.scan_iter()]
    lasting = [key for key in keys if not is_sign_of_life(key.partition("}:")[2])]
    found = {key: _held(client, key) for key in lasting}
    return {key: held for key, held in found.items() if held != []}


def _held(client: redis.Redis, key: str) -> object:
    readers: Mapping[str, Callable[[], object]] = {
        "string": lambda: client.get(key),
        "hash": lambda: client.hgetall(key),
        "list": lambda: client.lrange(key, 0, -1),
        "set": lambda: client.smembers(key),
        "zset": lambda: client.zrange(key, 0, -1, withscores=True),
        "stream": lambda: _entries(client, key),
    }
    return readers[cast("bytes", client.type(key)).decode()]()


def _entries(client: redis.Redis, key: str) -> object:
    entries = client.xrange(key) or []
    turns = [fields for _, fields in filter(None, entries) if fields != {b"key": b""}]
    return turns if ":ready:" in key else entries

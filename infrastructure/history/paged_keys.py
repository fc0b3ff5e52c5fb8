"""One key of any size as lines of a backup, page by page."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

import redis

from infrastructure.history.backup_lines import KeyLine
from infrastructure.history.key_lines import MOST_BYTES, PIECE, Flat, key_lines
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.pieces import pieces
from infrastructure.redis.clients import outages_as_unavailable

Entry = tuple[bytes, Mapping[bytes, bytes]]

FIRST = "0-0"
LENGTHS = {b"hash": "HLEN", b"list": "LLEN", b"set": "SCARD", b"zset": "ZCARD", b"stream": "XLEN"}


class PagedKeys:
    """Reads a little of a key at a time. Everything raises `Unavailable`.

    What stands in the key all the time is told. What changes meanwhile may be told as it was, as it
    is, or both in this order, of which the last one counts when it is written again.
    """

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._client = client
        self._keys = keys
        self._readers: Mapping[bytes, Callable[[str, int], Iterator[Flat]]] = {
            b"string": self._string,
            b"hash": self._hash,
            b"list": self._list,
            b"set": self._set,
            b"zset": self._sorted_set,
            b"stream": lambda key, size: map(flat, self.entries(key, size=size)),
        }

    def lines(self, name: str) -> Iterator[KeyLine]:
        """Nothing where there is no such key (any more)."""
        key = self._keys(name)
        with outages_as_unavailable():
            kind, until = cast("bytes", self._client.type(key)), self._until(key)
            start = 0
            for content in self._readers.get(kind, _nothing)(key, self._size(kind, key)):
                yield from key_lines((name.encode(), kind, until, content), start=start)
                start += len(content)

    def entries(
        self, key: str, *, after: str = FIRST, upto: str = "+", size: int = PIECE
    ) -> Iterator[list[Entry]]:
        """The entries of a stream after the one id, up to the other, in order."""
        while True:
            with outages_as_unavailable():
                reply = self._client.xrange(key, f"({after}", upto, size)
            page = cast("list[Entry]", reply)
            if page:
                yield page
                after = page[-1][0].decode()
            if len(page) < size:
                return

    def _until(self, key: str) -> int:
        """In Unix ms; -1 where it is kept for ever."""
        left = self._client.pttl(key)
        if left < 0:
            return -1
        seconds, micros = self._client.time()
        return seconds * 1000 + micros // 1000 + left

    def _size(self, kind: bytes, key: str) -> int:
        """How many elements are a page of bearable length."""
        if kind not in LENGTHS:
            return 1
        count = cast("int", self._client.execute_command(LENGTHS[kind], key))  # type: ignore[no-untyped-call]
        weight = self._client.memory_usage(key) or 0
        return max(1, min(PIECE, count * MOST_BYTES // max(weight, 1)))

    def _string(self, key: str, size: int) -> Iterator[Flat]:
        del size
        value = cast("bytes | None", self._client.get(key))
        if value is not None:
            yield [value]

    def _hash(self, key: str, size: int) -> Iterator[Flat]:
        found = cast("Iterator[tuple[bytes, bytes]]", self._client.hscan_iter(key, count=size))
        for page in pieces(found, size):
            yield [one for pair in page for one in pair]

    def _list(self, key: str, size: int) -> Iterator[Flat]:
        start = 0
        while page := cast("list[bytes]", self._client.lrange(key, start, start + size - 1)):
            yield page
            start += len(page)

    def _set(self, key: str, size: int) -> Iterator[Flat]:
        yield from pieces(cast("Iterator[bytes]", self._client.sscan_iter(key, count=size)), size)

    def _sorted_set(self, key: str, size: int) -> Iterator[Flat]:
        cursor = 0
        while True:
            reply = self._client.execute_command("ZSCAN", key, cursor, "COUNT", size)  # type: ignore[no-untyped-call]
            cursor, scored = cast("tuple[int, list[tuple[bytes, float]]]", reply)
            yield [one for member, score in scored for one in (member, repr(score).encode())]
            if cursor == 0:
                return


def _nothing(key: str, size: int) -> Iterator[Flat]:
    del key, size
    return iter(())


def flat(page: list[Entry]) -> list[tuple[bytes, list[bytes]]]:
    """Entries as scripts tell them."""
    return [(one, [part for pair in fields.items() for part in pair]) for one, fields in page]

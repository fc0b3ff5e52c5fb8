"""The log of an application that has a name, as lines of a backup.

Nothing is ever changed in it: up to the head, read before, it is the same whenever it is read. The
indexes of its streams are told of the entries themselves, so that they fit to them.
"""

from collections.abc import Iterator, Mapping, Sequence

import redis

from infrastructure.history.backup_lines import KeyLine, SortedSetLine
from infrastructure.history.key_lines import key_lines
from infrastructure.history.paged_keys import Entry, PagedKeys, flat
from infrastructure.history.partition_keys import PartitionKeys


class NamedLogs:
    """Reads logs page by page. Raises `Unavailable`."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._keys = keys
        self._paged = PagedKeys(client, keys)

    def lines(self, heads: Mapping[str, int]) -> Iterator[KeyLine]:
        """Of each application its log up to its head, and the indexes to that."""
        for application, head in heads.items():
            name = f"{application}:log"
            for page in self._paged.entries(self._keys(name), upto=f"{head}-0"):
                yield from key_lines((name.encode(), b"stream", -1, flat(page)))
                yield from _indexes(application, page)


def _indexes(application: str, page: Sequence[Entry]) -> Iterator[SortedSetLine]:
    members: dict[str, list[tuple[bytes, str]]] = {}
    for entry, fields in page:
        position = entry.partition(b"-")[0]
        scored = (position, fields[b"v"].decode())
        members.setdefault(fields[b"o"].decode(), []).append(scored)
    for stream, scored_members in members.items():
        yield SortedSetLine(key=f"{application}:stream:{stream}", members=tuple(scored_members))

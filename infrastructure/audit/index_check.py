"""What Redis keeps beside a log is what the log says: its head, and the index of each stream."""

from collections.abc import Iterator, Sequence
from typing import cast

import msgspec
import redis
from eventsourcing.persistence import Notification

from infrastructure.audit.audit_log import AuditLog, Entry, Kept
from infrastructure.audit.verdict import FirstBad, Reason, bad
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis.glob import literally
from infrastructure.redis_recorders.partition import Partition

BATCH = 500  # commands in one round trip

# For a range of the log: the first entry that is not made like an event, or that the index of its
# stream does not have with its version; nothing where all is well. Who reads an entry by the place
# of its fields must see what one sees who reads them by name, and who reads on from `N-0` all that
# another sees. In one script, so that nothing is removed in between: a pipeline of ZMSCOREs took
# four times as long.
PAGE = """
local names = {'o', 'v', 't', 's'}
for _, entry in ipairs(redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[2])) do
  local id, fields = entry[1], entry[2]
  local position = string.match(id, '^(%d+)%-0$')
  if not position then return {id, 'inserted'} end
  for n = 1, 4 do
    if #fields ~= 8 or fields[2 * n - 1] ~= names[n] then return {id, 'changed'} end
  end
  local score = redis.pcall('ZSCORE', ARGV[3] .. fields[2], position)
  if not score or type(score) == 'table' or tonumber(score) ~= tonumber(fields[4]) then
    return {id, 'index unlike the log'}
  end
end
return {}
"""

# How many entries some indexes have together, or the first key that is none; this too is four times
# as fast as a pipeline.
COUNT = """
local count = 0
for _, key in ipairs(KEYS) do
  local size = redis.pcall('ZCARD', key)
  if type(size) == 'table' then return key end
  count = count + size
end
return count
"""

# Of some indexes, each entry that has no event of its stream in the log. Where something was appended
# meanwhile the numbers differ too, and to ask for each entry alone took minutes in a long log.
SURPLUS = """
local found = {}
for n = 2, #KEYS do
  local stream = string.sub(KEYS[n], #ARGV[1] + 1)
  for _, member in ipairs(redis.call('ZRANGE', KEYS[n], 0, -1)) do
    local id = member .. '-0'
    local entries = redis.pcall('XRANGE', KEYS[1], id, id)
    local entry = entries[1]
    if not entry or entry[2][2] ~= stream then table.insert(found, {stream, member}) end
  end
end
return found
"""

Members = list[tuple[bytes, bytes]]
"""A stream, and an entry of its index."""


class NoIndex(Exception):
    """A key that is named like the index of a stream is of another type."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class IndexCheck:
    """Compares the keys of a partition with its log. Raises `Unavailable` and `NoIndex`.

    An event that is appended or lawfully removed meanwhile is no fault.
    """

    def __init__(
        self, client: redis.Redis, log: AuditLog, partition: Partition | None = None
    ) -> None:
        self._client = client
        self._log = log
        self._names = partition or Partition()
        self._events = 0
        self._recorded = 0

    def begin(self) -> FirstBad | None:
        """A head that is no number or behind the log, or an entry before the first position."""
        with outages_as_unavailable(), self._client.pipeline(transaction=True) as pipeline:
            pipeline.get(self._names.head)
            pipeline.xrevrange(self._names.log, count=1)
            pipeline.xrange(self._names.log, max="0-18446744073709551615", count=1)
            head, last, early = pipeline.execute()
        if early:
            return bad(0, "inserted")
        if head is not None and not head.isdigit():
            return bad(1, "head unlike the log")
        counted = int(head or 0)
        is_behind = bool(last) and int(last[0][0].partition(b"-")[0]) > counted
        return bad(counted + 1, "head unlike the log") if is_behind else None

    def page(self, entries: Sequence[Entry]) -> FirstBad | None:
        """The first event that the index of its stream does not have, or has otherwise."""
        events = [one for one in entries if isinstance(one, Notification)]
        if not events:
            return None
        self._events += len(events)
        span = (f"{events[0].id}-0", f"({events[-1].id + 1}-0")
        with outages_as_unavailable():
            reply = self._client.eval(PAGE, 1, self._names.log, *span, self._names.stream(""))
        found = cast("list[bytes]", reply)
        return _fault(*found) if found else None

    def end(self, size: int) -> FirstBad | None:
        """The first entry of an index that no event of the log stands behind."""
        if sum(map(self._count, self._keys())) == self._events:
            return None
        self._recorded = size
        return min(self._surplus(), key=lambda one: one.position, default=None)

    def _keys(self) -> Iterator[list[bytes]]:
        pattern = literally(self._names.stream("")) + "*"
        cursor = None
        while cursor != 0:
            with outages_as_unavailable():
                reply = self._client.scan(cursor or 0, match=pattern, count=BATCH)
            cursor, keys = cast("tuple[int, list[bytes]]", reply)
            yield keys

    def _count(self, keys: list[bytes]) -> int:
        with outages_as_unavailable():
            found = cast("int | bytes", self._client.eval(COUNT, len(keys), *keys))
        if isinstance(found, bytes):
            raise NoIndex(_text(found))
        return found

    def _surplus(self) -> Iterator[FirstBad]:
        """Looked for in all indexes, where the numbers differ."""
        for keys in self._keys():
            for stream, member in self._strangers(keys):
                position = int(member) if member.isdigit() else 0
                if not self._belongs(position, _text(stream)):
                    yield bad(position, "index unlike the log")

    def _strangers(self, keys: list[bytes]) -> Members:
        prefix = self._names.stream("")
        with outages_as_unavailable():
            reply = self._client.eval(SURPLUS, 1 + len(keys), self._names.log, *keys, prefix)
        return cast("Members", reply)

    def _belongs(self, position: int, stream: str) -> bool:
        if position < 1 or not self._is_recorded(position):
            return False
        entry = self._log.entry(position)
        is_its = isinstance(entry, Notification) and str(entry.originator_id) == stream
        return is_its or isinstance(entry, Kept)

    def _is_recorded(self, position: int) -> bool:
        """Whether the log has come so far; what was appended meanwhile raised the head first."""
        if position > self._recorded:
            with outages_as_unavailable():
                head = cast("bytes | None", self._client.get(self._names.head))
            self._recorded = int(head or 0)
        return position <= self._recorded


def _text(key: bytes) -> str:
    return key.decode(errors="backslashreplace")


def _fault(entry: bytes, reason: bytes) -> FirstBad:
    position = int(entry.partition(b"-")[0])
    return bad(position, msgspec.convert(reason.decode(), Reason))

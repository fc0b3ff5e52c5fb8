"""The log in Redis as lines of a backup: something is told of every position."""

from collections.abc import Iterator

import redis
from eventsourcing.persistence import Notification

from infrastructure.event_store.removed import LEAF, RemovedLeaves
from infrastructure.history.backup_lines import EventLine, LogLine, RemovedLine
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition

PAGE = 1000


class PositionLost(Exception):
    """Nothing stands at that position of the log, and no leaf of it was kept."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class LogLines:
    """Reads the log and writes nothing. Raises `PositionLost`, and what the recorder raises."""

    def __init__(self, client: redis.Redis, partition: Partition) -> None:
        self._recorder = RedisApplicationRecorder(client, partition)
        self._removed = RemovedLeaves(client, partition)

    def head(self) -> int:
        """The last position; 0 before the first event."""
        return self._recorder.max_notification_id() or 0

    def between(self, after: int, upto: int) -> Iterator[LogLine]:
        """Every position after the one up to the other, in order."""
        while after < upto:
            page = self._recorder.select_notifications(after + 1, PAGE, stop=upto)
            for one in page:
                if one.id > after + 1:
                    yield from self._gap(after + 1, one.id - 1)
                yield _line(one)
                after = one.id
            if len(page) < PAGE and after < upto:
                yield from self._gap(after + 1, upto)
                after = upto

    def _gap(self, first: int, last: int) -> Iterator[RemovedLine]:
        for start in range(first, last + 1, PAGE):
            stop = min(start + PAGE, last + 1)
            kept = self._removed.between(start, stop - 1)
            for position in range(start, stop):
                if len(kept.get(position, b"")) != LEAF:
                    raise PositionLost(position)
            leaves = b"".join(kept[position] for position in range(start, stop))
            yield RemovedLine(first=start, leaves=leaves)


def _line(one: Notification) -> EventLine:
    return EventLine(
        position=one.id,
        stream=str(one.originator_id),
        version=one.originator_version,
        topic=one.topic,
        state=one.state,
    )

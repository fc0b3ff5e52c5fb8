"""How much was recorded, of what, and how fast it grows."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

import msgspec
import redis
from eventsourcing.persistence import Notification

from infrastructure.event_store.recorded_at import recorded_at
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.history.progress import Progress, silent
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder

PAGE = 1000
LATELY = timedelta(days=30)
SHOWN = 7  # days
DAY = timedelta(days=1)


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """Of one kind of events: how many there are, and the bytes of their states.

    `share` is that of those bytes among all, from 0 to 1.
    """

    kind: str
    events: int
    bytes: int
    share: float


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What was recorded on a day (UTC)."""

    day: date
    events: int
    bytes: int


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """The mean of the last 30 days, or of those since the first event; then the last days alone."""

    events_a_day: float
    bytes_a_day: float
    days: tuple[Day, ...]


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was looked at, the largest kinds first.

    `ended` are the events of conversations that are older than any shop keeps them.
    """

    events: int
    bytes: int
    families: tuple[Size, ...]
    tags: tuple[Size, ...]
    growth: Growth
    ended: Size


class Counted:
    """Sums of events and bytes by key."""

    def __init__(self) -> None:
        self.events: dict[object, int] = {}
        self.bytes: dict[object, int] = {}

    def add(self, key: object, size: int) -> None:
        """One more event."""
        self.events[key] = self.events.get(key, 0) + 1
        self.bytes[key] = self.bytes.get(key, 0) + size

    def sizes(self, total: int) -> tuple[Size, ...]:
        """All of them, the largest first."""
        largest = sorted(self.bytes, key=lambda key: (-self.bytes[key], str(key)))
        return tuple(self.size(key, total) for key in largest)

    def size(self, key: object, total: int) -> Size:
        """That of one key, which may never have come."""
        size = self.bytes.get(key, 0)
        share = size / total if total else 0.0
        return Size(kind=str(key), events=self.events.get(key, 0), bytes=size, share=share)


class Weighing:
    """Reads the log once, page by page, and keeps nothing but sums.

    Raises what the recorder raises, and `UnreadableEvent`.
    """

    def __init__(
        self, client: redis.Redis, *, keys: PartitionKeys | None = None, progress: Progress = silent
    ) -> None:
        self._recorder = RedisApplicationRecorder(client, (keys or PartitionKeys()).partition)
        self._progress = progress

    def __call__(self, *, now: datetime, retention: timedelta, since: datetime | None) -> Sizes:
        """The sizes of what was recorded from `since` on."""
        sums = _Sums(ended_before=now - retention)
        head = self._recorder.max_notification_id() or 0
        after = 0
        while page := self._recorder.select_notifications(after + 1, PAGE, stop=head):
            sums.add(page, since)
            after = page[-1].id
            self._progress("Reading the log", after, head)
        return sums.told(now)


class _Sums:
    def __init__(self, *, ended_before: datetime) -> None:
        self._families, self._tags, self._days = Counted(), Counted(), Counted()
        self._ended = Counted()
        self._ended_before = ended_before
        self._first: datetime | None = None

    def add(self, page: Iterable[Notification], since: datetime | None) -> None:
        for one in page:
            at = recorded_at(one)
            if since is None or at >= since:
                self._add(one, at)

    def _add(self, one: Notification, at: datetime) -> None:
        size = len(one.state)
        family = str(one.originator_id).partition(":")[0]
        self._families.add(family, size)
        self._tags.add(one.topic.rpartition("/")[0], size)
        self._days.add(at.astimezone(UTC).date(), size)
        self._first = min(at, self._first or at)
        if family == "conversation" and at < self._ended_before:
            self._ended.add("ended", size)

    def told(self, now: datetime) -> Sizes:
        total = sum(self._families.bytes.values())
        return Sizes(
            events=sum(self._families.events.values()),
            bytes=total,
            families=self._families.sizes(total),
            tags=self._tags.sizes(total),
            growth=self._growth(now),
            ended=self._ended.size("ended", total),
        )

    def _growth(self, now: datetime) -> Growth:
        today = now.astimezone(UTC).date()
        length = min(max(now - (self._first or now), DAY), LATELY)
        days = [today - n * DAY for n in range(length.days)]
        return Growth(
            events_a_day=_sum(self._days.events, days) / len(days),
            bytes_a_day=_sum(self._days.bytes, days) / len(days),
            days=tuple(self._day(day) for day in reversed(days[:SHOWN])),
        )

    def _day(self, day: date) -> Day:
        events, size = self._days.events.get(day, 0), self._days.bytes.get(day, 0)
        return Day(day=day, events=events, bytes=size)


def _sum(counts: Mapping[object, int], days: Iterable[date]) -> int:
    return sum(counts.get(day, 0) for day in days)

"""The log as its readers see it: whole, by stream or as it grows, erased events included."""

import time
from collections.abc import Iterator, Sequence

import msgspec
from eventsourcing.persistence import ApplicationRecorder
from msgspec import UNSET, UnsetType

from application.events import Erased, Event
from application.ports import NewerEvent, Recorded
from domain.appointment import AppointmentBooked
from entrypoints.history.seen_event import BOOKED, Seen, seen
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import KeyVault
from infrastructure.event_store.store import with_streams

PAGE = 500
AGAIN = 0.2  # seconds


class LogEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it is told; instants are UTC.

    `data` is `None` where the event is `erased`: the key of its stream was destroyed. `event` is
    `None` then too, and where this release does not know the tag.
    """

    position: int
    stream: str
    version: int
    tag: str
    schema: int
    at: str
    actor: str
    cause: str
    correlation: str
    policy: str
    data: object
    erased: bool | UnsetType = UNSET


class Told(msgspec.Struct, frozen=True):
    """An entry, and the event that it tells of."""

    entry: LogEntry
    event: Event | None


class EventLog:
    """Reads the log and writes nothing; only `told` needs the keys of what is sealed.

    Calls raise `OperationalError` (the library's), `UnreadableEvent`, `Unavailable` and
    `KeyUnreadable` (it was written with another master key).
    """

    def __init__(self, recorder: ApplicationRecorder, vault: KeyVault) -> None:
        self._recorder = recorder
        self._streams = with_streams(recorder)
        self._codec = EventCodec(vault)

    def head(self) -> int:
        """The last position; 0 before the first event."""
        return self._recorder.max_notification_id() or 0

    def pages(self, after: int, upto: int) -> Iterator[Sequence[Seen]]:
        """Everything after the one position up to the other, in order, page by page."""
        while page := self._recorder.select_notifications(after + 1, PAGE, stop=upto):
            yield [seen(one) for one in page]
            after = page[-1].id

    def streams(self, names: Sequence[str], upto: int) -> Sequence[Seen]:
        """The events of those streams up to that position, in the order of the log."""
        found = self._streams.select_streams(names)
        all_of_them = (one for stream in found for one in stream if one.id <= upto)
        return [seen(one) for one in sorted(all_of_them, key=lambda one: one.id)]

    def coming(self, after: int) -> Iterator[Sequence[Seen]]:
        """Everything after that position as it is recorded, without end."""
        try:
            subscription = self._recorder.subscribe(gt=after)
        except NotImplementedError:  # SQLite cannot tell
            yield from self._asked_for(after)
            return
        with subscription:
            for one in subscription:
                yield [seen(one)]

    def _asked_for(self, after: int) -> Iterator[Sequence[Seen]]:
        while True:
            page = self._recorder.select_notifications(after + 1, PAGE)
            if page:
                yield [seen(one) for one in page]
                after = page[-1].id
            else:
                time.sleep(AGAIN)

    def appointments(self, code: str) -> tuple[str, ...]:
        """The ids of the appointments that were booked under that code; there may be several."""
        pages = self.pages(0, self.head())
        booked = ([one for one in page if one.tag == BOOKED] for page in pages)
        return tuple(
            told.event.appointment_id
            for page in booked
            for told in self.told(page)
            if isinstance(told.event, AppointmentBooked) and told.event.code == code
        )

    def told(self, page: Sequence[Seen]) -> Sequence[Told]:
        """What they say, all of a page at once; one by one where some of it cannot be read."""
        try:
            recorded = self._codec.recorded([one.stored for one in page])
        except NewerEvent:
            return [self._told_alone(one) for one in page]
        return [_told(one, event) for one, event in zip(page, recorded, strict=True)]

    def _told_alone(self, one: Seen) -> Told:
        try:
            return _told(one, self._codec.recorded([one.stored])[0])
        except NewerEvent:
            return Told(_entry(one, data=one.plain(), erased=UNSET), None)


def _told(one: Seen, recorded: Recorded) -> Told:
    if isinstance(recorded.event, Erased):
        return Told(_entry(one, data=None, erased=True), None)
    data: object = msgspec.to_builtins(recorded.event)
    if isinstance(data, dict):
        data.pop("type", None)
    return Told(_entry(one, data=data, erased=UNSET), recorded.event)


def _entry(one: Seen, *, data: object, erased: bool | UnsetType) -> LogEntry:
    envelope = one.envelope
    return LogEntry(
        position=one.position,
        stream=one.stream,
        version=one.version,
        tag=one.tag,
        schema=one.schema,
        at=str(msgspec.to_builtins(envelope.at)),
        actor=envelope.actor,
        cause=envelope.cause,
        correlation=envelope.correlation,
        policy=envelope.policy or "",
        data=data,
        erased=erased,
    )

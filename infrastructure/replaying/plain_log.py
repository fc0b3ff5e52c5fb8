"""The log without what is personal: read from its first event up to a moment, with no key."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import get_args

import msgspec
from eventsourcing.persistence import ApplicationRecorder

from application.events import PERSONAL
from application.ports import Recorded
from infrastructure.event_store.codec import EventCodec, Stored
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.event_store.moments import known_at
from infrastructure.event_store.recorded_at import recorded_at
from infrastructure.event_store.store import with_streams
from infrastructure.event_store.upcasting import schema_of

PAGE = 1000


class PlainPage(msgspec.Struct, frozen=True, kw_only=True):
    """The plain events of a page, and how many it has of any kind, the last at `position`."""

    events: tuple[Recorded, ...]
    count: int
    position: int
    at: datetime


class PlainLog:
    """Reads what is not sealed. Calls raise `NewerEvent`, `UnreadableEvent`, `OperationalError`.

    Until a moment means the log up to the last event that is stamped with that moment or an earlier
    one. So an append is known whole or not at all, for its events share one stamp, and nothing is
    known whose cause is not; an event that a process with a faster clock stamped later, but that
    was recorded before, was known. A sandbox's clock that was set back does no harm either.
    """

    def __init__(self, recorder: ApplicationRecorder) -> None:
        self._recorder = with_streams(recorder)
        # An empty vault: what is plain needs no key, and a sealed event would raise `KeyMissing`.
        self._codec = EventCodec(InMemoryKeyVault())
        self._personal = frozenset(_personal_topics())

    def head(self) -> int:
        """The last position; 0 before the first event."""
        return self._recorder.max_notification_id() or 0

    def pages(self, *, upto: int, until: datetime | None = None) -> Iterator[PlainPage]:
        """Everything until that moment, and up to that position at most, in order."""
        known = upto if until is None else min(upto, self.position(until))
        for page in self._pages(known):
            plain = [one for one in page if one.topic not in self._personal]
            yield PlainPage(
                events=self._codec.recorded(plain),
                count=len(page),
                position=page[-1].id,
                at=recorded_at(page[-1]),
            )

    def position(self, until: datetime) -> int:
        """The last position that was known at that moment; 0 if none was."""
        return known_at(until, self.head(), self._between, recorded_at)

    def shops(self) -> tuple[str, ...]:
        """The ids of all shops that have streams of their own."""
        names = (str(one.originator_id) for page in self._pages(self.head()) for one in page)
        parts = (name.split(":") for name in names if name.startswith(("shop:", "diary:")))
        return tuple(sorted({part[1] for part in parts}))

    def _pages(self, upto: int) -> Iterator[Sequence[Stored]]:
        position = 0
        while page := self._recorder.select_entries(position + 1, PAGE, stop=upto):
            yield page
            position = page[-1].id

    def _between(self, first: int, last: int) -> Sequence[Stored]:
        return self._recorder.select_entries(first, last - first + 1, stop=last)


def _personal_topics() -> Iterator[str]:
    for struct in get_args(PERSONAL):
        tag = str(struct.__struct_config__.tag)
        yield from (f"{tag}/{schema}" for schema in range(1, schema_of(tag) + 1))

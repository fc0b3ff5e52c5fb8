"""Whole streams, with the positions of their events, out of any recorder of the library."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    StoredEvent,
)

PAGE = 1000


class IndexedRecorder:
    """Adds what the library's recorders leave out: positions in a stream, and refused gaps.

    It follows the log from its start, whoever appends, and remembers the position of every event:
    made for logs that fit into memory. Versions begin at 1. Positions have no gaps where the
    recorder leaves none: PostgreSQL's does where another process was faster.
    """

    def __init__(self, recorder: ApplicationRecorder) -> None:
        self._recorder = recorder
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        self._followed = 0
        self._lock = Lock()

    def insert_events(self, stored_events: Sequence[StoredEvent]) -> Sequence[int] | None:
        """As the library's; raises `IntegrityError` for a gap in a stream as well."""
        # A stream only grows: what has come since it was looked at is found by the recorder.
        known = self._known({str(one.originator_id) for one in stored_events})
        lengths = {stream: len(positions) for stream, positions in known.items()}
        for one in stored_events:
            stream = str(one.originator_id)
            if one.originator_version != lengths[stream] + 1:
                raise IntegrityError(stream)
            lengths[stream] += 1
        return self._recorder.insert_events(stored_events)

    def select_streams(self, originator_ids: Sequence[str]) -> Sequence[Sequence[Notification]]:
        """All events of each stream in order, as they stood at one moment."""
        known = self._known(originator_ids)
        return [self._stream(one, known[one]) for one in originator_ids]

    def select_entries(
        self, start: int, limit: int, stop: int | None = None
    ) -> Sequence[Notification]:
        """The library's notifications from `start` to `stop`, both included, in order."""
        return self._recorder.select_notifications(start, limit, stop)

    def max_notification_id(self) -> int | None:
        """As the library's."""
        return self._recorder.max_notification_id()

    def _stream(self, originator_id: str, positions: Sequence[int]) -> list[Notification]:
        if not positions:
            return []
        events = self._recorder.select_events(originator_id, lte=len(positions))
        return [
            Notification(originator_id, one.originator_version, one.topic, one.state, position)
            for one, position in zip(events, positions, strict=True)
        ]

    def _known(self, streams: Iterable[str]) -> Mapping[str, Sequence[int]]:
        """The positions of each stream's events, all at the same moment."""
        with self._lock:
            while page := self._recorder.select_notifications(self._followed + 1, PAGE):
                for one in page:
                    self._positions[str(one.originator_id)].append(one.id)
                self._followed = page[-1].id
            return {stream: tuple(self._positions.get(stream, ())) for stream in streams}

"""Whole streams, with the positions of their events, out of any recorder of the library."""

from collections import defaultdict
from collections.abc import Sequence
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

    It follows the log once, from its start, and remembers the position of every event: made for
    logs that fit into memory. Versions begin at 1.
    """

    def __init__(self, recorder: ApplicationRecorder) -> None:
        self._recorder = recorder
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        self._followed = 0
        self._lock = Lock()

    def insert_events(self, stored_events: Sequence[StoredEvent]) -> Sequence[int] | None:
        """As the library's; raises `IntegrityError` for a gap in a stream as well."""
        # A stream only grows: if it is long enough now, what the recorder checks is enough.
        lengths = self._lengths({str(one.originator_id) for one in stored_events})
        for one in stored_events:
            stream = str(one.originator_id)
            if one.originator_version > lengths[stream] + 1:
                raise IntegrityError(stream)
            lengths[stream] = max(lengths[stream], one.originator_version)
        return self._recorder.insert_events(stored_events)

    def select_streams(self, originator_ids: Sequence[str]) -> Sequence[Sequence[Notification]]:
        """All events of each stream in order."""
        self._follow()
        return [self._stream(one) for one in originator_ids]

    def select_notifications(
        self, start: int | None, limit: int, stop: int | None = None
    ) -> Sequence[Notification]:
        """As the library's."""
        return self._recorder.select_notifications(start, limit, stop)

    def max_notification_id(self) -> int | None:
        """As the library's."""
        return self._recorder.max_notification_id()

    def _lengths(self, streams: set[str]) -> dict[str, int]:
        self._follow()
        return {stream: len(self._positions.get(stream, ())) for stream in streams}

    def _stream(self, originator_id: str) -> list[Notification]:
        positions = self._positions.get(originator_id, ())
        # Events that came after the index was brought up to date are left for the next time.
        pairs = zip(self._recorder.select_events(originator_id), tuple(positions), strict=False)
        return [
            Notification(originator_id, one.originator_version, one.topic, one.state, position)
            for one, position in pairs
        ]

    def _follow(self) -> None:
        with self._lock:
            page = self._next_page()
            while page:
                for one in page:
                    self._positions[str(one.originator_id)].append(one.id)
                self._followed = page[-1].id
                page = self._next_page()

    def _next_page(self) -> Sequence[Notification]:
        return self._recorder.select_notifications(self._followed + 1, PAGE)

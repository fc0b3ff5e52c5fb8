"""Replays as the library does by default, out of the same Redis by the same recorder."""

from typing import cast
from uuid import UUID

from eventsourcing.domain import Aggregate, AggregateEvent
from eventsourcing.persistence import (
    ApplicationRecorder,
    DatetimeAsISO,
    DecimalAsStr,
    JSONTranscoder,
    Mapper,
    UUIDAsHex,
)

from benchmarks.histories import windows
from benchmarks.library_appointment import library_appointment
from benchmarks.pages import pages


class LibraryReplay:
    """Pages of `select_notifications`, `JSONTranscoder` and `Mapper`, `event.mutate(aggregate)`."""

    name = "the library's default: JSONTranscoder, Aggregate"

    def __init__(self, recorder: ApplicationRecorder) -> None:
        self._recorder = recorder
        transcoder = JSONTranscoder()
        for transcoding in (UUIDAsHex(), DecimalAsStr(), DatetimeAsISO()):
            transcoder.register(transcoding)
        self._mapper: Mapper[UUID] = Mapper(transcoder)

    def fill(self, events: int) -> None:
        """Store the histories."""
        for window in windows(events):
            pending = [library_appointment(history).collect_events() for history in window]
            for together in zip(*pending, strict=True):
                self._recorder.insert_events(
                    [self._mapper.to_stored_event(event) for event in together]
                )

    def run(self) -> int:
        """Fold every appointment of the log, and tell how many there are."""
        appointments: dict[UUID, Aggregate | None] = {}
        for page in pages(self._recorder.select_notifications):
            for one in page:
                event = cast("AggregateEvent", self._mapper.to_domain_event(one))
                stream = event.originator_id
                appointments[stream] = event.mutate(appointments.get(stream))
        return len(appointments)

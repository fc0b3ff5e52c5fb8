"""Replays as this system does: its recorder, its codec, the domain's fold."""

from typing import cast

from application.ports import Append, Stamp
from benchmarks.histories import NOON, windows
from benchmarks.pages import pages
from domain.appointment import Appointment, AppointmentEvent, evolve, stream
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder

STAMP = Stamp(
    at=NOON,
    actor="customer:0h2k5m8p1r4t7v0a",
    cause="message:wamid.HBgLMzQ2MDAwMDAwMDA",
    correlation="wamid.HBgLMzQ2MDAwMDAwMDA",
    policy="3f2a9c04",
)


class OurReplay:
    """Pages of `select_entries`, `EventCodec.recorded`, `evolve` stream by stream."""

    name = "ours: EventCodec and evolve"

    def __init__(self, recorder: RedisApplicationRecorder) -> None:
        self._recorder = recorder
        self._codec = EventCodec(InMemoryKeyVault())

    def fill(self, events: int) -> None:
        """Store the histories."""
        for window in windows(events):
            for version in range(len(window[0])):
                appends = [
                    Append(
                        stream=stream(history[0].appointment_id),
                        expected=version,
                        events=(history[version],),
                    )
                    for history in window
                ]
                self._recorder.insert_events(self._codec.stored(appends, STAMP))

    def run(self) -> int:
        """Fold every appointment of the log, and tell how many there are."""
        appointments: dict[str, Appointment] = {}
        new = Appointment()
        for page in pages(self._recorder.select_entries):
            for one in self._codec.recorded(page):
                # Nothing else was stored.
                event = cast("AppointmentEvent", one.event)
                appointments[one.stream] = evolve(appointments.get(one.stream, new), event)
        return len(appointments)

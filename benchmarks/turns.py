"""What the clients append: events of streams of ten, some new and some that exist."""

from collections.abc import Iterator
from random import Random

from eventsourcing.persistence import StoredEvent

STATE = 300  # bytes
STREAM = 10  # events
GROWING = 20  # streams at a time
TOGETHER = 5  # events of one stream in an append of many
TOPICS = ("appointment.booked/1", "appointment.moved/1", "appointment.cancelled/1")
LETTERS = "abcdefghijklmnopqrstuv0123456789"  # those of `application.ports.Identities`


class Turns:
    """The appends of one client, with names that nobody else gives.

    An append of one event goes to one of twenty growing streams, one of ten to two of them.
    """

    def __init__(self, events: int, chance: Random) -> None:
        self._events = events
        self._chance = chance
        self._states = [chance.randbytes(STATE) for _ in range(64)]
        self._growing = [self._new_stream() for _ in range(GROWING)]

    def take(self, appends: int) -> list[list[StoredEvent]]:
        """The next so many appends."""
        return [list(self._append()) for _ in range(appends)]

    def _append(self) -> Iterator[StoredEvent]:
        together = min(self._events, TOGETHER)
        places = self._chance.sample(range(GROWING), self._events // together)
        for place in places:
            for _ in range(together):
                yield self._event(place)

    def _event(self, place: int) -> StoredEvent:
        stream, version = self._growing[place]
        full = version + 1 == STREAM
        self._growing[place] = self._new_stream() if full else (stream, version + 1)
        topic = TOPICS[version % len(TOPICS)]
        return StoredEvent(stream, version + 1, topic, self._chance.choice(self._states))

    def _new_stream(self) -> tuple[str, int]:
        return "appointment:" + "".join(self._chance.choices(LETTERS, k=16)), 0

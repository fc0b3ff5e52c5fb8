"""Random manipulations of a log of 60 events that is sealed at some sizes."""

import random
from collections.abc import Callable, Sequence

import msgspec
from eventsourcing.persistence import Notification

from tests.audit.listed_log import woven

SIZE = 60
SEALS = (10, 25, 40, 55)

Events = list[Notification]


class Manipulated(msgspec.Struct, frozen=True):
    """What became of a log, where it is bad first and for which reason."""

    events: Events
    head: int
    position: int
    reason: str


def manipulated(seed: int) -> Manipulated:
    """The same one for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    return chance.choice(MANIPULATIONS)(chance, woven(SIZE))


def in_order(events: Sequence[Notification]) -> Events:
    """The events, numbered anew from 1."""
    return [at(one, position) for position, one in enumerate(events, start=1)]


def at(one: Notification, position: int) -> Notification:
    return Notification(one.originator_id, one.originator_version, one.topic, one.state, position)


def foreign(position: int) -> Notification:
    return Notification("appointment:foreign", 1, "told/1", b"foreign", position)


def altered(chance: random.Random, one: Notification) -> Notification:
    """The event with another value in one of its fields."""
    stream, version, topic, state = (
        str(one.originator_id),
        one.originator_version,
        one.topic,
        one.state,
    )
    bit = chance.randrange(len(state) * 8)
    flipped = bytes(byte ^ (bit // 8 == n) << bit % 8 for n, byte in enumerate(state))
    return chance.choice(
        [
            Notification(f"{stream}x", version, topic, state, one.id),
            Notification(stream, version + 1, topic, state, one.id),
            Notification(stream, version, f"{topic}2", state, one.id),
            Notification(stream, version, topic, flipped, one.id),
            Notification(stream, version, topic, state + b"\x00", one.id),
            Notification(stream, version, topic, b"", one.id),
        ]
    )


def _changed(chance: random.Random, events: Events) -> Manipulated:
    position = chance.randint(1, SIZE)
    events[position - 1] = altered(chance, events[position - 1])
    return Manipulated(events, SIZE, position, "changed")


def _taken_out(chance: random.Random, events: Events) -> Manipulated:
    position = chance.randint(1, SIZE - 1)
    count = chance.randint(1, min(5, SIZE - position))
    del events[position - 1 : position - 1 + count]
    return Manipulated(events, SIZE, position, "removed")


def _taken_out_without_a_gap(chance: random.Random, events: Events) -> Manipulated:
    position = chance.randint(1, SIZE - 1)
    count = chance.randint(1, min(5, SIZE - position))
    del events[position - 1 : position - 1 + count]
    return Manipulated(in_order(events), SIZE - count, position, "removed")


def _put_in(chance: random.Random, events: Events) -> Manipulated:
    position, count = chance.randint(1, SIZE), chance.randint(1, 5)
    events[position - 1 : position - 1] = [foreign(0)] * count
    return Manipulated(in_order(events), SIZE + count, position, "inserted")


def _doubled(chance: random.Random, events: Events) -> Manipulated:
    position = chance.randint(1, SIZE)
    events.insert(position, foreign(position))
    return Manipulated(events, SIZE, position, "inserted")


def _swapped(chance: random.Random, events: Events) -> Manipulated:
    first, second = sorted(chance.sample(range(SIZE), 2))
    events[first], events[second] = events[second], events[first]
    return Manipulated(in_order(events), SIZE, first + 1, "reordered")


def _cut_off(chance: random.Random, events: Events) -> Manipulated:
    position = chance.randint(1, SIZE)
    head = chance.choice([position - 1, SIZE])
    return Manipulated(events[: position - 1], head, position, "cut off")


MANIPULATIONS: Sequence[Callable[[random.Random, Events], Manipulated]] = [
    _changed,
    _taken_out,
    _taken_out_without_a_gap,
    _put_in,
    _doubled,
    _swapped,
    _cut_off,
]

"""Writes the golden file on: one stored sample of every shape that an event can take.

`python -m tests.persistence.golden.samples` adds what is missing and never changes a line that is
there: those are what released versions wrote, and every later release has to read them.
"""

import base64
import datetime as dt
import types
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from eventsourcing.persistence import Notification

from application.events import Event
from application.ports import Append, Stamp
from domain.customer import Address
from domain.hours import ClockRange
from domain.money import Money
from domain.reply import Choice, Reply
from infrastructure.event_store.codec import EventCodec

FILE = Path(__file__).with_name("events.jsonl")
AT = dt.datetime(2026, 3, 6, 16, 30, tzinfo=dt.UTC)
STAMP = Stamp(at=AT, actor="bot", cause="turn:t1", correlation="t1", policy="3f2a")

_LEAVES: dict[object, object] = {
    str: "peluquería",
    int: 7,
    bool: True,
    float: 40.4168,
    dt.datetime: AT,
    dt.date: dt.date(2026, 3, 6),
    dt.time: dt.time(17, 30),
    dt.timedelta: dt.timedelta(minutes=45),
}


class Golden(msgspec.Struct, frozen=True, kw_only=True):
    """One stored event, and what it says."""

    topic: str
    stream: str
    version: int
    state: str  # base64
    says: object

    def notification(self) -> Notification:
        """The event as the log has it."""
        return Notification(
            id=1,
            originator_id=self.stream,
            originator_version=self.version,
            topic=self.topic,
            state=base64.b64decode(self.state),
        )


class FixedVault:
    """The same key for every stream, so that golden samples open for ever."""

    def obtain(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        return {stream: bytes(range(32)) for stream in streams}

    def read(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        return self.obtain(streams)

    def destroy(self, stream: str) -> None:
        raise AssertionError(stream)


def golden() -> tuple[Golden, ...]:
    """The lines of the file."""
    lines = FILE.read_bytes().splitlines() if FILE.exists() else ()
    return tuple(msgspec.json.decode(line, type=Golden) for line in lines)


def shapes(kind: type[Event]) -> Iterator[Event]:
    """That event with every field filled, once for each shape that one of its parts can take."""
    yield from _shapes(kind)


def _shapes(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - a type hint can be anything
    hint = getattr(hint, "__supertype__", hint)
    origin = get_origin(hint)
    if hint in _LEAVES:
        yield _LEAVES[hint]
    elif hint is type(None):
        yield None
    elif origin is Literal:
        yield from get_args(hint)
    elif origin in (Union, types.UnionType):
        for one in get_args(hint):
            yield from _shapes(one)
    elif origin is tuple:
        for one in _shapes(get_args(hint)[0]):
            yield (one,)
    elif origin is Mapping:
        keys, values = get_args(hint)
        for value in _shapes(values):
            yield {next(_shapes(keys)): value}
    else:
        yield from _struct_shapes(hint)


def _struct_shapes(struct: type[Any]) -> Iterator[Any]:
    if struct in _SPECIAL:
        yield from _SPECIAL[struct]
        return
    hints = get_type_hints(struct)
    first = {name: next(_shapes(hints[name])) for name in struct.__struct_fields__}
    yield struct(**first)
    for name in struct.__struct_fields__:
        for other in list(_shapes(hints[name]))[1:]:
            yield struct(**{**first, name: other})


_SPECIAL: dict[type, tuple[object, ...]] = {
    Address: (
        Address(wa_id="15550100111", bsuid="US.1x", username="ana"),
        Address(bsuid="US.1x"),
    ),
    ClockRange: (ClockRange(540, 1140),),
    Money: (Money(minor=2500, currency="EUR"),),
}
_REPLIES = tuple(
    Reply(body="¿A qué hora?", buttons=(choice,), location=location)
    for choice in _shapes(Choice)
    for location in [next(_shapes(get_type_hints(Reply)["location"]))]
)
_SPECIAL[Reply] = (
    *_REPLIES,
    Reply(body="Elige", rows=_REPLIES[0].buttons, list_button="Horas", location=None),
)


def _line(codec: EventCodec, event: Event) -> Golden:
    tag = str(type(event).__struct_config__.tag)
    stream = f"{tag.partition('.')[0]}:golden"
    (stored,) = codec.stored([Append(stream=stream, expected=0, events=(event,))], STAMP)
    return Golden(
        topic=stored.topic,
        stream=stream,
        version=stored.originator_version,
        state=base64.b64encode(stored.state).decode(),
        says=msgspec.to_builtins(event, str_keys=True),
    )


def main() -> None:
    """Add a line for each shape of today that no line of the same topic says yet."""
    codec = EventCodec(FixedVault())
    said = {(one.topic, msgspec.json.encode(one.says, order="sorted")) for one in golden()}
    with FILE.open("ab") as file:
        for kind in get_args(Event):
            for event in shapes(kind):
                line = _line(codec, event)
                if (line.topic, msgspec.json.encode(line.says, order="sorted")) not in said:
                    file.write(msgspec.json.encode(line) + b"\n")


if __name__ == "__main__":
    main()

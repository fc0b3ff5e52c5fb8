"""The feed as the page lists it: filtered, shortened, each entry one line."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import msgspec

from application.ports import Recorded
from entrypoints.sandbox_page.event_details import as_json, detail, tag_of
from entrypoints.sandbox_page.events_feed import Entry, Sealed

LISTED = 100
FAMILIES = ("appointment", "diary", "calendar", "conversation", "customer", "shop", "history")


class EventLine(msgspec.Struct, frozen=True, kw_only=True):
    """An event in the list; `family` is the aggregate that it is of."""

    position: int
    time: str
    family: str
    kind: str
    stream: str
    short_stream: str
    version: int
    detail: str


class WholeEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event in full."""

    line: EventLine
    json: str


def lines_of(
    entries: Sequence[Entry], zone: ZoneInfo, *, family: str, words: str
) -> tuple[EventLine, ...]:
    """At most 100 lines of that family (empty: of all) whose kind, stream or detail has the words."""
    wanted = words.casefold()
    lines = (line_of(one, zone) for one in entries)
    fitting = [
        line
        for line in lines
        if family in ("", line.family)
        and wanted in f"{line.kind} {line.stream} {line.detail}".casefold()
    ]
    return tuple(fitting[:LISTED])


def line_of(entry: Entry, zone: ZoneInfo) -> EventLine:
    """The entry's line."""
    if isinstance(entry, Sealed):
        return EventLine(
            position=entry.position, time="", family="sealed", kind="sealed", stream="",
            short_stream="", version=0, detail=f"cannot be read: {entry.why}",
        )  # fmt: skip
    kind = tag_of(entry.event)
    return EventLine(
        position=entry.position,
        time=f"{entry.stamp.at.astimezone(zone):%H:%M:%S}",
        family=kind.partition(".")[0],
        kind=kind,
        stream=entry.stream,
        short_stream=_short(entry.stream),
        version=entry.version,
        detail=detail(entry.event, zone),
    )


def whole(entry: Entry, zone: ZoneInfo) -> WholeEvent:
    """The entry with everything that is recorded of it."""
    recorded = entry if isinstance(entry, Recorded) else {"position": entry.position}
    return WholeEvent(line=line_of(entry, zone), json=as_json(recorded))


def _short(stream: str) -> str:
    """An identity shortened to what tells it apart; a diary keeps its barber and day."""
    name, _, identity = stream.partition(":")
    if ":" in identity:
        return " ".join((name, *identity.split(":")[1:]))
    return f"{name} {identity[:6]}"

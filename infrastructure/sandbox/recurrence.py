"""The occurrences of a recurring event, of the rules that people use for breaks and days off."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import msgspec

from infrastructure.sandbox.google_error import GoogleError, invalid
from infrastructure.sandbox.google_times import instant_of, normalised, zone_named
from infrastructure.sandbox.loose_json import JsonObject, object_in, text_at

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}
FAR = dt.timedelta(days=730)  # as far as an unbounded list looks ahead

Bounds = tuple[dt.datetime | None, dt.datetime | None]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A daily or weekly rule; `count` and `until` (inclusive) end it."""

    weekly: bool
    interval: int
    weekdays: tuple[int, ...]
    count: int | None
    until: dt.datetime | None

    def takes(self, day: dt.date, first: dt.date) -> bool:
        """Whether the rule, begun on the first day, falls on that day."""
        if self.weekly:
            monday = first - dt.timedelta(days=first.weekday())
            on_turn = (day - monday).days // 7 % self.interval == 0
            return on_turn and day.weekday() in (self.weekdays or (first.weekday(),))
        on_turn = (day - first).days % self.interval == 0
        return on_turn and (not self.weekdays or day.weekday() in self.weekdays)


def rule_of(event: JsonObject) -> Rule | None:
    """Return the event's rule; none when it does not recur. Raises `GoogleError` 400."""
    lines = event.get("recurrence")
    if not lines:
        return None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise invalid("Invalid recurrence rule.")
    rules = [line.removeprefix("RRULE:") for line in lines if line.startswith("RRULE:")]
    others = [line for line in lines if not line.startswith(("RRULE:", "EXDATE"))]
    if len(rules) != 1 or others:
        raise invalid("Invalid recurrence rule. The sandbox knows one RRULE and EXDATEs.")
    return _rule(rules[0])


def occurrences(event: JsonObject, zone: ZoneInfo, bounds: Bounds) -> list[JsonObject]:
    """Return the event itself, or a recurring one's instances that touch the bounds."""
    rule = rule_of(event)
    if rule is None:
        return [event]
    after, before = bounds
    start, end = instant_of(event["start"], zone), instant_of(event["end"], zone)
    length = end - start
    last = before or max(start, after or start) + FAR
    skipped = _skipped(event, zone)
    return [
        _instance(event, begin, begin + length, zone)
        for begin in _starts(rule, _wall_start(event, zone), last)
        if begin not in skipped and begin < last and (after is None or begin + length > after)
    ]


def _starts(rule: Rule, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    until = min(last, rule.until) if rule.until else last
    day, seen = first, 0
    while day <= until and (rule.count is None or seen < rule.count):
        if rule.takes(day.date(), first.date()):
            seen += 1
            yield day.astimezone(dt.UTC)
        day += dt.timedelta(days=1)  # of wall time: the hour stays through changes of the clock


def _wall_start(event: JsonObject, zone: ZoneInfo) -> dt.datetime:
    own = zone_named(text_at(event, "start", "timeZone")) or zone
    return instant_of(event["start"], zone).astimezone(own)


def _instance(
    event: JsonObject, begin: dt.datetime, end: dt.datetime, zone: ZoneInfo
) -> JsonObject:
    kept = {name: value for name, value in event.items() if name != "recurrence"}
    if "date" in object_in(event["start"]):
        start: JsonObject = {"date": f"{begin.astimezone(zone):%Y-%m-%d}"}
        stop: JsonObject = {"date": f"{end.astimezone(zone):%Y-%m-%d}"}
        suffix = f"{begin.astimezone(zone):%Y%m%d}"
    else:
        start = {**object_in(event["start"]), "dateTime": begin.isoformat()}
        stop = {**object_in(event["end"]), "dateTime": end.isoformat()}
        start, stop = normalised(start, "start", zone), normalised(stop, "end", zone)
        suffix = f"{begin:%Y%m%dT%H%M%SZ}"
    return {
        **kept,
        "id": f"{event['id']}_{suffix}",
        "recurringEventId": event["id"],
        "originalStartTime": start,
        "start": start,
        "end": stop,
    }


def _rule(text: str) -> Rule:
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    try:
        if parts.keys() - KNOWN or parts["FREQ"] not in ("DAILY", "WEEKLY"):
            raise _unknown()
        return Rule(
            weekly=parts["FREQ"] == "WEEKLY",
            interval=max(1, int(parts.get("INTERVAL", "1"))),
            weekdays=tuple(WEEKDAYS.index(d) for d in parts.get("BYDAY", "").split(",") if d),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=_moment(parts["UNTIL"], dt.UTC) if "UNTIL" in parts else None,
        )
    except (KeyError, ValueError) as wrong:
        raise _unknown() from wrong


def _unknown() -> GoogleError:
    return invalid("Invalid recurrence rule. The sandbox knows daily and weekly ones by weekday.")


def _skipped(event: JsonObject, zone: ZoneInfo) -> set[dt.datetime]:
    lines = event.get("recurrence")
    texts = [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []
    own = zone_named(text_at(event, "start", "timeZone")) or zone
    return {
        _moment(value, own)
        for line in texts
        if line.startswith("EXDATE")
        for value in line.rpartition(":")[2].split(",")
    }


def _moment(text: str, zone: dt.tzinfo) -> dt.datetime:
    if text.endswith("Z"):
        return dt.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    if "T" in text:
        return dt.datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=zone)
    return dt.datetime.strptime(text, "%Y%m%d").replace(tzinfo=zone)

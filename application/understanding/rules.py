"""Reads a message by rules: text and context in, reading out."""

from collections.abc import Iterator

import msgspec

from application.understanding.days.almanac import Almanac
from application.understanding.reading import (
    Context,
    Inferred,
    Intent,
    Language,
    Reading,
    Span,
)
from application.understanding.schedules.schedule import schedule_in
from application.understanding.schedules.scheduled import Schedule
from application.understanding.text.clauses import told_apart, told_beside
from application.understanding.text.figures import spoken
from application.understanding.text.lexicon import Lexicon, lexicon_of
from application.understanding.text.marks import IntentMark, Marks, marks_in, strangers
from application.understanding.text.pieces import Row, row_of
from application.understanding.text.spans import spans_of, spot
from application.understanding.text.tokens import Token, tokens_of
from application.understanding.text.tongue import language_of, tongue_wished
from application.understanding.text.whole import whole_message
from application.understanding.wants.additions import what_is_left, with_what_was_ordered
from application.understanding.wants.asides import (
    about_in,
    absent,
    delay_in,
    left_day,
    prefers_another,
    shift_in,
)
from application.understanding.wants.by_another import by_another_in
from application.understanding.wants.intents import decide
from application.understanding.wants.names import name_in
from application.understanding.wants.orders import Order, order_in
from application.understanding.wants.picks import pick_in
from application.understanding.wants.said import Said
from application.understanding.wants.topics import topics_of
from application.understanding.wants.unknown_barbers import unknown_barber

# Phrases in which a day or a part of one is only part of the phrase: "good morning".
_FIXED: frozenset[Intent] = frozenset({"greeting", "goodbye", "late", "deny", "thanks"})
_PARTING: frozenset[Intent] = frozenset({"thanks", "goodbye"})
_ORDERING: frozenset[Intent] = frozenset({"book", "choose", "availability"})
_INFERRED: tuple[Inferred, ...] = ("half_of_day", "approximate", "spelling", "day")


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """The message taken apart, before any slot is read."""

    text: str
    tokens: tuple[Token, ...]
    row: Row
    lexicon: Lexicon
    marks: Marks
    language: Language | None
    context: Context


def read(text: str, context: Context) -> Reading:
    """What the message says. Never raises; reads the first 4,096 characters."""
    scan = scan_of(text, context)
    fixed = whole_message(scan.row)
    if fixed is not None:
        return Reading(intents=(fixed,), language=scan.language, whole=True)
    name = name_in(scan.row, text, scan.lexicon.known, context.asked)
    topics = topics_of(context.services, context.barbers)
    order = order_in(scan.row, topics, name, context.asked)
    schedule = schedule_of(scan)
    return _reading(scan, order, schedule, name)


def scan_of(text: str, context: Context) -> Scan:
    """The message taken apart, in its own language if that shows."""
    tokens = tokens_of(text)
    language = language_of(tokens)
    lexicon = lexicon_of(language or context.language)
    tokens = spoken(tokens, lexicon.words.short, lexicon.words.figures)
    row = row_of(tokens, lexicon, topics_of(context.services, context.barbers))
    marks = marks_in(row, lexicon)
    return Scan(
        text=text,
        tokens=tokens,
        row=row,
        lexicon=lexicon,
        marks=marks,
        language=language,
        context=context,
    )


def schedule_of(scan: Scan) -> Schedule:
    """The days and times of the message."""
    almanac = Almanac(scan.context, scan.lexicon, scan.language is not None)
    blocked = {
        token
        for mark in scan.marks.intents
        if mark.intent in _FIXED and mark.last - mark.first > 1 and not _answers_when(mark, scan)
        for token in range(mark.first, mark.last)
    }
    blocked -= {piece.first for piece in scan.row.pieces if piece.last - 1 not in blocked}
    intents = {mark.intent for mark in scan.marks.intents}
    if "late" in intents:
        blocked |= set(_delayed(scan.row))
    if scan.marks.far:
        blocked |= told_beside(scan.row, scan.marks.far, scan.marks.breaks)
    away = "cancel" in intents and absent(scan.marks)
    changing = prefers_another(scan.row, scan.marks)  # "I am in at 2, can I come at 4 instead"
    changing |= "cancel" in intents and "instead" in scan.marks.hints
    leaving = "move" in intents or changing or away or {"cancel", "book"} <= intents
    return schedule_in(scan.row, almanac, frozenset(blocked), leaving=leaving, absent=away)


def _delayed(row: Row) -> Iterator[int]:
    """The tokens of "in 5", "by about 15" in a message that tells a delay."""
    for place, piece in enumerate(row.pieces):
        if piece.has("in"):
            yield piece.first
        elif piece.has("by", "approximate", "perhaps") and row.at(place + 1).has(
            "number", "approximate"
        ):
            yield piece.first
            yield row.at(place + 1).first


def _answers_when(mark: IntentMark, scan: Scan) -> bool:
    """Whether "Morning!" says when, for that was asked."""
    asked = scan.context.asked in {"time", "day", "offer"}
    first = next((p for p in scan.row.pieces if p.first == mark.first), None)
    return asked and mark.intent == "greeting" and first is not None and first.has("part")


def _reading(scan: Scan, order: Order, schedule: Schedule, name: range) -> Reading:
    pick = pick_in(scan.row, scan.context, schedule, order)
    said = _said(scan, order, schedule, name, chosen=pick is not None)
    intents = decide(said, scan.context)
    return msgspec.structs.replace(
        schedule.reading(),
        intents=intents,
        days=None if _parts_until(scan.row, intents) else schedule.days,
        old_day=left_day(schedule)
        if {"move", "cancel"} & set(intents) and absent(scan.marks)
        else schedule.old_day,
        services=_services(scan, order, intents),
        barber=order.barber,
        any_barber=order.any_barber,
        either_barbers=order.either_barbers,
        barbers_refused=order.barbers_refused,
        people=order.people,
        shift=said.shift,
        by_another=by_another_in(scan.row, schedule),
        about=about_in(scan.marks, intents),
        stranger=said.stranger,
        no_such_day=_written(scan, schedule.no_such_day),
        no_such_time=_written(scan, schedule.no_such_time),
        choice=pick.index if pick is not None and "choose" in intents else None,
        minutes_late=delay_in(scan.row) if "late" in intents else None,
        name=_called(scan, name),
        language=scan.language,
        wished_language=tongue_wished(scan.row) if "language" in intents else None,
        inferred=inferred_of(schedule, spelt=order.doubtful or _names_a_stranger(scan, said)),
        spans=_spans(scan, order, schedule, name),
    )


def _parts_until(row: Row, intents: tuple[Intent, ...]) -> bool:
    """As in "thanks, until Friday", which wishes nothing."""
    return _PARTING.issuperset(intents) and any(piece.has("by") for piece in row.pieces)


def _left(scan: Scan) -> tuple[str, ...]:
    topics = topics_of(scan.context.services, scan.context.barbers)
    return what_is_left(scan.row, scan.context.ordered, topics)


def _services(scan: Scan, order: Order, intents: tuple[Intent, ...]) -> tuple[str, ...]:
    """The services asked for; a question about one of them adds nothing to an order."""
    if not _ORDERING & set(intents):
        return order.services
    topics = topics_of(scan.context.services, scan.context.barbers)
    return with_what_was_ordered(order, scan.row, scan.context.ordered, topics)


def _written(scan: Scan, place: tuple[int, int] | None) -> str | None:
    """The words as written, without those that only lead there."""
    if place is None:
        return None
    first, last = place
    while first < last - 1 and not scan.row.at(first).has("number", "month", "ordinal"):
        first += 1
    return scan.text[spot(scan.row, first).start : spot(scan.row, last - 1).stop]


def _called(scan: Scan, name: range) -> str | None:
    """The customer's name as written."""
    if not name:
        return None
    return " ".join(scan.text[scan.row.at(name[0]).start : scan.row.at(name[-1]).end].split())


def _replaced(schedule: Schedule) -> bool:
    """Whether one day or one time is left for another."""
    day = schedule.day is not None and left_day(schedule) is not None
    return day or (schedule.time is not None and schedule.old_time is not None)


def _stranger(scan: Scan, name: range) -> str | None:
    if name:
        return None
    return unknown_barber(scan.row, scan.text, scan.context, scan.lexicon)


def _names_a_stranger(scan: Scan, said: Said) -> bool:
    """Whether somebody was asked for whom the shop may not have: "con Pedro"."""
    joined = any(token.text in {"con", "with"} for token in scan.tokens)
    return joined and said.strangers > 0 and not said.barber


def _said(scan: Scan, order: Order, schedule: Schedule, name: range, *, chosen: bool) -> Said:
    strange = strangers(scan.row, scan.tokens, scan.marks, scan.lexicon)
    questioned = _opens_as_a_question(scan)
    compared = by_another_in(scan.row, schedule)
    return Said(
        row=scan.row,
        marks=scan.marks,
        strangers=max(len(strange) - len(name), 0),
        strange=strange,
        addressed=not scan.lexicon.words.addressing.isdisjoint(scan.row.words)
        or not scan.lexicon.words.addressing,
        ordered=bool(order.services) or bool(_left(scan)),
        barber=order.barber is not None or order.any_barber or bool(order.barbers_refused),
        scheduled=schedule.settled or schedule.earliest,
        timed=schedule.timed,
        dated=schedule.day is not None or schedule.days is not None,
        earliest=schedule.earliest and not schedule.settled,
        replaced=_replaced(schedule),
        instead=_instead(scan, schedule, order),
        negated=_outside_consent(scan.marks, scan.marks.negations),
        far=_far(scan),
        contrary=_outside_consent(scan.marks, scan.marks.contraries),
        questioned=questioned,
        inquiring=questioned and not {"wish", "personal"} & scan.marks.hints,
        impossible=schedule.impossible,
        shift=shift_in(scan.row, schedule, compared),
        compared=compared is not None,
        stranger=None if order.barber or order.any_barber else _stranger(scan, name),
        chosen=chosen,
        tongue=tongue_wished(scan.row) is not None,
        named=bool(name),
        people=order.people is not None,
    )


def _instead(scan: Scan, schedule: Schedule, order: Order) -> bool:
    """Whether one time is to stand in the place of another: "Friday instead of Tuesday"."""
    places = [place for place, piece in enumerate(scan.row.pieces) if piece.has("instead_of")]
    if places:
        if order.barber is not None and order.barbers_refused:
            return True
        hour = any(scan.row.at(place + 1).has("number") for place in places)
        return schedule.settled and (schedule.refused_any or hour)
    said = schedule.settled or order.barber is not None
    booked = bool(scan.context.appointments) and not order.services
    rather = booked and "rather" in scan.marks.hints and not _opens_as_a_question(scan)
    rather |= prefers_another(scan.row, scan.marks)
    return said and (rather or "instead" in scan.marks.hints)


def _far(scan: Scan) -> bool:
    far = scan.marks.far
    return bool(far) and not told_apart(scan.row, far, scan.marks.breaks)


def _outside_consent(marks: Marks, turning: frozenset[int]) -> bool:
    """Whether a "not" or "wrong" stands outside of every phrase that consents: of "no doubt"."""
    consenting = [mark for mark in marks.intents if mark.intent == "confirm"]
    return any(not any(mark.first <= token < mark.last for mark in consenting) for token in turning)


def _opens_as_a_question(scan: Scan) -> bool:
    """Whether the message, after any greeting, begins as questions do."""
    greeted = max(
        (mark.last for mark in scan.marks.intents if mark.intent == "greeting"), default=0
    )
    words = scan.row.words
    start = next((at for at in range(greeted, len(words)) if words[at].isalnum()), len(words))
    _, meant = scan.lexicon.hints.longest(words, start)
    return "asks" in meant


def inferred_of(schedule: Schedule, *, spelt: bool = False) -> tuple[Inferred, ...]:
    """What was inferred, in a stable order."""
    found = schedule.inferred | ({"spelling"} if spelt else set())
    return tuple(kind for kind in _INFERRED if kind in found)


def _spans(scan: Scan, order: Order, schedule: Schedule, name: range) -> tuple[Span, ...]:
    places = [*schedule.places, *((*place, "name") for place in order.places)]
    if name:
        places.append((name.start, name.stop, "name", "name"))
    intents = tuple(
        Span(
            start=scan.tokens[mark.first].start,
            end=scan.tokens[mark.last - 1].end,
            slot="intent",
            why=mark.intent,
        )
        for mark in scan.marks.intents
    )
    return (*spans_of(scan.row, places), *intents)

"""Tells from which parts of the text a reading was made."""

from collections.abc import Iterable

from application.understanding.reading import Span
from application.understanding.text.pieces import Row


def spot(row: Row, place: int) -> slice:
    """The part of the text that the piece stands for."""
    return slice(row.at(place).start, row.at(place).end)


def spans_of(row: Row, places: Iterable[tuple[int, int, str, str]]) -> tuple[Span, ...]:
    """The parts of the text for places of the row, in the order of the text."""
    spans = (
        Span(start=row.at(first).start, end=row.at(last - 1).end, slot=slot, why=why)
        for first, last, slot, why in places
    )
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))

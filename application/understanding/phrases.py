"""Reads only the day and the time of a phrase, such as one that a model copied from a message."""

import msgspec

from application.understanding.reading import Context, Reading
from application.understanding.rules import inferred_of, scan_of, schedule_of
from application.understanding.text.spans import spans_of


def read_when(phrase: str, context: Context) -> Reading:
    """The phrase's day and time slots; the intent is "book" if there are any, else "unknown"."""
    scan = scan_of(phrase, context)
    schedule = schedule_of(scan)
    return msgspec.structs.replace(
        schedule.reading(),
        intents=("book",) if schedule.said else ("unknown",),
        language=scan.language,
        inferred=inferred_of(schedule),
        spans=spans_of(scan.row, schedule.places),
    )

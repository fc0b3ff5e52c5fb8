"""Puts the named parts of a day together: "morning or noon", "esta noche temprano"."""

from collections.abc import Sequence

from application.understanding.reading import TimeRange
from application.understanding.text.lexicon import Lexicon

_EARLY = ("early", "early_morning", "first_thing")
_LATE = ("last_thing",)
_HALVES = {
    "morning": ("early_morning", "late_morning"),
    "afternoon": ("early_afternoon", "late_afternoon"),
    "evening": ("early_evening", "late_evening"),
    "night": ("early_evening", "late_evening"),
}


def span_of_parts(parts: Sequence[str], lexicon: Lexicon, *, apart: bool) -> TimeRange:
    """All that the parts span; `apart` if they are said as several ("morning or evening")."""
    named = list(dict.fromkeys(parts))
    narrowed = None if apart or len(named) != 2 else _narrowed(named)  # noqa: PLR2004
    return _hull([lexicon.part(part) for part in (named if narrowed is None else [narrowed])])


def _narrowed(named: list[str]) -> str | None:
    """The end of a part that is meant: "early" beside "evening" is its beginning."""
    whole = next((part for part in named if part in _HALVES), None)
    end = next((part for part in named if part in (*_EARLY, *_LATE)), None)
    if whole is None or end is None:
        return None
    return _HALVES[whole][end in _LATE]


def _hull(ranges: list[TimeRange]) -> TimeRange:
    """All that several parts of the day span; of one part, the part."""
    starts = [span.start for span in ranges]
    ends = [span.end for span in ranges]
    return TimeRange(
        start=None if None in starts else min(start for start in starts if start is not None),
        end=None if None in ends else max(end for end in ends if end is not None),
    )

"""What the days named in a message are read against, and what is found."""

import datetime as dt
from collections.abc import Callable

import msgspec

from application.understanding.reading import Context, DayRange
from application.understanding.text.lexicon import Lexicon
from application.understanding.text.pieces import Row


class DayFound(msgspec.Struct, frozen=True, kw_only=True):
    """Days said at one place: the likeliest first, or a range, or nothing wanted (the past)."""

    first: int  # pieces, half-open
    last: int
    why: str
    days: tuple[dt.date, ...] = ()
    span: DayRange | None = None
    weekday: int | None = None
    inferred: bool = False


class Almanac(msgspec.Struct, frozen=True):
    """What a day's name is read against."""

    context: Context
    lexicon: Lexicon
    certain_language: bool

    @property
    def today(self) -> dt.date:
        """The shop's day at the moment of reading."""
        return self.context.today


Rule = Callable[[Row, int, Almanac], DayFound | None]

"""Steps along the row that the names of days share."""

from application.understanding.text.pieces import Piece, Row

_STOPS = ("number", "month", "weekday", "to")  # "al" leads to an end as well as to a day
_LONGEST_LEAD = 5  # pieces before a day's name; a bound keeps every text linear
_LAST_OF_MONTH = 31
_FRACTIONS = {"2": 30, "4": 15}
_LATEST_HALVED = 12  # the last hour that "in the morning" may follow


def day_number(row: Row, place: int, *, dated: bool = False) -> tuple[int | None, int]:
    """A day of the month ("3", "3rd", "third", "three") and where it ends.

    `dated` if its month stands before it: "Jan 5 after 5" is no minutes past an hour.
    """
    piece = row.at(place)
    number = piece.number("ordinal") or piece.number("number")
    if number is None or piece.digits > len("31") or not 1 <= number <= _LAST_OF_MONTH:
        return None, place
    suffixed = row.at(place + 1).has("th") and row.at(place + 1).glued
    past = dated and row.at(place + 1).has("after")
    part = row.at(place + 1)  # "el 15 de la tarde", "el 5 por la tarde"
    late = part.has("part") and (number > _LATEST_HALVED or part.has("loose"))
    if not suffixed and not past and not late and clockish(row, place + 1):
        return None, place
    return number, place + 1 + suffixed


def range_end(row: Row, place: int, first: int, *, spread: bool = False) -> tuple[int, int]:
    """The last day of a range that began with `first`, or `first`; and where it ends."""
    joined = row.at(place).has("to", "by") or row.at(place).text == "-"
    if not joined and not (spread and row.at(place).has("and")):
        return first, place
    if row.at(place).has("at") and not row.at(place + 1).has("the"):
        return first, place  # "2 de julio a las 9"
    number, after = day_number(row, skip(row, place + 1, "the"))
    return (number, after) if number is not None else (first, place)


def written_fraction(row: Row, at: int) -> int | None:
    """The minutes of "1/2 past 3", "1/4 to 4", "a las 4 y 1/2", which begin with no date."""
    led = row.at(at).text == "1" and row.at(at + 1).text == "/"
    hour = at - 1 - row.at(at - 1).has("plus")
    ends = row.at(hour).has("number") and row.at(hour - 1).has("at", "approximate")
    told = led and (ends or row.at(at + 3).has("minutes_past", "minutes_to"))
    return _FRACTIONS.get(row.at(at + 2).text) if told else None


def clockish(row: Row, place: int) -> bool:
    """Whether a clock time goes on at the place."""
    piece = row.at(place)
    if piece.has("am", "pm", "oclock", "unit_minutes", "ish", "minutes_past"):
        return True
    half = piece.has("half") and piece.glued
    split = piece.text in {":", "."} and piece.glued and row.at(place + 1).glued
    return half or (split and row.at(place + 1).digits > 0)


def skip(row: Row, place: int, *kinds: str) -> int:
    """The first place from `place` on that is none of the kinds."""
    end = place + _LONGEST_LEAD
    while place < end and row.at(place).has(*kinds) and not row.at(place).has(*_STOPS):
        place += 1
    return place


def refused_for_the_next(row: Row, at: int) -> bool:
    """As in "not this week next", where what follows is the one after."""
    return row.at(at).has("this") and row.at(at - 1).has("not", "no")


def trailing(row: Row, place: int, *kinds: str) -> int:
    """Where the words end that qualify what stands before them: "que viene", "after next"."""
    end = place
    while end < place + 2 and row.at(end).has(*kinds):
        after = row.at(end + 1)
        if after.has("weekday", "week", "weekend", "month_word"):
            break
        if after.has("part") and not row.at(end).has("coming"):
            break
        end += 1
    return end


def has(pieces: tuple[Piece, ...], *kinds: str) -> bool:
    """Whether any of the pieces may mean any of the kinds."""
    return any(piece.has(*kinds) for piece in pieces)


def periods_ahead(said: tuple[Piece, ...]) -> tuple[int, bool]:
    """How many weeks or months ahead is said, and whether anything is."""
    if has(said, "after_next"):
        return 2, True
    if has(said, "next", "coming"):
        return 1, True
    return 0, has(said, "this")


def counted(row: Row, place: int) -> bool:
    """Whether the piece shows that the number before it counts something or begins a range."""
    piece = row.at(place)
    joins = piece.has("to") and not piece.has("at")
    if row.at(place - 1).has("th") and piece.has("fraction"):
        return False  # "the 18th half 2"
    return joins or piece.has("people_unit", "money", "unit_days", "unit_months", "fraction")


def fenced(row: Row, start: int, end: int) -> bool:
    """Whether the number is a piece of something longer, such as a price or a telephone number."""
    before, after = row.at(start - 1), row.at(end)
    signs = {"$", "€", "£", "#", "+", "-", "/", ":", "."}
    return (before.text in signs and row.at(start).glued) or (
        after.text in signs | {"%"} and after.glued and row.at(end + 1).digits > 0
    )

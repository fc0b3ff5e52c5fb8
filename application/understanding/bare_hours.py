"""Whether a bare number is an hour: "5" after a day, after "or", or where the hour was asked."""

from collections.abc import Callable

import msgspec

from application.understanding.clock_endings import Clock
from application.understanding.pieces import Piece, Row
from application.understanding.reading import Context

_HOUR_DIGITS = 2
_SIGNS = 2  # such as ", for" between a day and its hour
_ROUND = 5  # minutes
_SOON = 4  # words


Rule = Callable[[Row, Clock, "Ground"], bool]


class Ground(msgspec.Struct, frozen=True):
    """What lies around the times: the days named, and the pieces that mean something else."""

    context: Context
    taken: frozenset[int]  # pieces that days were read from
    day_ends: frozenset[int]
    blocked: frozenset[int]  # tokens
    known: frozenset[str] = frozenset()  # words
    leaving: bool = False  # "from 2 to 5" moves an appointment


def expected(row: Row, clock: Clock, ground: Ground) -> bool:
    """Whether a bare number is an hour here: the hour was asked, or a day stands beside it."""
    if ground.context.asked == "time":
        return not (row.at(clock.first).has("one") and row.at(clock.first - 1).text.isalnum())
    if _packed_beside_a_day(row, clock, ground) or _corrects(row, clock):
        return True
    first = row.at(clock.first)
    pointing = first.has("one") and not first.has("at")  # "the Friday one"
    if pointing or first.digits > _HOUR_DIGITS or counts_unknown(row, clock, ground):
        return False
    return any(rule(row, clock, ground) for rule in _RULES)


def _left_for(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "push my 3 o'clock to 5"."""
    to = row.at(clock.first).has("to") or row.at(clock.first - 1).has("to")
    return ground.leaving and to


def _before_its_part(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "5 this afternoon", but not "building 5 this afternoon"."""
    before, after = row.at(clock.first - 1), row.at(clock.last)
    named = before.text.isalpha() and not before.marks and before.text not in ground.known
    named |= before.text == "para"  # "una mesa para cuatro esta noche"
    named |= before.has("for") and _told_soon(row, clock.last)  # "a table for 2 tonight at 7"
    return clock.last in ground.taken and after.has("offset") and after.has("part") and not named


def _told_soon(row: Row, place: int) -> bool:
    """Whether a time with its "at" follows within a few words."""
    return any(piece.has("at") for piece in row.pieces[place : place + _SOON])


def _after_its_part(row: Row, clock: Clock, _: Ground) -> bool:
    """As in "Saturday morning 9", "at afternoon 1"."""
    before, after = row.at(clock.first - 1), row.at(clock.last)
    return before.has("part") and (not after.text.isalnum() or after.has("on", "polite"))


def _from_after_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "Monday from 2"."""
    led = row.at(clock.first - 1).has("from_day") and clock.first - 2 in ground.taken
    return led and not row.at(clock.last).text.isalnum()


def _opens_before_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "10 tomorrow", where nothing else is said."""
    rest = range(clock.last, len(row))
    days = all(place in ground.taken or not row.at(place).text.isalnum() for place in rest)
    return clock.first == 0 and clock.last in ground.taken and days


def _asked_whether_it_fits(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "is 5 ok", "can we do 6 instead", "3 works", "I cannot make 5"."""
    before, after = row.at(clock.first - 1), row.at(clock.last)
    opened = clock.first == 0 or before.has("fit_lead", "or") or before.text in {",", ".", "?"}
    made = before.has("making") and (clock.last in ground.taken or not after.text.isalnum())
    return made or (opened and after.has("fits"))


def _before_or(row: Row, clock: Clock, _: Ground) -> bool:
    """As in "5 or 6pm"."""
    hour, after = row.at(clock.last + 1), row.at(clock.last + 2)
    told = after.has("am", "pm", "oclock") or (after.has("part") and not after.has("offset"))
    return row.at(clock.last).has("or") and hour.has("number") and told


def _or(row: Row, clock: Clock, _: Ground) -> bool:
    return row.at(clock.first - 1).has("or") and _hourly(row.at(clock.first - 2))


def _after_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    place = clock.first
    for _ in range(_SIGNS):
        place -= row.at(place - 1).text == "," or row.at(place - 1).has("for")
    return place in ground.day_ends


def _corrects(row: Row, clock: Clock) -> bool:
    """As in "at 4, sorry, I meant 5"."""
    before = row.at(clock.first - 1)
    before = row.at(clock.first - 2) if before.text == "," else before
    return before.has("correct") and row.at(clock.first).digits in {1, _HOUR_DIGITS}


def _packed_beside_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "1730 tomorrow", which is no year."""
    digits = row.at(clock.first).digits
    if digits <= _HOUR_DIGITS or clock.options[0].minute % _ROUND:
        return False
    beside = clock.last in ground.taken or clock.first - 1 in ground.taken
    alone = len(row) == 1 and digits == 2 * _HOUR_DIGITS
    ago = (row.at(clock.first).number("number") or 0) - ground.context.today.year
    return (beside or alone) and not -1 <= ago <= 1


def _hourly(piece: Piece) -> bool:
    return piece.has("number", "am", "pm", "oclock", "fraction")


def counts_unknown(row: Row, clock: Clock, ground: Ground) -> bool:
    """Whether the number counts something, as in "for 12 nights", "to 4 rooms"."""
    after = row.at(clock.last)
    plain = after.text.isalpha() and not after.marks
    several = after.text.endswith("s") and after.text not in ground.known
    return plain and (row.at(clock.first - 1).has("for") or several)


_RULES: tuple[Rule, ...] = (
    _left_for,
    _before_its_part,
    _after_its_part,
    _opens_before_a_day,
    _asked_whether_it_fits,
    _from_after_a_day,
    _before_or,
    _or,
    _after_a_day,
)

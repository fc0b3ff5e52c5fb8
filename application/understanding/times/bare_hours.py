"""Whether a bare number is an hour: "5" after a day, after "or", or where the hour was asked."""

from collections.abc import Callable

import msgspec

from application.understanding.days.steps import has
from application.understanding.reading import Context
from application.understanding.text.pieces import Piece, Row
from application.understanding.times.clock_endings import Clock
from application.understanding.wants.choices import MOST_ROWS, alone

_HOUR_DIGITS = 2
_SIGNS = 2  # such as ", for" between a day and its hour
_ROUND = 5  # minutes
_PAUSES = {",", "-", ".", "?"}
_ABBREVIATED = 5  # letters
_SOON = 4  # words
_NEAR = 5  # pieces, over the day to the "or" behind it
_NAMED_STREET = 3  # words


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
    if ground.context.asked == "time" and _counts_a_thing(row, clock):
        return False
    if ground.context.asked == "time":
        return not (row.at(clock.first).has("one") and row.at(clock.first - 1).text.isalnum())
    if _packed_beside_a_day(row, clock, ground) or _corrects(row, clock):
        return True
    first = row.at(clock.first)
    pointing = first.has("one") and not first.has("at")  # "the Friday one"
    if pointing or counts_unknown(row, clock, ground):
        return False
    if first.digits > _HOUR_DIGITS:
        rules: tuple[Rule, ...] = (_on_the_screen, _asked_whether_it_fits)
        return not clock.options[0].minute % _ROUND and any(r(row, clock, ground) for r in rules)
    return any(rule(row, clock, ground) for rule in _RULES)


def _counts_a_thing(row: Row, clock: Clock) -> bool:
    """As in "una consulta", "one question"."""
    after = row.at(clock.last)
    return row.at(clock.first).has("single") and after.text.isalpha() and not after.marks


def _left_for(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "push my 3 o'clock to 5"."""
    to = row.at(clock.first).has("to") or row.at(clock.first - 1).has("to")
    to |= row.at(clock.first - 1).has("from") and row.at(clock.last).has("to")
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


def _instead_of_another(row: Row, clock: Clock, _: Ground) -> bool:
    """As in "make it 3 instead of 2"."""
    before, after = row.at(clock.first - 1), row.at(clock.last)
    left = before.has("instead_of") and row.at(clock.first - 2).has("number", "am", "pm", "oclock")
    return left or (after.has("instead_of", "not") and row.at(clock.last + 1).has("number"))


def _from_after_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "Monday from 2"."""
    ends = not row.at(clock.last).text.isalnum()
    if not row.at(clock.first - 1).has("from_day") or ground.leaving:
        return False
    told = row.at(clock.first - 2).has("fits") and bool(ground.taken)  # "Friday's ok from 2"
    beside = clock.first - 2 in ground.taken or told
    return (ends and beside) or (clock.last in ground.taken and not row.at(clock.last).has("to"))


def _opens_before_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "10 tomorrow", where nothing else is said."""
    rest = range(clock.last, len(row))
    numbered = has(row.between(clock.last, clock.last + _NEAR), "th") and row.at(clock.last).has(
        "on", "the"
    )
    if numbered and clock.last in ground.taken and not row.at(clock.first - 1).text.isalnum():
        return True  # "3 on the 3rd it is"
    part = clock.last + 1  # "9 tomorrow morning, mate"
    if clock.first == 0 and clock.last in ground.taken and row.at(part).has("part"):
        return True
    days = all(place in ground.taken or not row.at(place).text.isalnum() for place in rest)
    return clock.first == 0 and clock.last in ground.taken and days


def _beside_its_own_day(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "10 on Tuesday or 11 on Wednesday"."""
    parted = clock.first == 0 or row.at(clock.first - 1).has("or", "so")
    if not parted or clock.last not in ground.taken or row.at(clock.last).has("number"):
        return False
    near = row.between(clock.first - 1, clock.last + _NEAR)
    return any(piece.has("or", "so") for piece in near)


def _asked_whether_it_fits(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "is 5 still ok", "can we do 6 instead", "3 works", "I cannot make 5"."""
    last = clock.last + (row.at(clock.last).text == "still")
    before, after = row.at(clock.first - 1), row.at(last)
    opened = (
        clock.first == 0
        or before.has("fit_lead", "or", "so", "yes", "no")
        or before.text in {",", ".", "?"}
    )
    made = before.has("making") and (clock.last in ground.taken or not after.text.isalnum())
    return made or after.has("instead") or (opened and (after.has("fits") or _would_fit(row, last)))


def _would_fit(row: Row, place: int) -> bool:
    """As in "11 is perfect", "4 would be great"."""
    led = row.at(place).has("fit_lead")
    place += led + (led and row.at(place + 1).text in {"be", "just"})
    return led and row.at(place).has("fits")


def _on_the_screen(row: Row, clock: Clock, ground: Ground) -> bool:
    """As in "is the 11 still there" and a bare "11", where eleven o'clock was offered."""
    offered = {offer.time for offer in ground.context.offered}
    no_row = (row.at(clock.first).number("number") or 0) > MOST_ROWS
    if ground.context.asked != "offer":
        return False
    pointed = row.at(clock.first - 1).has("the") and not offered.isdisjoint(clock.options)
    return pointed or (no_row and alone(row, clock.first))


def _before_or(row: Row, clock: Clock, _: Ground) -> bool:
    """As in "5 or 6pm"."""
    hour, after = row.at(clock.last + 1), row.at(clock.last + 2)
    told = (
        after.has("am", "pm", "oclock", "fits")
        or after.text == ":"
        or (after.has("part") and not after.has("offset"))
    )
    return row.at(clock.last).has("or") and hour.has("number") and told


def _or(row: Row, clock: Clock, _: Ground) -> bool:
    if row.at(clock.first - 1).text in {",", "."} and row.at(clock.first - 3).has("not", "making"):
        return row.at(clock.first - 2).has("number")  # "can't do 3, 4?"
    told = row.at(clock.first - 2)
    return row.at(clock.first - 1).has("or") and _hourly(told) and not told.has("unit_minutes")


def _after_a_day(row: Row, clock: Clock, ground: Ground) -> bool:
    place = clock.first
    said = len(row.at(clock.first - 2).text) > _ABBREVIATED  # "Monday. 3.", but not "Thu. 3"
    stops = {",", "."} if said and not row.at(clock.last).text.isalnum() else {","}
    for _ in range(_SIGNS):
        place -= row.at(place - 1).text in stops or row.at(place - 1).has("for")
    place -= row.at(place - 1).has("fits") and place < clock.first  # "tomorrow's fine, 10?"
    return place in ground.day_ends


def _corrects(row: Row, clock: Clock) -> bool:
    """As in "at 4, sorry, I meant 5"."""
    before = row.at(clock.first - 1)
    before = row.at(clock.first - 2) if before.text == "," else before
    no = clock.first - 1 - (row.at(clock.first - 1).text == ",")
    hour = no - 1 - (row.at(no - 1).text in _PAUSES)
    people = row.at(hour - 1).has("people_lead")  # "vamos a ser tres, no dos"
    if row.at(no).has("no") and _hourly(row.at(hour)) and not people:
        return True  # "at 5, no 6"
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


def numbers_a_house(row: Row, clock: Clock) -> bool:
    """As in "at 12 Main Street"."""
    place = clock.last
    while place < clock.last + _NAMED_STREET and _nameless(row.at(place)):
        place += 1
    return place > clock.last and row.at(place).has("street") and row.at(clock.last - 1).digits > 0


def _nameless(piece: Piece) -> bool:
    return piece.text.isalpha() and not piece.marks


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
    _beside_its_own_day,
    _asked_whether_it_fits,
    _instead_of_another,
    _on_the_screen,
    _from_after_a_day,
    _before_or,
    _or,
    _after_a_day,
)

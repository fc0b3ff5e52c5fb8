"""Offering times: as a list that is spread over what is free, and as the closest to a wish."""

from datetime import date, datetime, timedelta

import msgspec

from application.dialogue.composing import Row, with_menu, with_rows
from application.dialogue.drafting import (
    exact_wish,
    fits,
    last_moment,
    window_wish,
)
from application.dialogue.turn import Turn
from application.find_openings import Found, find_first, find_openings
from domain.choosing import closest, same_time, spread
from domain.draft import Draft
from domain.errors import Reason
from domain.openings import Opening, Wish
from domain.reply import (
    ROWS,
    MoreTimes,
    TakeTime,
)
from domain.shop import Visit
from domain.wall_time import local_day

ALTERNATIVES = 3
APART = timedelta(minutes=30)
RESERVED_ROWS = 1


async def offer_times(
    turn: Turn,
    draft: Draft,
    visit: Visit,
    *,
    after: datetime | None = None,
    lead: str = "",
    nothing: str = "",
) -> None:
    """Offer the free times of the draft's days; the closest other ones where there are none.

    `lead` is said in any case instead of the heading, `nothing` only where none is free.
    """
    turn.keep(draft)
    wish = window_wish(turn, draft, visit, after)
    found = await find_openings(turn.desk, wish)
    if after is not None:
        found = await find_first(turn.desk, wish, last_moment(turn.desk))
    fitting = fitting_times(turn, draft, found)
    if not fitting:
        await _offer_others(turn, draft, visit, wish, lead or nothing)
        return
    if draft.earliest or after is not None:
        shown = fitting[: ROWS - RESERVED_ROWS]
    else:
        shown = spread(fitting, ROWS - RESERVED_ROWS)
    body = lead or _heading(turn, draft, visit, after)
    _say_times(turn, draft, visit, body, shown, more=_before_all(shown, fitting))


async def offer_closest(
    turn: Turn, draft: Draft, visit: Visit, *, wished: datetime, lead: str
) -> None:
    """Offer three times near one that cannot be had, with the barber that was asked for."""
    day = local_day(wished, turn.desk.shop.zone)
    free_day = msgspec.structs.replace(
        draft, time=None, not_before=None, not_after=None, first_day=day, last_day=day
    )
    turn.keep(draft)
    wish = window_wish(turn, free_day, visit)
    found = await find_openings(turn.desk, wish)
    near = closest(fitting_times(turn, free_day, found), wished, ALTERNATIVES, APART)
    if not near:
        anyday = msgspec.structs.replace(free_day, first_day=None, last_day=None)
        found = await find_first(turn.desk, wish, last_moment(turn.desk))
        times = await _day_before(turn, free_day, visit, day) + fitting_times(turn, anyday, found)
        near = same_time(turn.desk.shop, times, wished, ALTERNATIVES)
    if near:
        body = f"{lead} {turn.words.text('offer.others')}"
        _say_times(turn, free_day, visit, body, near, more=near[0].start - timedelta(minutes=1))
        return
    await _offer_others(turn, free_day, visit, wish, lead)


async def _day_before(turn: Turn, draft: Draft, visit: Visit, day: date) -> tuple[Opening, ...]:
    """What is free on the day before, unless that has passed."""
    before = day - timedelta(days=1)
    if before < local_day(turn.desk.now, turn.desk.shop.zone):
        return ()
    draft = msgspec.structs.replace(draft, first_day=before, last_day=before)
    found = await find_openings(turn.desk, window_wish(turn, draft, visit))
    return fitting_times(turn, draft, found)


def fitting_times(turn: Turn, draft: Draft, found: Found) -> tuple[Opening, ...]:
    """One opening per time that the words allow; each one's where several barbers were named."""
    times = found.by_time(turn.desk.shop, turn.usual_barber)
    if draft.either_barbers:
        first = frozenset(times)
        both = found.answer.openings
        times = tuple(sorted(both, key=lambda one: (one.start, one not in first)))
    return tuple(one for one in times if fits(turn.desk.shop, draft, one))


async def refusal(turn: Turn, draft: Draft, visit: Visit, start: datetime) -> Reason | None:
    """Why that time cannot be had by the draft; `None` if it can."""
    found = await find_openings(turn.desk, exact_wish(turn, draft, visit, start))
    if found.answer.openings:
        return None
    reasons = {one.reason for one in found.answer.refused}
    told = (
        Reason.TOO_SOON, Reason.TOO_FAR_AHEAD, Reason.CLOSED, Reason.OFF_GRID, Reason.TAKEN,
        Reason.HELD, Reason.CALENDAR_BUSY, Reason.BREAK, Reason.TIME_OFF,
    )  # fmt: skip
    return next((one for one in told if one in reasons), Reason.NOT_OFFERED)


async def _offer_others(turn: Turn, draft: Draft, visit: Visit, wish: Wish, lead: str) -> None:
    """Nothing is free where it was wished: offer what comes next, over some days."""
    anytime = msgspec.structs.replace(draft, first_day=None, last_day=None)
    found = await find_first(turn.desk, wish, last_moment(turn.desk))
    times = fitting_times(turn, anytime, found)
    if not times:
        anytime = msgspec.structs.replace(anytime, time=None, not_before=None, not_after=None)
        times = fitting_times(turn, anytime, found)
    lead = lead or _nothing(turn, draft, visit)
    if not times:
        day = turn.words.long_day(
            local_day(last_moment(turn.desk) - timedelta(minutes=1), turn.desk.shop.zone)
        )
        rest = turn.words.text("offer.nothing_at_all", last=day, owner=turn.desk.shop.owner)
        turn.say(with_menu(turn, f"{lead} {rest}"))
        return
    shown = spread(times, ALTERNATIVES)
    body = f"{lead} {turn.words.text('offer.others')}"
    _say_times(turn, anytime, visit, body, shown, more=_before_all(shown, times))


def _before_all(shown: tuple[Opening, ...], fitting: tuple[Opening, ...]) -> datetime:
    """From where "more times" goes on: after what was shown in one piece, else from the start."""
    in_one_piece = shown == fitting[: len(shown)]
    return shown[-1].start if in_one_piece else fitting[0].start - timedelta(minutes=1)


def _say_times(
    turn: Turn, draft: Draft, visit: Visit, body: str, shown: tuple[Opening, ...], more: datetime
) -> None:
    text = turn.words.text
    rows: list[Row] = [
        (
            turn.words.short(one.start),
            text(
                "row.time",
                barber=text("format.with", barber=_name(turn, one)),
                length=turn.words.length(visit.length),
                price=turn.words.money(visit.price),
            ),
            TakeTime(
                start=one.start,
                barber_id=one.barber_id,
                services=visit.ids,
                moving=draft.moving,
            ),
        )
        for one in shown
    ]
    rows.append((text("row.more_times"), text("row.more_times.description"), MoreTimes(after=more)))
    turn.say(with_rows(turn, body, "list.times", rows), asked="time")


def _name(turn: Turn, opening: Opening) -> str:
    barber = turn.desk.shop.barber(opening.barber_id)
    return barber.name if barber else opening.barber_id


def _heading(turn: Turn, draft: Draft, visit: Visit, after: datetime | None) -> str:
    services = turn.words.services(visit.ids)
    if draft.earliest:
        return turn.words.text("offer.first", services=services)
    if draft.first_day is None or after is not None:
        return turn.words.text("offer.any_day", services=services)
    return turn.words.text("offer", services=services, when=_days(turn, draft))


def _nothing(turn: Turn, draft: Draft, visit: Visit) -> str:
    services = turn.words.services(visit.ids)
    if draft.first_day is None:
        return turn.words.text("offer.none.any_day", services=services)
    day = draft.first_day
    if day == draft.last_day and not turn.desk.shop.opening(day):
        return turn.words.text(
            "refused.closed", when=turn.words.long_day(day), closure=closure_name(turn, draft)
        )
    return turn.words.text("offer.none", services=services, when=_days(turn, draft))


def closure_name(turn: Turn, draft: Draft) -> str:
    """The name of the closure on the draft's day, in brackets, or nothing."""
    closure = turn.desk.shop.closure(draft.first_day) if draft.first_day else None
    name = closure.names.get(turn.words.language) if closure else None
    return f" ({name})" if name else ""


def _days(turn: Turn, draft: Draft) -> str:
    first, last = draft.first_day, draft.last_day
    if first is None or last is None:
        return ""
    if first == last:
        return turn.words.text("offer.when.day", day=turn.words.long_day(first))
    return turn.words.text(
        "offer.when.days", first=turn.words.day(first), last=turn.words.day(last)
    )

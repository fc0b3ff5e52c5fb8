"""From what was said to a booking in the making, and from there to a wish."""

import datetime as dt

import msgspec

from application.desk import Desk
from application.dialogue.turn import Turn
from application.find_openings import barbers_for
from application.understanding.reading import Reading
from domain.draft import Draft
from domain.identifiers import BarberId, ServiceId
from domain.openings import Opening, Wish
from domain.reply import TakeWhen
from domain.shop import Shop, Visit, visit
from domain.wall_time import MINUTES_OF_DAY, instant, instant_or_next, local_day

SEARCHED_DAYS = 7


def merged(draft: Draft, reading: Reading, today: dt.date) -> Draft:
    """The draft with what was said now; what was said before stands unless it was said anew."""
    draft = _with_services(draft, reading)
    draft = _with_barber(draft, reading)
    draft = _with_day(_without_what_does_not_exist(draft, reading), reading)
    draft = _with_time(draft, reading)
    return _without_the_past(draft, today)


def _without_what_does_not_exist(draft: Draft, reading: Reading) -> Draft:
    """Who names a day or a time that does not exist wants none of those named before."""
    if reading.no_such_day is not None:
        draft = msgspec.structs.replace(draft, first_day=None, last_day=None)
    if reading.no_such_time is not None:
        draft = msgspec.structs.replace(draft, time=None)
    return draft


def _with_services(draft: Draft, reading: Reading) -> Draft:
    if not reading.services or draft.moving:
        return draft
    services = tuple(ServiceId(one) for one in reading.services)
    return msgspec.structs.replace(draft, services=services)


def _with_barber(draft: Draft, reading: Reading) -> Draft:
    refused = tuple(BarberId(one) for one in reading.barbers_refused)
    either = tuple(BarberId(one) for one in reading.either_barbers)
    if not (reading.barber or reading.any_barber or refused):
        return draft
    return msgspec.structs.replace(
        draft,
        barber_id=BarberId(reading.barber) if reading.barber else None,
        any_barber=not reading.barber,
        either_barbers=either,
        barbers_refused=refused,
    )


def _with_day(draft: Draft, reading: Reading) -> Draft:
    replace = msgspec.structs.replace
    if reading.day:
        return replace(draft, first_day=reading.day, last_day=reading.day, days_refused=())
    if reading.days:
        return replace(
            draft,
            first_day=reading.days.first,
            last_day=reading.days.last,
            days_refused=reading.days_refused,
        )
    if reading.days_refused:
        return replace(draft, first_day=None, last_day=None, days_refused=reading.days_refused)
    return draft


def _with_time(draft: Draft, reading: Reading) -> Draft:
    replace = msgspec.structs.replace
    if reading.time:
        return replace(draft, time=reading.time, not_before=None, not_after=None, earliest=False)
    if reading.times:
        return replace(
            draft,
            time=None,
            not_before=reading.times.start,
            not_after=reading.times.end,
            earliest=False,
        )
    if reading.earliest:
        return replace(draft, time=None, earliest=True)
    return draft


def taken(draft: Draft, when: TakeWhen) -> Draft:
    """The draft with the day and the time that a button stands for."""
    if when.day is not None:
        draft = msgspec.structs.replace(draft, first_day=when.day, last_day=when.day)
    if when.minute is not None:
        draft = msgspec.structs.replace(within(draft, None, None), time=clock_time(when.minute))
    if when.not_before is not None or when.not_after is not None:
        draft = within(draft, when.not_before, when.not_after)
    return draft


def within(draft: Draft, not_before: int | None, not_after: int | None) -> Draft:
    """The draft for any time between the two, in minutes after midnight; `None` is open."""
    return msgspec.structs.replace(
        draft,
        time=None,
        not_before=None if not_before is None else clock_time(not_before),
        not_after=None if not_after is None else clock_time(not_after),
        earliest=False,
    )


def _without_the_past(draft: Draft, today: dt.date) -> Draft:
    if draft.last_day is not None and draft.last_day < today:
        return msgspec.structs.replace(draft, first_day=None, last_day=None)
    return draft


def visit_of(shop: Shop, draft: Draft) -> Visit | None:
    """The visit that the draft is about, once its services are known."""
    known = all(shop.service(one) for one in draft.services)
    return visit(shop, draft.services) if draft.services and known else None


def minute_of(time: dt.time) -> int:
    """Minutes after midnight."""
    return time.hour * 60 + time.minute


def clock_time(minute: int) -> dt.time:
    """The time that a clock shows so many minutes after midnight."""
    return dt.time(minute // 60, minute % 60)


def exact_start(shop: Shop, draft: Draft) -> dt.datetime | None:
    """The one instant that the draft names; `None` if it names none, or DST skips it."""
    if draft.time is None or draft.first_day is None or draft.first_day != draft.last_day:
        return None
    return instant(draft.first_day, minute_of(draft.time), shop.zone)


def wished_barbers(shop: Shop, draft: Draft, visit: Visit) -> tuple[BarberId, ...]:
    """Whom the draft allows: who was named, or all who do the visit and were not refused."""
    if draft.barber_id is not None:
        return (draft.barber_id,)
    able = tuple(one for one in barbers_for(shop, visit) if one not in draft.barbers_refused)
    return tuple(one for one in able if one in draft.either_barbers) or able


def exact_wish(turn: Turn, draft: Draft, visit: Visit, start: dt.datetime) -> Wish:
    """The wish for that very time."""
    barbers = wished_barbers(turn.desk.shop, draft, visit)
    return Wish(visit=visit, barbers=barbers, first=start, last=start, ignoring=own(draft))


def window_wish(turn: Turn, draft: Draft, visit: Visit, after: dt.datetime | None = None) -> Wish:
    """The wish for any time of the draft's days; of the coming week if it names none."""
    desk = turn.desk
    today = local_day(desk.now, desk.shop.zone)
    first = max(draft.first_day or today, today)
    last = draft.last_day or first + dt.timedelta(days=SEARCHED_DAYS - 1)
    start = instant_or_next(first, 0, desk.shop.zone)
    if after is not None:
        start = max(start, after + dt.timedelta(minutes=1))
        last = max(last, local_day(start, desk.shop.zone))
    end = instant_or_next(last, MINUTES_OF_DAY, desk.shop.zone)
    end = max(end, start + dt.timedelta(minutes=1))
    barbers = wished_barbers(desk.shop, draft, visit)
    return Wish(visit=visit, barbers=barbers, first=start, last=end, ignoring=own(draft))


def own(draft: Draft) -> tuple[str, ...]:
    """The claims that are the customer's own: the hold, and the appointment being moved."""
    hold = draft.hold.hold_id if draft.hold else None
    return tuple(one for one in (hold, draft.moving) if one)


def fits(shop: Shop, draft: Draft, opening: Opening) -> bool:
    """Whether an opening keeps to the times of day and the days that the customer wants."""
    local = opening.start.astimezone(shop.zone)
    if local.date() in draft.days_refused:
        return False
    if draft.time is not None and local.time() != draft.time:
        return False
    if draft.not_before is not None and local.time() < draft.not_before:
        return False
    return draft.not_after is None or local.time() < draft.not_after


def last_moment(desk: Desk) -> dt.datetime:
    """The end of the last day that can be booked."""
    today = local_day(desk.now, desk.shop.zone)
    return instant_or_next(desk.shop.last_day(today), MINUTES_OF_DAY, desk.shop.zone)

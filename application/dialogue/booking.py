"""Booking step by step, or at once where everything was said: ask, offer, hold, confirm."""

import datetime as dt

import msgspec

from application.dialogue.asking import ask_service, offer_barbers
from application.dialogue.asking_back import settled
from application.dialogue.by_another import told_by
from application.dialogue.confirming import book, hold, say_already
from application.dialogue.drafting import (
    SEARCHED_DAYS,
    exact_start,
    exact_wish,
    merged,
    visit_of,
)
from application.dialogue.explaining import refused
from application.dialogue.no_such import ask_for_another_barber
from application.dialogue.offering import offer_closest, offer_times, refusal
from application.dialogue.shifting import offer_shifted
from application.dialogue.turn import Turn
from application.find_openings import find_openings
from application.hold_time import release_hold
from application.understanding.reading import Reading
from domain.customer import VisitPlanned
from domain.draft import Draft
from domain.errors import Reason
from domain.identifiers import BarberId
from domain.reply import TakeTime
from domain.shop import Visit
from domain.wall_time import local_day


async def book_from(turn: Turn, reading: Reading) -> None:
    """Take in what was said about a booking, and go on with it."""
    today = local_day(turn.desk.now, turn.desk.shop.zone)
    reading = told_by(turn, reading)
    if reading.people is not None and reading.people > 1:
        turn.note("people")
        reading = msgspec.structs.replace(reading, services=reading.services[:1])
    draft = settled(turn, merged(_begun(turn, reading), reading, today), reading)
    if draft is not None:
        await _go_on_from(turn, draft, reading)


async def _go_on_from(turn: Turn, draft: Draft, reading: Reading) -> None:
    if reading.stranger is not None and draft.barber_id is None:
        await ask_for_another_barber(turn, draft, reading.stranger)
        return
    if await offer_shifted(turn, draft, reading):
        return
    await go_on(turn, draft, at_once=_complete(turn, draft, reading))


async def go_on(turn: Turn, draft: Draft, *, at_once: bool = False, lead: str = "") -> None:
    """Take the next step: ask for what is missing, offer times, or settle on the one named."""
    shop = turn.desk.shop
    visit = visit_of(shop, draft)
    if visit is None:
        await ask_service(turn, draft)
        return
    barber = shop.barber(draft.barber_id) if draft.barber_id else None
    if barber is not None and not barber.offers(visit.ids):
        await offer_barbers(
            turn, draft, visit, lead=refused(turn, draft, visit, Reason.NOT_OFFERED)
        )
        return
    if draft.first_day and draft.first_day > shop.last_day(local_day(turn.desk.now, shop.zone)):
        await _offer_last_days(turn, draft, visit)
        return
    start = exact_start(shop, draft)
    if start is None and _names_a_time(draft):
        lead = turn.words.text("refused.skipped_by_dst")
        await offer_times(turn, msgspec.structs.replace(draft, time=None), visit, lead=lead)
    elif start is None:
        await offer_times(turn, draft, visit, lead=lead)
    else:
        await settle(turn, draft, visit, start, at_once=at_once)


async def _offer_last_days(turn: Turn, draft: Draft, visit: Visit) -> None:
    """The wish is too far ahead: offer the last days that can be booked."""
    last = turn.desk.shop.last_day(local_day(turn.desk.now, turn.desk.shop.zone))
    lead = refused(turn, draft, visit, Reason.TOO_FAR_AHEAD)
    closest = msgspec.structs.replace(
        draft, first_day=last - dt.timedelta(days=SEARCHED_DAYS - 1), last_day=last, time=None
    )
    others = turn.words.text("offer.others")
    await offer_times(turn, closest, visit, lead=f"{lead} {others}")


async def settle(
    turn: Turn,
    draft: Draft,
    visit: Visit,
    start: dt.datetime,
    *,
    at_once: bool = False,
    preferred: BarberId | None = None,
) -> None:
    """Book or hold that very time; where it cannot be had, say why and offer others.

    Who asks again for what they have is told so, and gets nothing twice.
    """
    mine = _same_visit(turn, draft, visit, start)
    if mine is not None and await say_already(turn, mine.appointment_id):
        await abandon(turn)
        return
    reason = await refusal(turn, draft, visit, start)
    if reason is not None:
        lead = refused(turn, draft, visit, reason, start)
        await offer_closest(turn, draft, visit, wished=start, lead=lead)
        return
    wish = exact_wish(turn, draft, visit, start)
    found = await find_openings(turn.desk, wish)
    opening = found.by_time(turn.desk.shop, preferred or turn.usual_barber)[0]
    if at_once:
        await book(turn, draft, visit, opening, hold=None)
    else:
        await hold(turn, draft, visit, opening)


async def take_time(turn: Turn, tap: TakeTime) -> None:
    """Hold a time that was offered, and ask for the confirmation."""
    local = tap.start.astimezone(turn.desk.shop.zone)
    draft = msgspec.structs.replace(
        turn.draft,
        services=tap.services,
        first_day=local.date(),
        last_day=local.date(),
        time=local.time(),
        not_before=None,
        not_after=None,
        moving=tap.moving,
    )
    visit = visit_of(turn.desk.shop, draft)
    if visit is None:
        await ask_service(turn, draft)
        return
    await settle(turn, draft, visit, tap.start, preferred=tap.barber_id)


async def other_time(turn: Turn) -> None:
    """Offer other times of the day that is held, and leave the hold until one is taken."""
    draft = turn.draft
    visit = visit_of(turn.desk.shop, draft)
    if visit is None:
        await ask_service(turn, draft)
        return
    anytime = msgspec.structs.replace(draft, time=None, not_before=None, not_after=None)
    await offer_times(turn, anytime, visit)


async def abandon(turn: Turn) -> None:
    """Give up the booking in the making, and release what is held."""
    if turn.draft.hold is not None:
        await release_hold(turn.desk, turn.draft.hold, why="declined")
    turn.end_draft()


def _begun(turn: Turn, reading: Reading) -> Draft:
    """The draft to go on with; another service than the one being moved begins a new booking."""
    draft = turn.draft
    if draft.moving and reading.services and "book" in reading.intents:
        return Draft(hold=draft.hold)
    return draft


def _same_visit(turn: Turn, draft: Draft, visit: Visit, start: dt.datetime) -> VisitPlanned | None:
    """The customer's own appointment that is just what the draft asks for, moved nowhere."""
    return next(
        (
            one
            for one in turn.visits
            if (one.start, one.services) == (start, visit.ids)
            and draft.barber_id in (None, one.barber_id)
            and draft.moving in (None, one.appointment_id)
            and one.barber_id not in draft.barbers_refused
        ),
        None,
    )


def _complete(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether this one message said everything for certain, so that it books at once."""
    said_all = bool(reading.services and reading.day and reading.time)
    alone = reading.people in (None, 1) and draft.moving is None
    same_barber = (draft.barber_id or None) == (reading.barber or None)
    doubtful = reading.inferred or reading.ambiguous or reading.no_such_day or reading.no_such_time
    certain = reading.source == "rules" and not doubtful
    wishes = set(reading.intents) <= {"book", "greeting", "thanks"}
    return said_all and alone and same_barber and certain and wishes and not turn.late


def _names_a_time(draft: Draft) -> bool:
    one_day = draft.first_day is not None and draft.first_day == draft.last_day
    return one_day and draft.time is not None

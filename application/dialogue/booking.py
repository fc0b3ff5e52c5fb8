"""Booking step by step, or at once where everything was said: ask, offer, hold, confirm."""

import datetime as dt

import msgspec

from application.book_appointment import book_appointment
from application.dialogue.composing import Button, sentence, with_buttons, with_menu
from application.dialogue.drafting import exact_start, exact_wish, merged, minute_of, visit_of
from application.dialogue.offering import (
    ask_service,
    closure_name,
    offer_barbers,
    offer_closest,
    offer_times,
    refusal,
)
from application.dialogue.turn import Turn
from application.find_openings import find_openings
from application.hold_time import diary_key, hold_time, release_hold
from application.move_appointment import move_appointment
from application.understanding.reading import Reading
from domain.appointment import AppointmentBooked
from domain.draft import Draft, Hold
from domain.errors import HoldEnded, Reason, SlotRefused, TooManyBookings
from domain.identifiers import AppointmentId, BarberId, HoldId
from domain.openings import Opening
from domain.reply import Ask, Confirm, NotNow, OtherTime, ShowAppointment, TakeTime, TakeWhen
from domain.shop import Visit
from domain.wall_time import instant, local_day

HOUR = dt.timedelta(hours=1)


async def book_from(turn: Turn, reading: Reading) -> None:
    """Take in what was said about a booking, and go on with it."""
    today = local_day(turn.desk.now, turn.desk.shop.zone)
    draft = merged(turn.draft, reading, today)
    if await _asked_back(turn, draft, reading):
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
            turn, draft, visit, lead=_refused(turn, draft, visit, Reason.NOT_OFFERED)
        )
        return
    if draft.first_day and draft.first_day > shop.last_day(local_day(turn.desk.now, shop.zone)):
        lead = _refused(turn, draft, visit, Reason.TOO_FAR_AHEAD)
        anytime = msgspec.structs.replace(draft, first_day=None, last_day=None, time=None)
        await offer_times(turn, anytime, visit, lead=lead)
        return
    start = exact_start(shop, draft)
    if start is None and _names_a_time(draft):
        lead = turn.words.text("refused.skipped_by_dst")
        await offer_times(turn, msgspec.structs.replace(draft, time=None), visit, lead=lead)
    elif start is None:
        await offer_times(turn, draft, visit, lead=lead)
    else:
        await settle(turn, draft, visit, start, at_once=at_once)


async def settle(
    turn: Turn,
    draft: Draft,
    visit: Visit,
    start: dt.datetime,
    *,
    at_once: bool = False,
    preferred: BarberId | None = None,
) -> None:
    """Book or hold that very time; where it cannot be had, say why and offer others."""
    reason = await refusal(turn, draft, visit, start)
    if reason is not None:
        lead = _refused(turn, draft, visit, reason, start)
        await offer_closest(turn, draft, visit, wished=start, lead=lead)
        return
    wish = exact_wish(turn, draft, visit, start)
    found = await find_openings(turn.desk, wish)
    opening = found.by_time(turn.desk.shop, preferred or turn.usual_barber)[0]
    if at_once:
        await _book(turn, draft, visit, opening, hold=None)
    else:
        await hold(turn, draft, visit, opening)


async def hold(turn: Turn, draft: Draft, visit: Visit, opening: Opening) -> None:
    """Set the time aside and ask for the confirmation."""
    customer_id = turn.person.state.id
    held = await hold_time(
        turn.desk, customer_id=customer_id, visit=visit, opening=opening, instead=draft.hold
    )
    turn.keep(msgspec.structs.replace(draft, hold=held))
    text = turn.words.text
    buttons: tuple[Button, ...] = (
        (text("button.confirm"), Confirm(hold_id=held.hold_id)),
        (text("button.other_time"), OtherTime()),
        (text("button.not_now"), NotNow()),
    )
    body = await _hold_text(turn, draft, visit, held)
    turn.say(with_buttons(turn, body, buttons), asked="confirm")


async def confirm(turn: Turn, hold_id: HoldId) -> None:
    """Book what is held; decide again where the hold has ended."""
    draft = turn.draft
    visit = visit_of(turn.desk.shop, draft)
    if draft.hold is None or draft.hold.hold_id != hold_id or visit is None:
        turn.say(with_menu(turn, turn.words.text("stale")))
        return
    held = draft.hold
    page = await turn.desk.ledger.diary(diary_key(turn.desk.shop, held.barber_id, held.start))
    try:
        page.state.require_live(hold_id, turn.desk.now)
    except HoldEnded:
        await _hold_ended(turn, draft, visit, held)
        return
    opening = Opening(start=held.start, end=held.end, barber_id=held.barber_id)
    if turn.late:
        await hold(turn, draft, visit, opening)
    else:
        await _book(turn, draft, visit, opening, hold=held)


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


async def drop(turn: Turn) -> None:
    """Book nothing, and release what is held."""
    if turn.draft.hold is not None:
        await release_hold(turn.desk, turn.draft.hold, why="declined")
    turn.end_draft()
    turn.say(with_menu(turn, turn.words.text("dropped")))


def change_buttons(turn: Turn, appointment_id: AppointmentId) -> tuple[Button, ...]:
    """What can be done with an appointment."""
    text = turn.words.text
    return (
        (text("button.move"), ShowAppointment(appointment_id=appointment_id, purpose="move")),
        (text("button.cancel"), ShowAppointment(appointment_id=appointment_id, purpose="cancel")),
    )


def describe_booked(turn: Turn, booked: AppointmentBooked, opening: Opening, key: str) -> str:
    """What stands in the diary, in the words of that text of the catalogue."""
    barber = turn.desk.shop.barber(opening.barber_id)
    return turn.words.text(
        key,
        code=booked.code,
        services=turn.words.services(booked.services),
        barber=barber.name if barber else opening.barber_id,
        when=turn.words.when(opening.start),
        length=turn.words.length(opening.end - opening.start),
        price=turn.words.money(booked.price),
        address=turn.desk.shop.place.address,
    )


async def _book(
    turn: Turn, draft: Draft, visit: Visit, opening: Opening, *, hold: Hold | None
) -> None:
    hold_id = hold.hold_id if hold else None
    if draft.hold is not None and hold is None:
        await release_hold(turn.desk, draft.hold, why="replaced")
        draft = msgspec.structs.replace(draft, hold=None)
    try:
        if draft.moving:
            booked = await move_appointment(
                turn.desk, draft.moving, opening=opening, hold_id=hold_id
            )
        else:
            booked = await book_appointment(
                turn.desk,
                customer_id=turn.person.state.id,
                visit=visit,
                opening=opening,
                hold_id=hold_id,
            )
    except SlotRefused:
        lead = turn.words.text("taken")
        await offer_closest(turn, draft, visit, wished=opening.start, lead=lead)
        return
    except TooManyBookings as refused:
        await _too_many(turn, draft, refused.limit)
        return
    turn.end_draft(booked.appointment_id)
    body = describe_booked(turn, booked, opening, "moved" if draft.moving else "booked")
    turn.say(with_buttons(turn, body, change_buttons(turn, booked.appointment_id)))


async def _too_many(turn: Turn, draft: Draft, limit: int) -> None:
    if draft.hold is not None:
        await release_hold(turn.desk, draft.hold, why="declined")
        turn.keep(msgspec.structs.replace(draft, hold=None))
    text = turn.words.text
    buttons: tuple[Button, ...] = (
        (text("button.my_appointments"), Ask(topic="my_appointments")),
        (text("button.person"), Ask(topic="person")),
    )
    turn.say(with_buttons(turn, text("too_many", count=limit), buttons))


async def _hold_ended(turn: Turn, draft: Draft, visit: Visit, held: Hold) -> None:
    until = turn.words.time(held.expires_at)
    named = msgspec.structs.replace(draft, barber_id=held.barber_id)
    if await refusal(turn, named, visit, held.start) is not None:
        lead = turn.words.text("ended.taken", until=until)
        await offer_closest(turn, draft, visit, wished=held.start, lead=lead)
        return
    again = TakeTime(
        start=held.start, barber_id=held.barber_id, services=visit.ids, moving=draft.moving
    )
    text = turn.words.text
    buttons: tuple[Button, ...] = (
        (text("button.hold_again"), again),
        (text("button.other_time"), OtherTime()),
        (text("button.not_now"), NotNow()),
    )
    turn.say(with_buttons(turn, text("ended", until=until), buttons), asked="confirm")


async def _asked_back(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Ask which day or time is meant where more than one possible reading remains."""
    if not reading.ambiguous:
        return False
    days = _possible_days(turn, reading)
    times = (reading.time, *reading.other_times) if reading.time else ()
    if len(days) > 1:
        clock = minute_of(reading.time) if reading.time and not reading.other_times else None
        options = [(turn.words.day(day), TakeWhen(day=day, minute=clock)) for day in days]
        key = "ask.which_day"
    elif len(times) > 1:
        day = days[0] if days else draft.first_day
        options = [_clock_option(turn, day, time) for time in times]
        key = "ask.which_time"
    else:
        return False
    kept = msgspec.structs.replace(draft, first_day=days[0] if len(days) == 1 else None)
    kept = msgspec.structs.replace(kept, last_day=kept.first_day, time=None)
    turn.keep(kept)
    turn.say(with_buttons(turn, turn.words.text(key), options), asked="day")
    return True


def _possible_days(turn: Turn, reading: Reading) -> tuple[dt.date, ...]:
    """The days that may be meant and can be booked, in their order; all where none can."""
    shop, now = turn.desk.shop, turn.desk.now
    today = local_day(now, shop.zone)
    said = sorted({day for day in (reading.day, *reading.other_days) if day})
    possible = [day for day in said if today <= day <= shop.last_day(today) and shop.opening(day)]
    ahead = [day for day in possible if shop.opening(day)[-1].end > now + shop.policies.notice]
    return tuple(ahead or said)


def _clock_option(turn: Turn, day: dt.date | None, time: dt.time) -> tuple[str, TakeWhen]:
    shop = turn.desk.shop
    shown = day or local_day(turn.desk.now, shop.zone)
    at = instant(shown, minute_of(time), shop.zone)
    title = turn.words.time(at) if at else time.isoformat("minutes")
    return title, TakeWhen(day=day, minute=minute_of(time))


def _complete(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether this one message said everything for certain, so that it books at once."""
    said_all = bool(reading.services and reading.day and reading.time)
    alone = reading.people in (None, 1) and draft.moving is None
    same_barber = (draft.barber_id or None) == (reading.barber or None)
    certain = reading.source == "rules" and not reading.inferred and not reading.ambiguous
    wishes = set(reading.intents) <= {"book", "greeting", "thanks"}
    return said_all and alone and same_barber and certain and wishes and not turn.late


def _names_a_time(draft: Draft) -> bool:
    one_day = draft.first_day is not None and draft.first_day == draft.last_day
    return one_day and draft.time is not None


async def _hold_text(turn: Turn, draft: Draft, visit: Visit, held: Hold) -> str:
    text = turn.words.text
    barber = turn.desk.shop.barber(held.barber_id)
    values = {
        "when": turn.words.when(held.start),
        "barber": barber.name if barber else held.barber_id,
        "until": turn.words.time(held.expires_at),
        "services": turn.words.services(visit.ids),
        "length": turn.words.length(visit.length),
        "price": turn.words.money(visit.price),
        "policy": policy(turn, held.start),
    }
    lead = f"{text('late_message')} " if turn.late else ""
    if draft.moving is None:
        return lead + text("hold", **values)
    page = await turn.desk.ledger.appointment(draft.moving)
    old = sentence(turn.words.when(page.state.start)) if page.state.start else ""
    return lead + text("hold.move", old=old, **values)


def policy(turn: Turn, start: dt.datetime) -> str:
    """Until when a visit at that time can be changed for free, as a sentence."""
    shop = turn.desk.shop
    free_until = start - shop.policies.free_cancellation
    if free_until > turn.desk.now:
        return turn.words.text("policy.free", until=turn.words.short(free_until))
    return turn.words.text("policy.late", hours=_hours(turn), policy=late_policy(turn))


def late_policy(turn: Turn) -> str:
    """What the shop says about late changes."""
    told = turn.desk.shop.policies.late_cancellation.get(turn.words.language)
    return told or turn.words.text("policy.default")


def _hours(turn: Turn) -> int:
    return turn.desk.shop.policies.free_cancellation // HOUR


def _refused(
    turn: Turn, draft: Draft, visit: Visit, reason: Reason, start: dt.datetime | None = None
) -> str:
    shop = turn.desk.shop
    barber = shop.barber(draft.barber_id) if draft.barber_id else None
    past = reason is Reason.TOO_SOON and start is not None and start <= turn.desk.now
    return turn.words.text(
        "refused.past" if past else f"refused.{reason.value}",
        when=turn.words.when(start) if start else "",
        barber=barber.name if barber else turn.words.text("refused.anyone"),
        closure=closure_name(turn, draft),
        notice=shop.policies.notice // dt.timedelta(minutes=1),
        last=turn.words.long_day(shop.last_day(local_day(turn.desk.now, shop.zone))),
        grid=shop.policies.grid // dt.timedelta(minutes=1),
        services=turn.words.services(visit.ids),
    )

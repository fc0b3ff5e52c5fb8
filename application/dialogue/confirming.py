"""Holding a time until the customer confirms it, and booking it then."""

import msgspec

from application.book_appointment import book_appointment
from application.dialogue.composing import Button, below, sentence, with_buttons, with_menu
from application.dialogue.drafting import visit_of
from application.dialogue.explaining import policy
from application.dialogue.offering import offer_closest, refusal
from application.dialogue.turn import Turn
from application.hold_time import diary_key, hold_time, release_hold
from application.move_appointment import move_appointment
from domain.appointment import AppointmentBooked
from domain.draft import Draft, Hold
from domain.errors import AppointmentOver, HoldEnded, SlotRefused, TooManyBookings
from domain.identifiers import AppointmentId, HoldId
from domain.openings import Opening
from domain.reply import Ask, Confirm, NotNow, OtherTime, ShowAppointment, TakeTime
from domain.shop import Visit


async def hold(turn: Turn, draft: Draft, visit: Visit, opening: Opening) -> None:
    """Set the time aside and ask for the confirmation."""
    limit = turn.desk.shop.policies.open_bookings
    if draft.moving is None and len(turn.visits) >= limit:
        await _too_many(turn, draft, limit)
        return
    held = await hold_time(
        turn.desk,
        customer_id=turn.person.state.id,
        visit=visit,
        opening=opening,
        instead=draft.hold,
        moving=draft.moving,
    )
    turn.keep(msgspec.structs.replace(draft, hold=held))
    await _ask(turn, draft, visit, held)


async def is_asked(turn: Turn) -> bool:
    """Whether the customer was asked last to confirm what is held, and it still is."""
    held, offered = turn.draft.hold, turn.chat.state.offered
    if held is None or not offered or offered[0].meaning != Confirm(hold_id=held.hold_id):
        return False
    page = await turn.desk.ledger.diary(diary_key(turn.desk.shop, held.barber_id, held.start))
    try:
        page.state.require_live(held.hold_id, turn.desk.now)
    except HoldEnded:
        return False
    return True


async def ask_again(turn: Turn, first: str) -> None:
    """Say something, and ask below it for the confirmation of what is held."""
    draft = turn.draft
    visit = visit_of(turn.desk.shop, draft)
    if draft.hold is not None and visit is not None:
        await _ask(turn, draft, visit, draft.hold, first)


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
        turn.note("late_message")
        await hold(turn, draft, visit, opening)
    else:
        await book(turn, draft, visit, opening, hold=held)


def change_buttons(turn: Turn, appointment_id: AppointmentId) -> tuple[Button, Button]:
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


async def say_already(turn: Turn, appointment_id: AppointmentId) -> bool:
    """Say that the appointment is confirmed; not if it stands no more."""
    if all(one.appointment_id != appointment_id for one in turn.visits):
        return False
    appointment = (await turn.desk.ledger.appointment(appointment_id)).state
    if appointment.booked is None or appointment.start is None or appointment.end is None:
        return False
    opening = Opening(start=appointment.start, end=appointment.end, barber_id=appointment.barber_id)
    said = describe_booked(turn, appointment.booked, opening, "already")
    turn.say(with_buttons(turn, said, change_buttons(turn, appointment_id)))
    return True


async def book(
    turn: Turn, draft: Draft, visit: Visit, opening: Opening, *, hold: Hold | None
) -> None:
    """Book the opening, or move the appointment there, and say so."""
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
    except AppointmentOver:
        await _over(turn, draft)
        return
    turn.end_draft(booked.appointment_id)
    body = describe_booked(turn, booked, opening, "moved" if draft.moving else "booked")
    if hold is None:
        body = f"{body} {policy(turn, opening.start)}".rstrip()
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


async def _over(turn: Turn, draft: Draft) -> None:
    """The visit that was to be moved has begun, or stands no more."""
    if draft.hold is not None:
        await release_hold(turn.desk, draft.hold, why="declined")
    turn.end_draft()
    turn.say(with_menu(turn, turn.words.text("cancel.already")))


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


async def _ask(turn: Turn, draft: Draft, visit: Visit, held: Hold, first: str = "") -> None:
    text = turn.words.text
    buttons: tuple[Button, ...] = (
        (text("button.confirm"), Confirm(hold_id=held.hold_id)),
        (text("button.other_time"), OtherTime()),
        (text("button.not_now"), NotNow()),
    )
    body = await _hold_text(turn, draft, visit, held)
    turn.say(with_buttons(turn, below(first, body), buttons), asked="confirm")


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
    if draft.moving is None:
        return text("hold", **values)
    page = await turn.desk.ledger.appointment(draft.moving)
    old = sentence(turn.words.when(page.state.start)) if page.state.start else ""
    before = turn.desk.shop.barber(page.state.barber_id)
    if before is not None and before.id != held.barber_id:
        old = f"{old} {text('format.with', barber=before.name)}"
    return text("hold.move", old=old, **values)

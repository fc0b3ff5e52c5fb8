"""The customer's appointments: to see, to move and to cancel."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

import msgspec

from application.cancel_appointment import cancel_appointment
from application.dialogue.asking_back import settled
from application.dialogue.booking import go_on
from application.dialogue.by_another import told_by
from application.dialogue.composing import (
    Button,
    Row,
    below,
    with_buttons,
    with_menu,
    with_rows,
)
from application.dialogue.confirming import change_buttons
from application.dialogue.drafting import merged
from application.dialogue.explaining import free_hours, late_policy
from application.dialogue.informing import say_with_next_steps
from application.dialogue.shifting import offer_shifted
from application.dialogue.turn import Turn
from application.understanding.reading import Reading
from domain.customer import VisitPlanned
from domain.draft import Draft
from domain.errors import AppointmentOver
from domain.identifiers import AppointmentId
from domain.reply import CancelAnyway, Keep, ShowAppointment
from domain.wall_time import local_day

Purpose = Literal["show", "move", "cancel"]


async def about_visits(turn: Turn, purpose: Purpose, reading: Reading) -> None:
    """Speak about the appointment that is meant; ask which one where several may be."""
    visits = meant(turn, purpose, reading)
    if not visits:
        say_with_next_steps(turn, turn.words.text("visits.none"))
    elif len(visits) > 1:
        _ask_which(turn, purpose, visits)
    elif purpose == "move":
        await move(turn, visits[0], reading)
    else:
        await show(turn, visits[0].appointment_id, purpose)


async def show(turn: Turn, appointment_id: AppointmentId, purpose: Purpose) -> None:
    """Show one appointment with what can be done; cancelling is asked once more."""
    visit = _visit(turn, appointment_id)
    if visit is None:
        turn.say(with_menu(turn, turn.words.text("cancel.already")))
    elif purpose == "move":
        await move(turn, visit, None)
    elif purpose == "cancel":
        await ask_to_cancel(turn, visit)
    else:
        body = turn.words.text("visits.one", visit=described(turn, visit))
        turn.say(with_buttons(turn, body, _buttons(turn, visit)))


async def move(turn: Turn, visit: VisitPlanned, reading: Reading | None) -> None:
    """Begin to move: the same services with the same barber, at the time that was said."""
    begun = Draft(
        services=visit.services,
        barber_id=visit.barber_id,
        moving=visit.appointment_id,
        hold=turn.draft.hold,
    )
    if reading is not None:
        reading = told_by(turn, reading, visit)
        begun = _with_what_stays(turn, begun, visit, reading)
    lead = turn.words.text("move.ask", visit=described(turn, visit))
    if reading is None:
        await go_on(turn, begun, lead=lead)
        return
    today = local_day(turn.desk.now, turn.desk.shop.zone)
    draft = settled(turn, merged(begun, reading, today), reading)
    if draft is None:
        return
    if await offer_shifted(turn, draft, reading):
        return
    await go_on(turn, draft, lead="" if draft.first_day else lead)


def _with_what_stays(turn: Turn, begun: Draft, visit: VisitPlanned, reading: Reading) -> Draft:
    """Who names a new time alone keeps the day; who names another barber alone, the time too."""
    other_barber = reading.any_barber or reading.barber not in (None, visit.barber_id)
    if reading.shift is not None and not (reading.day or reading.days):
        return _at(begun, visit.start.astimezone(turn.desk.shop.zone))
    new_time = bool(reading.time or reading.times or reading.earliest)
    if reading.day or reading.days or reading.days_refused or not (other_barber or new_time):
        return begun
    there = _at(begun, visit.start.astimezone(turn.desk.shop.zone))
    return msgspec.structs.replace(there, time=None) if new_time else there


def _at(draft: Draft, local: dt.datetime) -> Draft:
    day = local.date()
    return msgspec.structs.replace(draft, first_day=day, last_day=day, time=local.time())


async def cancel(turn: Turn, appointment_id: AppointmentId) -> None:
    """Cancel, and say whether it was in time."""
    visit = _visit(turn, appointment_id)
    try:
        old = await cancel_appointment(turn.desk, appointment_id, by="customer")
    except AppointmentOver:
        turn.say(with_menu(turn, turn.words.text("cancel.already")))
        return
    said = described(turn, visit) if visit else ""
    if old.late(turn.desk.now):
        body = turn.words.text(
            "cancel.done.late", visit=said, hours=free_hours(turn), policy=late_policy(turn)
        )
    else:
        body = turn.words.text("cancel.done", visit=said)
    if turn.draft.moving == appointment_id:
        turn.end_draft()
    if _waits(turn.draft):
        turn.notes += (body,)
        await go_on(turn, turn.draft)
        return
    turn.say(with_menu(turn, body))


def _waits(draft: Draft) -> bool:
    """Whether another booking is in the making, so far that a time was named for it."""
    named = draft.first_day is not None or draft.time is not None
    return bool(draft.services) and draft.moving is None and named


async def keep(turn: Turn, appointment_id: AppointmentId) -> None:
    """Leave the appointment as it is."""
    visit = _visit(turn, appointment_id)
    if visit is None:
        turn.say(with_menu(turn, turn.words.text("cancel.already")))
        return
    turn.say(with_menu(turn, turn.words.text("kept", visit=described(turn, visit))))


def what_stands(turn: Turn) -> str:
    """The next visit, or that there is none: for whoever says yes where nothing was asked."""
    if not turn.visits:
        return turn.words.text("nothing_to_confirm")
    return turn.words.text("visits.next", visit=described(turn, turn.visits[0]))


def described(turn: Turn, visit: VisitPlanned) -> str:
    """A visit in one line."""
    barber = turn.desk.shop.barber(visit.barber_id)
    return turn.words.text(
        "visit",
        services=turn.words.services(visit.services),
        barber=barber.name if barber else visit.barber_id,
        when=turn.words.when(visit.start),
    )


def to_be_cancelled(turn: Turn) -> VisitPlanned | None:
    """The visit that the customer was asked last to cancel, if it stands still."""
    offered = turn.chat.state.offered
    first = offered[0].meaning if offered else None
    return _visit(turn, first.appointment_id) if isinstance(first, CancelAnyway) else None


async def ask_to_cancel(turn: Turn, visit: VisitPlanned, first: str = "") -> None:
    """Ask whether the visit is to be cancelled, below what is said first."""
    page = await turn.desk.ledger.appointment(visit.appointment_id)
    said = described(turn, visit)
    text = turn.words.text
    if page.state.late(turn.desk.now):
        body = text("cancel.ask.late", visit=said, hours=free_hours(turn), policy=late_policy(turn))
    else:
        body = text("cancel.ask", visit=said)
    move_it, _, keep_it = _buttons(turn, visit)
    cancel_it = (text("button.cancel"), CancelAnyway(appointment_id=visit.appointment_id))
    asked = with_buttons(turn, below(first, body), (cancel_it, move_it, keep_it))
    turn.say(asked, asked="confirm")


def _buttons(turn: Turn, visit: VisitPlanned) -> tuple[Button, Button, Button]:
    keep_it = (turn.words.text("button.keep"), Keep(appointment_id=visit.appointment_id))
    move_it, cancel_it = change_buttons(turn, visit.appointment_id)
    return move_it, cancel_it, keep_it


def _ask_which(turn: Turn, purpose: Purpose, visits: tuple[VisitPlanned, ...]) -> None:
    rows: list[Row] = [
        (
            turn.words.short(one.start),
            described(turn, one).replace("*", ""),
            ShowAppointment(appointment_id=one.appointment_id, purpose=purpose),
        )
        for one in visits
    ]
    listed = "\n".join(f"• {described(turn, one)}" for one in visits)
    which = turn.words.text(f"visits.which.{purpose}")
    body = f"{turn.words.text('visits.many', visits=listed)}\n{which}"
    turn.say(with_rows(turn, body, "list.appointments", rows), asked="appointment")


def meant(turn: Turn, purpose: Purpose, reading: Reading) -> tuple[VisitPlanned, ...]:
    """The visits that the words fit; all where they fit none.

    In a wish to move, the day and the time said are the new ones; the old ones stand apart.
    """
    moving = purpose == "move"
    left = reading.old_day or next(iter(reading.days_refused), None)
    day = left if moving else reading.old_day or reading.day
    time = reading.old_time if moving else reading.old_time or reading.time
    zone = turn.desk.shop.zone
    rules: tuple[Callable[[VisitPlanned], bool], ...] = (
        lambda one: local_day(one.start, zone) == day,
        lambda one: one.start.astimezone(zone).time() == time,
        lambda one: one.barber_id == reading.barber,
        lambda one: bool(set(reading.services) & set(one.services)),
    )
    found = turn.visits
    for rule in rules:
        found = tuple(one for one in found if rule(one)) or found
    return found


def _visit(turn: Turn, appointment_id: AppointmentId) -> VisitPlanned | None:
    return next((one for one in turn.visits if one.appointment_id == appointment_id), None)

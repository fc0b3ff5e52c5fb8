"""Telling a customer what staff made of their appointment, in the language of their chat."""

from application.composing_outgoing import window_closed
from application.desk import Desk
from application.dialogue.composing import with_buttons
from application.dialogue.confirming import change_buttons, describe_booked
from application.dialogue.turn import Turn
from application.understanding.reading import Reading
from domain.appointment import AppointmentBooked
from domain.openings import Opening
from domain.reply import Approved, Ask


async def tell_of_move(desk: Desk, booked: AppointmentBooked, opening: Opening) -> bool:
    """Say where the appointment was moved, and that it can be moved again or cancelled.

    Whether the customer is told: not who was never heard of here, nor who said STOP and has been
    silent for a day.
    """
    turn = await _turn(desk, booked)
    if turn is None:
        return False
    barber = desk.shop.barber(opening.barber_id)
    values = (
        desk.shop.name,
        turn.words.when(opening.start),
        barber.name if barber else opening.barber_id,
    )
    turn.say(
        with_buttons(
            turn,
            describe_booked(turn, booked, opening, "staff.moved"),
            change_buttons(turn, booked.appointment_id),
        ),
        asked=turn.chat.state.asked,
        approved=Approved(use="appointment_moved", values=values),
    )
    return True


async def tell_of_cancellation(desk: Desk, booked: AppointmentBooked, opening: Opening) -> bool:
    """Say that the appointment is off, and offer another one; whether the customer is told."""
    turn = await _turn(desk, booked)
    if turn is None:
        return False
    text = turn.words.text
    visit = describe_booked(turn, booked, opening, "visit")
    turn.say(
        with_buttons(
            turn,
            text("staff.cancelled", visit=visit),
            (
                (text("button.book"), Ask(topic="book")),
                (text("button.person"), Ask(topic="person")),
            ),
        ),
        asked=turn.chat.state.asked,
        approved=Approved(
            use="appointment_cancelled",
            values=(desk.shop.name, turn.words.when(opening.start)),
        ),
    )
    return True


async def _turn(desk: Desk, booked: AppointmentBooked) -> Turn | None:
    """The customer's last chat with the shop; `None` where nothing may be said there."""
    person = await desk.ledger.customer(booked.customer_id)
    conversation_id = person.state.conversations.get(desk.shop.id)
    if person.state.address is None or conversation_id is None:
        return None
    chat = await desk.ledger.conversation(conversation_id)
    if person.state.opted_out and window_closed(chat.state, desk.now):
        return None
    return Turn(desk=desk, chat=chat, person=person, reading=Reading())

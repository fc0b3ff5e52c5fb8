"""What follows from an event outside: pure functions from what was recorded to letters."""

import msgspec

from application.ports import Letter, Recorded
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.conversation import PersonCalled, ReplyComposed, ReplyProgressed, ShopTold

WINDOW_CLOSED = 131047  # Meta's code: more than 24 hours since the customer last wrote


class Errand(msgspec.Struct, frozen=True):
    """The body of a letter: the event that it is about, by its position in the log."""

    position: int


def letters(recorded: Recorded) -> tuple[Letter, ...]:
    """The letters that an event gives rise to; none for most.

    WhatsApp often takes a reply first and tells later that only a template would do: then one follows.

    Outgoing messages are in order per conversation, calendar changes per appointment.
    """
    body = msgspec.json.encode(Errand(recorded.position))
    match recorded.event:
        case ReplyComposed():
            return (Letter(queue="outbox", key=recorded.stream, body=body),)
        case ReplyProgressed(status="failed") as failed if failed.code == WINDOW_CLOSED:
            return (Letter(queue="outbox", key=recorded.stream, body=body),)
        case PersonCalled() | ShopTold():
            return (Letter(queue="outbox", key=f"{recorded.stream}:shop", body=body),)
        case AppointmentBooked() | AppointmentMoved() | AppointmentCancelled():
            return (Letter(queue="calendar", key=recorded.stream, body=body),)
        case _:
            return ()


def errand(body: bytes) -> Errand:
    """The errand that a letter carries."""
    return msgspec.json.decode(body, type=Errand)

"""What follows from an event outside: pure functions from what was recorded to letters."""

import msgspec

from application.meta_codes import WINDOW_CLOSED
from application.ports import Letter, Recorded
from domain import appointment
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.calendar_entry import CalendarDriftSettled
from domain.conversation import PersonCalled, ReplyComposed, ReplyProgressed, ShopTold
from domain.identifiers import AppointmentId


class Errand(msgspec.Struct, frozen=True):
    """The body of a letter: the event that it is about, by its position in the log."""

    position: int


def letters(recorded: Recorded) -> tuple[Letter, ...]:
    """The letters that an event gives rise to; none for most.

    WhatsApp often takes a reply first and tells later that only a template would do: then one
    follows. What it lost is sent once more, beside what the conversation has to say by now; what
    no repetition mends comes to a person the same way, but for those who cannot be reached.

    Outgoing messages are in order per conversation, calendar changes per appointment.
    """
    body = msgspec.json.encode(Errand(recorded.position))
    match recorded.event:
        case ReplyComposed():
            return (Letter(queue="outbox", key=recorded.stream, body=body),)
        case ReplyProgressed(status="failed") as failed:
            return _instead(failed, recorded.stream, body)
        case PersonCalled() | ShopTold():
            return (Letter(queue="outbox", key=f"{recorded.stream}:shop", body=body),)
        case AppointmentBooked() | AppointmentMoved() | AppointmentCancelled():
            return (Letter(queue="calendar", key=recorded.stream, body=body),)
        case CalendarDriftSettled(how="restored"):
            return (Letter(queue="calendar", key=_appointment(recorded), body=body),)
        case _:
            return ()


def _appointment(recorded: Recorded) -> str:
    """The stream of the appointment whose calendar entries the event is of."""
    return appointment.stream(AppointmentId(recorded.stream.partition(":")[2]))


def _instead(failed: ReplyProgressed, stream: str, body: bytes) -> tuple[Letter, ...]:
    if failed.code == WINDOW_CLOSED:
        return (Letter(queue="outbox", key=stream, body=body),)
    if failed.remedy not in (None, "template", "suppress"):
        return (Letter(queue="outbox", key=f"{stream}:again", body=body),)
    return ()


def errand(body: bytes) -> Errand:
    """The errand that a letter carries."""
    return msgspec.json.decode(body, type=Errand)

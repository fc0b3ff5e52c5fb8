"""What a dead letter is about: the event and the stream it belongs to, and that in words."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from application.effects import Errand
from application.inbound import IncomingMessage, IncomingStatus
from application.meta_codes import WINDOW_CLOSED
from application.ports import DeadLetter
from domain import conversation, customer
from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.conversation import PersonCalled, ReplyComposed, ReplyProgressed, ShopTold
from domain.identifiers import ConversationId, CustomerId
from entrypoints.history.event_log import EventLog, Told
from infrastructure.tolerant_json import as_code, as_list, as_object

T = TypeVar("T")

ERRANDS = ("outbox", "calendar")  # the queues whose letters name an event


class Subjects:
    """Looks up what letters are about. Nothing of what it says is personal."""

    def __init__(self, log: EventLog) -> None:
        self._log = log

    def event(self, letter: DeadLetter) -> Told | None:
        """The event that an errand is for; `None` for what comes from outside."""
        errand = _decoded(letter.body, Errand) if letter.queue in ERRANDS else None
        if errand is None:
            return None
        page = next(self._log.pages(errand.position - 1, errand.position), ())
        return self._log.told(page)[0] if page else None

    def stream(self, letter: DeadLetter) -> str | None:
        """The stream whose history explains it; `None` for what has no readable sender."""
        match letter.queue:
            case "outbox" | "calendar":
                return letter.key.removesuffix(":shop").removesuffix(":again")
            case "statuses":
                status = _decoded(letter.body, IncomingStatus)
                chat = status.callback.rpartition(".")[0] if status else ""
                return conversation.stream(ConversationId(chat)) if chat else None
            case "inbox" | "seen":
                return customer.stream(CustomerId(letter.key))
            case _:
                return None

    def history(self, stream: str) -> Sequence[Told]:
        """The events of the stream."""
        return self._log.told(self._log.streams([stream], self._log.head()))

    def words(self, letter: DeadLetter) -> str:
        """What the letter is about, without personal data."""
        match letter.queue:
            case "inbox":
                return f"{_kind(letter.body)} of customer {letter.key}"
            case "seen":
                return f"read receipt for customer {letter.key}"
            case "statuses":
                return _status(letter.body)
            case "outbox":
                return self._outgoing(letter)
            case "calendar":
                return self._change(letter)
            case _:
                return _unread(letter.body)

    def _outgoing(self, letter: DeadLetter) -> str:
        told = self.event(letter)
        chat = (self.stream(letter) or "").removeprefix("conversation:")
        match told and told.event:
            case ReplyComposed(reply_id=reply_id):
                return f"reply {reply_id.rpartition('.')[2]} of conversation {chat}"
            case PersonCalled() | ShopTold():
                return f"notice to the shop about conversation {chat}"
            case ReplyProgressed(code=code) if code == WINDOW_CLOSED:
                return f"invitation to answer in conversation {chat}"
            case ReplyProgressed(reply_id=name):
                return f"repetition of {name.rpartition('.')[2]} of conversation {chat}"
            case _:
                return f"message of conversation {chat}"

    def _change(self, letter: DeadLetter) -> str:
        events = [told.event for told in self.history(letter.key)]
        codes = [event.code for event in events if isinstance(event, AppointmentBooked)]
        name = f"#{codes[0]}" if codes else letter.key.partition(":")[2]
        told = self.event(letter)
        match told and told.event:
            case AppointmentBooked():
                how = "booked"
            case AppointmentMoved():
                how = "moved"
            case AppointmentCancelled():
                how = "cancelled"
            case _:
                how = "changed"
        return f"calendar entry of appointment {name}, {how}"


def _kind(body: bytes) -> str:
    incoming = _decoded(body, IncomingMessage)
    return f"{incoming.message.kind} message" if incoming else "message"


def _unread(body: bytes) -> str:
    """What came without a sender; of errors, their codes."""
    told = _decoded(body, dict[str, object]) or {}
    errors = as_list(told.get("errors")) if "metadata" in told else ()
    codes = (as_code(as_object(error).get("code")) for error in errors)
    named = ", ".join(str(code) for code in codes if code is not None)
    return f"error of WhatsApp's: {named}" if named else "message without a readable sender"


def _status(body: bytes) -> str:
    status = _decoded(body, IncomingStatus)
    if status is None:
        return "status of a reply"
    chat, _, number = status.callback.rpartition(".")
    return f"status {status.progress.status} of reply {number} of conversation {chat}"


def _decoded(body: bytes, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError:
        return None

"""Which message an event asks for, found in the history of its conversation."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import get_args

import msgspec

from application.effects import WINDOW_CLOSED
from application.ledger import Page
from application.ports import EventStore, Recorded
from domain import conversation
from domain.conversation import (
    Conversation,
    ConversationEvent,
    PersonCalled,
    ReplyComposed,
    ReplyProgressed,
    ReplySent,
    ShopTold,
)
from domain.sending import WAY, notice_name, notice_version

REPETITIONS = 3
ARRIVED = ("delivered", "read")

Said = ReplyComposed | PersonCalled | ShopTold


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A message under its name: what a reply says, what the shop is told, or an invitation.

    An invitation is what may be sent where the customer was silent too long. `repetition` counts
    the times that WhatsApp took it and lost it.
    """

    name: str
    said: Said | None = None
    repetition: int = 0

    @property
    def is_invitation(self) -> bool:
        """Whether it stands for a reply that came too late."""
        return self.said is None


class Thread:
    """A conversation as it stands, and its events by version."""

    def __init__(self, stream: str, history: Sequence[Recorded]) -> None:
        self.stream = stream
        self._history = history
        self._events = {one.version: one.event for one in history}
        page = Page(stream, Conversation(), conversation.evolve, get_args(ConversationEvent))
        page.read(history)
        self.chat: Conversation = page.state

    def asked_by(self, recorded: Recorded) -> Outgoing | None:
        """What is to be sent for that event; `None` where it was lost too often, or is erased.

        Raises `TypeError` for an event that asks for nothing.
        """
        match recorded.event:
            case ReplyComposed() as said:
                return Outgoing(name=said.reply_id, said=said)
            case PersonCalled() | ShopTold() as said:
                return Outgoing(name=self._notice(recorded), said=said)
            case ReplyProgressed() as failed:
                return self._instead(self._notice(recorded), failed)
            case _:
                raise TypeError(f"nothing is sent for {type(recorded.event).__name__}")

    def _instead(self, name: str, failed: ReplyProgressed) -> Outgoing | None:
        """What goes in the place of a message that failed: an invitation, or the same again.

        Nothing, where it was told before that it arrived.
        """
        if self._arrived(failed.reply_id):
            return None
        repetition = 1
        while failed.code != WINDOW_CLOSED and repetition <= REPETITIONS:
            cause = self._cause(failed.reply_id)
            if not isinstance(cause, ReplyProgressed):
                return Outgoing(name=name, said=cause, repetition=repetition) if cause else None
            failed, repetition = cause, repetition + 1
        is_lost = failed.code != WINDOW_CLOSED or repetition > REPETITIONS
        return None if is_lost else Outgoing(name=name, repetition=repetition - 1)

    def _arrived(self, name: str) -> bool:
        told = (one.event for one in self._history if isinstance(one.event, ReplyProgressed))
        return any(one.reply_id == name and one.status in ARRIVED for one in told)

    def _cause(self, name: str) -> Said | ReplyProgressed | None:
        version = notice_version(name)
        found = self._events.get(version) if version else self._reply(name)
        return found if isinstance(found, Said | ReplyProgressed) else None

    def _reply(self, name: str) -> ReplyComposed | None:
        replies = (one for one in self._events.values() if isinstance(one, ReplyComposed))
        return next((one for one in replies if one.reply_id == name), None)

    def _notice(self, recorded: Recorded) -> str:
        return notice_name(self.chat.id, recorded.version)

    def kept(self, *, since: datetime) -> Outgoing | None:
        """The last reply, where an invitation went in its place and it still says something.

        What asks for an answer does not any more, and is not repeated; no choices are shown.
        """
        said = max(self._replies(), key=lambda one: one.version, default=None)
        if said is None or said.stamp.at < since or not isinstance(said.event, ReplyComposed):
            return None
        if said.event.asked is not None or not self._was_replaced(said.event.reply_id):
            return None
        reply = msgspec.structs.replace(said.event.reply, buttons=(), rows=())
        words = msgspec.structs.replace(said.event, reply=reply)
        kept = Outgoing(name=self._notice(said), said=words)
        return kept if self.chat.reached(kept.name) == WAY[0] else None

    def hear(self, at: datetime | None) -> None:
        """Go by when the customer wrote last in a later conversation."""
        self.chat = msgspec.structs.replace(self.chat, heard_at=at)

    def _replies(self) -> Iterator[Recorded]:
        return (one for one in self._history if isinstance(one.event, ReplyComposed))

    def _was_replaced(self, reply_id: str) -> bool:
        return any(_replaces(one.event, reply_id) for one in self._history)


def _replaces(event: object, reply_id: str) -> bool:
    """Whether an invitation stands for that reply because of this event."""
    match event:
        case ReplySent(reply_id=sent, invited=invited):
            return invited and sent == reply_id
        case ReplyProgressed(reply_id=failed, code=code):
            return code == WINDOW_CLOSED and failed == reply_id
        case _:
            return False


async def thread_of(store: EventStore, stream: str) -> Thread:
    """The conversation of that stream. Raises `Unavailable`."""
    (history,) = await store.load([stream])
    return Thread(stream, history)

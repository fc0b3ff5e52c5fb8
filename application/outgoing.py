"""Which message an event asks for, found in the history of its conversation."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import get_args

import msgspec

from application.ledger import Page
from application.meta_codes import TRIES, WINDOW_CLOSED
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
    the times that WhatsApp took it and lost it, but for those by a pause of the number, for which
    it waits anyway; `hopeless` is how, where a person must look first.
    `closed`: WhatsApp has told that only a template would do.
    """

    name: str
    said: Said | None = None
    repetition: int = 0
    hopeless: ReplyProgressed | None = None
    closed: bool = False

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
        """What is to be sent for that event; `None` where nothing is any more, or it is erased.

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
        cause: Said | ReplyProgressed | None = failed
        losses = 0
        while isinstance(cause, ReplyProgressed) and cause.code != WINDOW_CLOSED:
            losses += cause.remedy != "pause"
            cause = self._cause(cause.reply_id)
        if cause is None:
            return None
        is_closed = isinstance(cause, ReplyProgressed)
        return Outgoing(
            name=name,
            said=self._approved(cause) if isinstance(cause, ReplyProgressed) else cause,
            repetition=losses,
            hopeless=failed if _is_hopeless(failed, losses) else None,
            closed=is_closed,
        )

    def _approved(self, failed: ReplyProgressed) -> ReplyComposed | None:
        """The reply, if it can be said by a template; `None` calls for an invitation."""
        said = self._reply(failed.reply_id)
        return said if said and said.approved else None

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
        if said.event.asked is not None or said.event.approved is not None:
            return None
        if not self._was_replaced(said.event.reply_id):
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


def _is_hopeless(failed: ReplyProgressed, losses: int) -> bool:
    """Whether it was lost too often, or in a way that no repetition mends; never by a pause."""
    tries = TRIES.get(failed.code or 0, REPETITIONS)
    is_lost = failed.remedy != "pause" and losses > tries
    return is_lost or failed.remedy in ("alert", "bug")


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

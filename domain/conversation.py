"""One chat session: what was said on both sides, what is being booked, and who is answering.

All of its events are personal data, encrypted with a key of the conversation's own.
"""

from datetime import datetime, timedelta
from typing import Literal, assert_never

import msgspec

from domain.customer import Address
from domain.draft import Draft
from domain.identifiers import AppointmentId, ConversationId, CustomerId, ShopId
from domain.reply import Approved, Choice, Reply
from domain.sending import WAY, Remedy, Status, further, notice_version

SILENCE = timedelta(hours=24)
BOT_RETURNS_AFTER = timedelta(hours=12)
REMEMBERED = 10

Kind = Literal[
    "text", "tap", "audio", "image", "video", "document", "sticker", "location", "contacts",
    "reaction", "order", "system", "unsupported", "welcome", "edit", "revoke", "unrecognised",
]  # fmt: skip

Call = Literal["asked", "not_understood", "complaint", "staff", "parked"]


class ConversationStarted(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.started"):
    """A customer writes, the first time or after a day of silence."""

    conversation_id: ConversationId
    customer_id: CustomerId
    shop_id: ShopId
    language: str
    language_settled: bool


class MessageReceived(
    msgspec.Struct, frozen=True, kw_only=True, tag="conversation.message_received"
):
    """What the customer sent; `raw` keeps what has no field of its own, as it came."""

    message_id: str
    kind: Kind
    sent_at: datetime
    text: str = ""
    tap: str | None = None
    raw: str | None = None


class MessageUnderstood(
    msgspec.Struct, frozen=True, kw_only=True, tag="conversation.message_understood"
):
    """What the messages were taken to mean, and by whom."""

    message_ids: tuple[str, ...]
    intents: tuple[str, ...]
    source: Literal["rules", "model", "tap"]


class LanguageSwitched(
    msgspec.Struct, frozen=True, kw_only=True, tag="conversation.language_switched"
):
    """The conversation goes on in this language."""

    language: str


class BookingDrafted(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.booking_drafted"):
    """The booking in the making, as far as it is known now."""

    draft: Draft


class DraftEnded(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.draft_ended"):
    """Nothing is in the making any more; `appointment_id` is what became of it, if anything."""

    appointment_id: AppointmentId | None = None


class ReplyComposed(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.reply_composed"):
    """What the shop answers, to whom, and what it asks.

    `approved` goes in its place where the customer has been silent for a day.
    """

    reply_id: str
    address: Address
    reply: Reply
    asked: str | None = None
    approved: Approved | None = None


class ReplySent(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.reply_sent"):
    """WhatsApp took the reply and named it; or an invitation to write, where that came too late."""

    reply_id: str
    message_id: str
    invited: bool = False


class ReplyProgressed(
    msgspec.Struct, frozen=True, kw_only=True, tag="conversation.reply_progressed"
):
    """WhatsApp tells how far a message is; where it failed, its error and what that asks for.

    `reply_id` is the name of a notice, too.
    """

    reply_id: str
    status: Status
    code: int | None = None
    remedy: Remedy | None = None


class ReplyDoubted(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.reply_doubted"):
    """Whether that message was sent never became known: it waits for a person."""

    name: str


class ReplyLost(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.reply_lost"):
    """WhatsApp took that message and told later that it failed for good: it waits for a person.

    `name` is that of what would be sent in its place.
    """

    name: str


class NoticeSent(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.notice_sent"):
    """WhatsApp took a message that is no reply: word to the shop, an invitation, a repetition."""

    name: str
    message_id: str


class ShopTold(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.shop_told"):
    """The shop's people hear of something that is theirs to judge, while the bot goes on."""

    about: Literal["late", "media", "calendar"]
    detail: str


class PersonCalled(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.person_called"):
    """A person takes over; the bot is silent until it is released or half a day has passed."""

    why: Call
    at: datetime


class BotReleased(msgspec.Struct, frozen=True, kw_only=True, tag="conversation.bot_released"):
    """The bot answers again."""


ConversationEvent = (
    ConversationStarted
    | MessageReceived
    | MessageUnderstood
    | LanguageSwitched
    | BookingDrafted
    | DraftEnded
    | ReplyComposed
    | ReplySent
    | ReplyProgressed
    | ReplyDoubted
    | ReplyLost
    | NoticeSent
    | ShopTold
    | PersonCalled
    | BotReleased
)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One remembered message: who spoke, and the words."""

    by: Literal["customer", "shop"]
    text: str


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A choice that the customer has seen; `round` counts the bookings begun before it."""

    choice: Choice
    round: int


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """A chat session as it stands; before its start it has no id."""

    id: ConversationId = ConversationId("")
    customer_id: CustomerId = CustomerId("")
    shop_id: ShopId = ShopId("")
    language: str = ""
    language_settled: bool = False
    heard_at: datetime | None = None
    received: frozenset[str] = frozenset()
    lines: tuple[Line, ...] = ()
    draft: Draft | None = None
    asked: str | None = None
    offered: tuple[Choice, ...] = ()  # the choices of the last reply
    shown: dict[str, Shown] = {}  # every choice of this session by its id
    round: int = 0
    arranged: dict[int, AppointmentId] = {}  # what a round of booking led to
    replies: int = 0
    progress: dict[str, str] = {}
    misunderstood: int = 0
    person_since: datetime | None = None

    def over(self, now: datetime) -> bool:
        """Whether a day of silence ended the session (or none was begun)."""
        return self.heard_at is None or now - self.heard_at >= SILENCE

    def silent(self, now: datetime) -> bool:
        """Whether a person is answering instead of the bot."""
        return self.person_since is not None and now - self.person_since < BOT_RETURNS_AFTER

    def receive(self, message: MessageReceived) -> tuple[ConversationEvent, ...]:
        """Take a message in; nothing if it was taken in before."""
        return () if message.message_id in self.received else (message,)

    def speak(self, language: str) -> tuple[ConversationEvent, ...]:
        """Go on in a language, from now on for sure; nothing if it is so already."""
        so_already = self.language_settled and language == self.language
        return () if so_already else (LanguageSwitched(language=language),)

    def progress_to(self, event: ReplyProgressed) -> tuple[ConversationEvent, ...]:
        """Note how far a message is. It never goes back; nothing if it is that far already."""
        reached = WAY.index(self.reached(event.reply_id))
        known = event.reply_id in self.progress or notice_version(event.reply_id) is not None
        return (event,) if known and WAY.index(event.status) > reached else ()

    def reached(self, name: str) -> str:
        """How far a reply or a notice is; `composed` is what nobody has sent yet."""
        return self.progress.get(name, WAY[0])

    def doubt(self, name: str) -> tuple[ConversationEvent, ...]:
        """Note that nobody knows whether it was sent; nothing if that is known or noted."""
        return (ReplyDoubted(name=name),) if self.reached(name) == WAY[0] else ()

    def lose(self, name: str) -> tuple[ConversationEvent, ...]:
        """Note that it is left to a person whether it is sent; nothing if that is noted."""
        return (ReplyLost(name=name),) if self.reached(name) == WAY[0] else ()

    def release(self) -> tuple[ConversationEvent, ...]:
        """Let the bot answer again; nothing if it does."""
        return (BotReleased(),) if self.person_since else ()


def evolve(conversation: Conversation, event: ConversationEvent) -> Conversation:  # noqa: C901, PLR0911, PLR0912 - one case a line
    """The conversation after the event."""
    replace = msgspec.structs.replace
    match event:
        case ConversationStarted():
            return Conversation(
                id=event.conversation_id,
                customer_id=event.customer_id,
                shop_id=event.shop_id,
                language=event.language,
                language_settled=event.language_settled,
            )
        case MessageReceived():
            return replace(
                conversation,
                heard_at=max(event.sent_at, conversation.heard_at or event.sent_at),
                received=conversation.received | {event.message_id},
                lines=_remember(conversation, Line(by="customer", text=event.text)),
            )
        case MessageUnderstood():
            missed = conversation.misunderstood + 1 if event.intents == ("unknown",) else 0
            return replace(conversation, misunderstood=missed)
        case LanguageSwitched():
            return replace(conversation, language=event.language, language_settled=True)
        case BookingDrafted():
            return replace(conversation, draft=event.draft)
        case DraftEnded():
            return _ended(conversation, event)
        case ReplyComposed():
            choices = event.reply.choices
            shown = {one.id: Shown(choice=one, round=conversation.round) for one in choices}
            return replace(
                conversation,
                asked=event.asked,
                offered=choices,
                shown={**conversation.shown, **shown},
                replies=conversation.replies + 1,
                progress={**conversation.progress, event.reply_id: "composed"},
                lines=_remember(conversation, Line(by="shop", text=event.reply.body)),
            )
        case ReplySent():
            return replace(
                conversation, progress=_further(conversation.progress, event.reply_id, "sent")
            )
        case ReplyProgressed():
            return replace(
                conversation,
                progress=_further(conversation.progress, event.reply_id, event.status),
            )
        case ReplyDoubted() | ReplyLost():
            return replace(
                conversation, progress=_further(conversation.progress, event.name, "doubted")
            )
        case NoticeSent():
            return replace(
                conversation, progress=_further(conversation.progress, event.name, "sent")
            )
        case ShopTold():
            return conversation
        case PersonCalled():
            return replace(conversation, person_since=event.at, misunderstood=0)
        case BotReleased():
            return replace(conversation, person_since=None)
        case _:
            assert_never(event)


def stream(conversation_id: ConversationId) -> str:
    """The name of a conversation's event stream."""
    return f"conversation:{conversation_id}"


def _ended(conversation: Conversation, event: DraftEnded) -> Conversation:
    arranged = conversation.arranged
    if event.appointment_id:
        arranged = {**arranged, conversation.round: event.appointment_id}
    return msgspec.structs.replace(
        conversation, draft=None, arranged=arranged, round=conversation.round + 1
    )


def _further(progress: dict[str, str], name: str, status: str) -> dict[str, str]:
    return {**progress, name: further(progress.get(name, WAY[0]), status)}


def _remember(conversation: Conversation, line: Line) -> tuple[Line, ...]:
    return (*conversation.lines, line)[-REMEMBERED:]

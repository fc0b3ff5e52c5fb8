"""One attempt at sending a message: it is noted, given to WhatsApp, and its outcome recorded."""

from collections.abc import Mapping
from datetime import timedelta

from application.composing_outgoing import ComposeOutgoing, Sendable
from application.known_shop import known_shop
from application.ledger import Ledger
from application.meta_codes import OPTED_OUT, RESTS
from application.outgoing import Outgoing, Thread, thread_of
from application.ports import (
    Departures,
    EventStore,
    InDoubt,
    Leave,
    Messenger,
    Recorded,
    SendRefused,
    Template,
    Throttled,
    Unavailable,
)
from application.recording import Recording
from domain.conversation import (
    Conversation,
    ConversationEvent,
    NoticeSent,
    ReplyComposed,
    ReplyProgressed,
    ReplySent,
)
from domain.sending import notice_version
from domain.shop import Shop

SLOWLY = timedelta(seconds=6)  # one message in 6 s to the same person is what Meta allows


class Dispatch:
    """Sends a message as it may be sent now."""

    def __init__(
        self,
        *,
        store: EventStore,
        messenger: Messenger,
        departures: Departures,
        compose: ComposeOutgoing,
        recording: Recording,
        shops: Mapping[str, Shop],
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._departures = departures
        self._compose = compose
        self._recording = recording
        self._shops = shops  # by shop id

    async def __call__(
        self, recorded: Recorded, thread: Thread, message: Outgoing, *, closed: bool = False
    ) -> None:
        """Send it and record that; what nobody may get is recorded as failed.

        `closed`: WhatsApp says that the customer's window is. Raises what `Departures.leave` and
        `Messenger.send` do, but for a recipient who cannot be reached, which is recorded; and
        `NoSuchShop`.
        """
        shop = known_shop(self._shops, thread.chat.shop_id)
        sendable = await self._compose(message, thread.chat, closed=closed)
        if sendable is None:
            await self.record(recorded, thread, *_unwanted(message))
            return
        leave = await self._leave(shop, message, sendable)
        if await self._is_overtaken(leave, thread):
            return
        try:
            message_id = await self._give(leave, sendable)
        except Throttled as throttled:
            await self._slow_down(shop, sendable, throttled)
            raise
        except SendRefused as refused:
            await self._after_refusal(recorded, thread, leave, refused)
            return
        await self.record(recorded, thread, _sent(message, sendable, message_id))
        await self._departures.settle(leave, sent=True)

    async def _leave(self, shop: Shop, message: Outgoing, sendable: Sendable) -> Leave:
        return await self._departures.leave(
            message.name,
            number=shop.phone_number_id,
            per_second=shop.policies.messages_per_second,
            person=sendable.person,
        )

    async def _is_overtaken(self, leave: Leave, thread: Thread) -> bool:
        """Whether somebody else sent it since the thread was read; the note is then taken back.

        It is looked up once the note is taken: who sends a message records that before the note
        of it is forgotten.
        """
        try:
            now = await thread_of(self._store, thread.stream)
        except Unavailable:
            await self._departures.settle(leave, sent=False)
            raise
        overtaken = now.chat.reached(leave.name) != thread.chat.reached(leave.name)
        if overtaken:
            await self._departures.settle(leave, sent=False)
        return overtaken

    async def _give(self, leave: Leave, sendable: Sendable) -> str:
        """Give it to WhatsApp. Whatever surely was not sent may set out again."""
        try:
            return await self._messenger.send(
                sendable.content,
                phone_number_id=leave.number,
                to=sendable.to,
                callback=leave.name,
            )
        except InDoubt:
            raise
        except (Unavailable, SendRefused):
            await self._departures.settle(leave, sent=False)
            raise

    async def _slow_down(self, shop: Shop, sendable: Sendable, throttled: Throttled) -> None:
        """Let others wait, too, that would meet the same limit."""
        await self._departures.hold(
            shop.phone_number_id,
            per_second=shop.policies.messages_per_second,
            person=sendable.person if throttled.whom == "person" else None,
            by=throttled.retry_after or SLOWLY,
        )

    async def _after_refusal(
        self, recorded: Recorded, thread: Thread, leave: Leave, refused: SendRefused
    ) -> None:
        name, number, code = leave.name, leave.number, refused.code
        if refused.remedy == "pause":
            raise await self._departures.pause(number, code, name=name) from refused
        if code in RESTS:
            await self._departures.pause(number, code, name=name, shortest=RESTS[code])
        if refused.remedy != "suppress":
            raise refused
        failed = ReplyProgressed(reply_id=name, status="failed", code=code, remedy="suppress")
        await self.record(recorded, thread, failed)

    async def record(self, recorded: Recorded, thread: Thread, *events: ConversationEvent) -> None:
        """Record what became of it. Raises `Unavailable`."""

        async def decide(ledger: Ledger) -> None:
            page = await ledger.conversation(thread.chat.id)
            customer = await ledger.customer(thread.chat.customer_id) if _opts_out(events) else None
            for event in events:
                page.record(_still_new(page.state, event))
            if customer is not None:
                customer.record(customer.state.opt_out())

        if events:
            await self._recording(
                decide,
                cause=f"event:{recorded.position}",
                correlation=recorded.stamp.correlation,
            )


def _sent(message: Outgoing, sendable: Sendable, message_id: str) -> ReplySent | NoticeSent:
    if notice_version(message.name) is not None:
        return NoticeSent(name=message.name, message_id=message_id)
    can_be_said = isinstance(message.said, ReplyComposed) and message.said.approved is not None
    invited = isinstance(sendable.content, Template) and not can_be_said
    return ReplySent(reply_id=message.name, message_id=message_id, invited=invited)


def _unwanted(message: Outgoing) -> tuple[ReplyProgressed, ...]:
    """A reply that may not go is recorded as such; what nobody waits for is not."""
    if not isinstance(message.said, ReplyComposed):
        return ()
    return (ReplyProgressed(reply_id=message.name, status="failed", remedy="suppress"),)


def _opts_out(events: tuple[ConversationEvent, ...]) -> bool:
    return any(isinstance(one, ReplyProgressed) and one.code == OPTED_OUT for one in events)


def _still_new(chat: Conversation, event: ConversationEvent) -> tuple[ConversationEvent, ...]:
    return chat.progress_to(event) if isinstance(event, ReplyProgressed) else (event,)

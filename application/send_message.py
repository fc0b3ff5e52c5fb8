"""Sending what the log says that the shop says, at least once and in order per conversation."""

from collections.abc import Mapping
from datetime import timedelta

from application.ledger import Ledger
from application.ports import (
    Clock,
    EventStore,
    Messenger,
    Recorded,
    SendRefused,
    Template,
)
from application.recording import Recording
from application.wording import Wording
from domain.conversation import (
    Conversation,
    PersonCalled,
    ReplyComposed,
    ReplyProgressed,
    ReplySent,
    ShopTold,
)
from domain.customer import Address
from domain.identifiers import ConversationId
from domain.reply import Reply
from domain.shop import Shop

WINDOW = timedelta(hours=24)
MARGIN = timedelta(minutes=10)


class SendMessage:
    """Sends one composed message, or the notice to the shop's people that an event calls for."""

    def __init__(
        self,
        *,
        store: EventStore,
        messenger: Messenger,
        recording: Recording,
        clock: Clock,
        shops: Mapping[str, Shop],
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._recording = recording
        self._clock = clock
        self._shops = shops  # by shop id

    async def __call__(self, position: int) -> None:
        """Send what the event at that position calls for; nothing if it is sent already.

        Raises `Unavailable` where it may be tried again and `SendRefused` where a person must
        look; a recipient who cannot be reached is recorded and raises nothing.
        """
        recorded = await self._store.at(position)
        conversation_id = ConversationId(recorded.stream.partition(":")[2])
        page = await Ledger(self._store).conversation(conversation_id)
        match recorded.event:
            case ReplyComposed():
                await self._send_reply(recorded, recorded.event, page.state)
            case PersonCalled() | ShopTold():
                await self._tell_shop(recorded.event, page.state)
            case ReplyProgressed():
                await self._invite(page.state)
            case _:
                raise TypeError(f"nothing is sent for {type(recorded.event).__name__}")

    async def _send_reply(
        self, recorded: Recorded, composed: ReplyComposed, chat: Conversation
    ) -> None:
        if chat.progress.get(composed.reply_id) != "composed":
            return
        shop = self._shops[chat.shop_id]
        try:
            message_id = await self._said(shop, composed, chat)
        except SendRefused as refused:
            if refused.remedy != "suppress":
                raise
            failed = ReplyProgressed(reply_id=composed.reply_id, status="failed", code=refused.code)
            await self._record(recorded, chat, failed)
            return
        sent = ReplySent(reply_id=composed.reply_id, message_id=message_id)
        await self._record(recorded, chat, sent)

    async def _said(self, shop: Shop, composed: ReplyComposed, chat: Conversation) -> str:
        """Send the reply, or the template that is allowed where the customer is silent too long."""
        follow_up = self._follow_up(shop, chat)
        if self._window_closed(chat):
            return await self._send(shop, composed, follow_up)
        try:
            return await self._send(shop, composed, composed.reply)
        except SendRefused as refused:
            if refused.remedy != "template":
                raise
        return await self._send(shop, composed, follow_up)

    async def _send(self, shop: Shop, composed: ReplyComposed, content: Reply | Template) -> str:
        return await self._messenger.send(
            content,
            phone_number_id=shop.phone_number_id,
            to=composed.address,
            callback=composed.reply_id,
        )

    async def _record(
        self, recorded: Recorded, chat: Conversation, event: ReplySent | ReplyProgressed
    ) -> None:
        async def decide(ledger: Ledger) -> None:
            page = await ledger.conversation(chat.id)
            if isinstance(event, ReplySent):
                page.record((event,))
            else:
                page.record(page.state.progress_to(event))

        await self._recording(
            decide,
            cause=f"event:{recorded.position}",
            correlation=recorded.stamp.correlation,
        )

    async def _invite(self, chat: Conversation) -> None:
        """After a reply that came too late, send the template that invites an answer."""
        shop = self._shops[chat.shop_id]
        customer = (await Ledger(self._store).customer(chat.customer_id)).state
        if customer.address is None:
            return
        await self._messenger.send(
            self._follow_up(shop, chat),
            phone_number_id=shop.phone_number_id,
            to=customer.address,
            callback="",
        )

    async def _tell_shop(self, event: PersonCalled | ShopTold, chat: Conversation) -> None:
        shop = self._shops[chat.shop_id]
        if shop.owner_phone is None:
            return
        words = Wording(shop, shop.languages[0])
        customer = (await Ledger(self._store).customer(chat.customer_id)).state
        name = customer.name or words.text("shop.customer")
        if isinstance(event, PersonCalled):
            said = words.text("shop.person", customer=name)
        else:
            said = words.text(f"shop.{event.about}", customer=name, detail=event.detail)
        notice = Template(
            name=shop.templates.get("person_called", "person_called"),
            language=words.language,
            values=(said,),
        )
        await self._messenger.send(
            notice,
            phone_number_id=shop.phone_number_id,
            to=Address(wa_id=shop.owner_phone),
            callback="",
        )

    def _window_closed(self, chat: Conversation) -> bool:
        heard = chat.heard_at
        return heard is not None and self._clock.now() - heard > WINDOW - MARGIN

    def _follow_up(self, shop: Shop, chat: Conversation) -> Template:
        name = shop.templates.get("follow_up", "follow_up")
        return Template(name=name, language=chat.language, values=(shop.name,))

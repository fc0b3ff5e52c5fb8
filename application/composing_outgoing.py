"""An outgoing message as it is sent now: to whom, and by words that are allowed now."""

from collections.abc import Mapping
from datetime import timedelta

import msgspec

from application.ledger import Ledger
from application.outgoing import Outgoing
from application.ports import Clock, EventStore, Template
from application.wording import Wording
from domain.conversation import Conversation, PersonCalled, ReplyComposed, ShopTold
from domain.customer import Address, Customer
from domain.reply import Reply
from domain.shop import Shop

WINDOW = timedelta(hours=24)
MARGIN = timedelta(minutes=10)


class Sendable(msgspec.Struct, frozen=True, kw_only=True):
    """What is given to WhatsApp; `person` names the recipient without naming a phone."""

    content: Reply | Template
    to: Address
    person: str


class ComposeOutgoing:
    """Checks consent and the customer's window of 24 hours at the time of sending."""

    def __init__(self, *, store: EventStore, clock: Clock, shops: Mapping[str, Shop]) -> None:
        self._store = store
        self._clock = clock
        self._shops = shops  # by shop id

    async def __call__(
        self, message: Outgoing, chat: Conversation, *, closed: bool = False
    ) -> Sendable | None:
        """What to send; `None` where there is nobody to send to, or who does not want it.

        `closed`: WhatsApp says that the window is. Raises `Unavailable`.
        """
        match message.said:
            case PersonCalled() | ShopTold() as told:
                return await self._for_shop(told, chat)
            case ReplyComposed() as said if not (closed or self._is_closed(chat)):
                person = str(chat.customer_id)
                return Sendable(content=said.reply, to=said.address, person=person)
            case ReplyComposed() as said:
                return await self._invitation(chat, said.address)
            case None:
                return await self._invitation(chat, None)

    async def _invitation(self, chat: Conversation, to: Address | None) -> Sendable | None:
        """The template that invites an answer; who said STOP gets none."""
        customer = await self._customer(chat)
        to = to or customer.address
        if customer.opted_out or to is None:
            return None
        shop = self._shops[chat.shop_id]
        name = shop.templates.get("follow_up", "follow_up")
        content = Template(name=name, language=chat.language, values=(shop.name,))
        return Sendable(content=content, to=to, person=str(chat.customer_id))

    async def _for_shop(self, told: PersonCalled | ShopTold, chat: Conversation) -> Sendable | None:
        shop = self._shops[chat.shop_id]
        if shop.owner_phone is None:
            return None
        words = Wording(shop, shop.languages[0])
        name = (await self._customer(chat)).name or words.text("shop.customer")
        if isinstance(told, PersonCalled):
            said = words.text("shop.person", customer=name)
        else:
            said = words.text(f"shop.{told.about}", customer=name, detail=told.detail)
        content = Template(
            name=shop.templates.get("person_called", "person_called"),
            language=words.language,
            values=(said,),
        )
        return Sendable(content=content, to=Address(wa_id=shop.owner_phone), person="owner")

    async def _customer(self, chat: Conversation) -> Customer:
        return (await Ledger(self._store).customer(chat.customer_id)).state

    def _is_closed(self, chat: Conversation) -> bool:
        heard = chat.heard_at
        return heard is not None and self._clock.now() - heard > WINDOW - MARGIN

"""An outgoing message as it is sent now: to whom, and by words that are allowed now."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from application.known_shop import known_shop
from application.ledger import Ledger
from application.outgoing import Outgoing
from application.ports import Clock, EventStore, Template
from application.wording import Wording
from domain.conversation import Call, Conversation, PersonCalled, ReplyComposed, ShopTold
from domain.customer import Address, Customer
from domain.reply import Approved, Reply
from domain.shop import Shop

WINDOW = timedelta(hours=24)
MARGIN = timedelta(minutes=10)
FOLLOW_UP = "follow_up"
CALLS: Mapping[Call, str] = {"not_understood": "shop.not_understood", "parked": "shop.parked"}


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

        `closed`: WhatsApp says that the window is. Raises `Unavailable` and `NoSuchShop`.
        """
        match message.said:
            case PersonCalled() | ShopTold() as told:
                return await self._for_shop(told, chat)
            case ReplyComposed() as said if not (closed or message.closed or self._is_closed(chat)):
                person = str(chat.customer_id)
                return Sendable(content=said.reply, to=said.address, person=person)
            case ReplyComposed() as said:
                return await self._template(chat, said.address, said.approved)
            case None:
                return await self._template(chat, None, None)

    async def _template(
        self, chat: Conversation, to: Address | None, approved: Approved | None
    ) -> Sendable | None:
        """What a reply says by a template, or an invitation to answer; nothing after a STOP."""
        customer = await self._customer(chat)
        to = to or customer.address
        if customer.opted_out or to is None:
            return None
        shop = known_shop(self._shops, chat.shop_id)
        use, values = (approved.use, approved.values) if approved else (FOLLOW_UP, (shop.name,))
        name = shop.templates.get(use, use)
        content = Template(name=name, language=chat.language, values=values)
        return Sendable(content=content, to=to, person=str(chat.customer_id))

    async def _for_shop(self, told: PersonCalled | ShopTold, chat: Conversation) -> Sendable | None:
        shop = known_shop(self._shops, chat.shop_id)
        if shop.owner_phone is None:
            return None
        words = Wording(shop, shop.languages[0])
        name = (await self._customer(chat)).name or words.text("shop.customer")
        if isinstance(told, PersonCalled):
            said = words.text(CALLS.get(told.why, "shop.person"), customer=name)
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
        return window_closed(chat, self._clock.now())


def window_closed(chat: Conversation, now: datetime) -> bool:
    """Whether the customer was silent for so long that WhatsApp takes templates alone."""
    return chat.heard_at is not None and now - chat.heard_at > WINDOW - MARGIN

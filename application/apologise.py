"""Saying sorry for a message that could not be handled, and calling a person to it."""

import hashlib
from collections.abc import Mapping

from application.begin_conversation import begin_conversation
from application.desk import Desk
from application.dialogue.turn import Turn
from application.inbound import IncomingMessage
from application.known_shop import known_shop
from application.ledger import Ledger, Page
from application.ports import Clock, EventStore, Identities
from application.recording import Recording
from application.understanding.reading import Reading
from domain.conversation import (
    BotReleased,
    Conversation,
    ConversationEvent,
)
from domain.customer import Customer, CustomerEvent, CustomerMet
from domain.identifiers import CustomerId
from domain.reply import Reply
from domain.shop import Shop


class Apologise:
    """Apologises once for a message, however often it is called for it.

    It looks at who wrote and to whom, never at what: that is what could not be handled. Nor does
    it take the message in, which is answered as a new one when it is sent again. The bot is
    released at once: as long as the mailbox is parked it is silent anyway, and no longer.
    """

    def __init__(
        self, *, store: EventStore, clock: Clock, identities: Identities, shops: Mapping[str, Shop]
    ) -> None:
        self._store = store
        self._clock = clock
        self._identities = identities
        self._shops = shops  # by phone number id
        self._recording = Recording(store=store, clock=clock, actor="bot")

    async def __call__(self, customer_id: CustomerId, incoming: IncomingMessage) -> None:
        """Record the apology and that a person is called; nothing where a person answers already.

        Raises `Unavailable` and `NoSuchShop`.
        """
        shop = known_shop(self._shops, incoming.phone_number_id)
        cause = f"parked:{_fingerprint(incoming)}"

        async def decide(ledger: Ledger) -> None:
            now = self._clock.now()
            desk = Desk(shop=shop, ledger=ledger, identities=self._identities, now=now)
            person = await ledger.customer(customer_id)
            if not await self._is_said(desk, person, cause):
                await _say(desk, person, customer_id, incoming)

        await self._recording(decide, cause=cause, correlation=cause, policy=shop.version)

    async def _is_said(self, desk: Desk, person: Page[Customer, CustomerEvent], cause: str) -> bool:
        """Whether the running conversation has the apology, or a person in it."""
        running = person.state.conversations.get(desk.shop.id)
        if running is None:
            return False
        chat = await desk.ledger.conversation(running)
        (history,) = await self._store.load([chat.stream])
        return chat.state.silent(desk.now) or any(one.stamp.cause == cause for one in history)


async def _say(
    desk: Desk,
    person: Page[Customer, CustomerEvent],
    customer_id: CustomerId,
    incoming: IncomingMessage,
) -> None:
    is_unknown = desk.shop.id not in person.state.conversations
    _meet(person, customer_id, incoming)
    chat = await _chat(desk, person)
    turn = Turn(desk=desk, chat=chat, person=person, reading=Reading(), first=is_unknown)
    turn.note("sorry")
    key = "person" if desk.shop.owner_phone else "person.uncalled"
    turn.say(Reply(body=turn.words.text(key, owner=desk.shop.owner)))
    turn.call_person("parked")
    chat.record((BotReleased(),))


def _meet(
    person: Page[Customer, CustomerEvent], customer_id: CustomerId, incoming: IncomingMessage
) -> None:
    if person.state.id:
        person.record(person.state.hear_from(incoming.address, incoming.name))
    else:
        met = CustomerMet(customer_id=customer_id, address=incoming.address, name=incoming.name)
        person.record((met,))


async def _chat(
    desk: Desk, person: Page[Customer, CustomerEvent]
) -> Page[Conversation, ConversationEvent]:
    """The running conversation, or a new one where it is over."""
    running = person.state.conversations.get(desk.shop.id)
    if running is not None:
        chat = await desk.ledger.conversation(running)
        if not chat.state.over(desk.now):
            return chat
    return await begin_conversation(desk, person)


def _fingerprint(incoming: IncomingMessage) -> str:
    """A name for the message that tells nothing: WhatsApp's own ids hold phone numbers."""
    name = f"{incoming.phone_number_id}:{incoming.message.message_id}"
    return hashlib.sha256(name.encode()).hexdigest()[:16]

"""Showing the customer that the message was seen and an answer is being typed."""

from collections.abc import Mapping

from application.inbound import IncomingMessage
from application.ledger import Ledger
from application.ports import Clock, Departures, EventStore, Messenger
from domain.identifiers import CustomerId
from domain.shop import Shop

UNANSWERED = ("sticker", "reaction", "system", "revoke")


class MarkSeen:
    """Sends the read receipt of a message, with the typing sign where the bot will answer."""

    def __init__(
        self,
        *,
        store: EventStore,
        messenger: Messenger,
        departures: Departures,
        clock: Clock,
        shops: Mapping[str, Shop],
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._departures = departures
        self._clock = clock
        self._shops = shops  # by phone number id

    async def __call__(self, customer_id: CustomerId, incoming: IncomingMessage) -> None:
        """Mark it, unless a person is answering, the number is paused, or no shop has it.

        Raises `Unavailable` and `SendRefused`.
        """
        shop = self._shops.get(incoming.phone_number_id)
        if shop is None or await self._person_answers(customer_id, shop):
            return
        if shop.phone_number_id in await self._departures.paused():
            return
        await self._messenger.seen(
            incoming.message.message_id,
            phone_number_id=incoming.phone_number_id,
            typing=incoming.message.kind not in UNANSWERED,
        )

    async def _person_answers(self, customer_id: CustomerId, shop: Shop) -> bool:
        ledger = Ledger(self._store)
        customer = (await ledger.customer(customer_id)).state
        running = customer.conversations.get(shop.id)
        if running is None:
            return False
        chat = (await ledger.conversation(running)).state
        return chat.silent(self._clock.now())

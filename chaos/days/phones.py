"""WhatsApp on a bad day: it is away, or takes a message and never says so."""

from collections.abc import Callable
from random import Random

from application.ports import InDoubt, Template, Unavailable
from chaos.house.phones import Arrived, Phones
from domain.customer import Address
from domain.reply import Reply

AWAY, UNHEARD, CUT_BEFORE = 0.04, 0.03, 0.01


class BadPhones(Phones):
    """The messenger port, which fails by chance, before the message went out or after."""

    def __init__(self, tell: Callable[[Arrived], None], random: Random) -> None:
        super().__init__(tell)
        self._random = random

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        """As the port says."""
        if self._random.random() < AWAY:
            raise Unavailable("whatsapp")
        if self._random.random() < CUT_BEFORE:
            raise InDoubt("whatsapp")
        message_id = await super().send(
            content, phone_number_id=phone_number_id, to=to, callback=callback
        )
        if self._random.random() < UNHEARD:
            raise InDoubt("whatsapp")
        return message_id

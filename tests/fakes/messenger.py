"""WhatsApp in memory, held to the contract of the messenger over HTTP."""

from datetime import datetime, timedelta

import msgspec

from application.ports import Clock, InDoubt, SendRefused, Template
from domain.customer import Address
from domain.reply import Reply

WINDOW = timedelta(hours=24)


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """One message that was taken."""

    content: Reply | Template
    phone_number_id: str
    to: Address
    callback: str


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One read receipt."""

    message_id: str
    phone_number_id: str
    typing: bool


class InMemoryMessenger:
    """The messenger port; `will` lets the next sends fail, one for each error."""

    def __init__(self, clock: Clock, *, numbers: tuple[str, ...]) -> None:
        self.sent: list[Sent] = []
        self.undelivered: list[Sent] = []  # WhatsApp says only later that the window was closed
        self.seen_messages: list[Seen] = []
        self._clock = clock
        self._numbers = numbers
        self._heard: dict[tuple[str, Address], datetime] = {}
        self._errors: list[Exception] = []
        self._answers_lost = 0

    def hear(self, phone_number_id: str, whom: Address) -> None:
        """The customer writes, which opens the window of 24 hours."""
        self._heard[phone_number_id, whom] = self._clock.now()

    def will(self, *errors: Exception) -> None:
        self._errors.extend(errors)

    def will_lose_answers(self, count: int) -> None:
        """Take the next messages, and let nobody know."""
        self._answers_lost = count

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        self._refuse(phone_number_id)
        allowed = isinstance(content, Template) or self._open(phone_number_id, to)
        kept = self.sent if allowed else self.undelivered
        kept.append(
            Sent(content=content, phone_number_id=phone_number_id, to=to, callback=callback)
        )
        if self._answers_lost:
            self._answers_lost -= 1
            raise InDoubt("whatsapp")
        return f"wamid.{len(self.sent) + len(self.undelivered)}"

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        self._refuse(phone_number_id)
        self.seen_messages.append(
            Seen(message_id=message_id, phone_number_id=phone_number_id, typing=typing)
        )

    def _refuse(self, phone_number_id: str) -> None:
        if self._errors:
            raise self._errors.pop(0)
        if phone_number_id not in self._numbers:
            raise SendRefused(100, "pause")

    def _open(self, phone_number_id: str, whom: Address) -> bool:
        heard = self._heard.get((phone_number_id, whom))
        return heard is not None and self._clock.now() - heard < WINDOW

"""WhatsApp as it is from the customers' side: it takes replies, and tells how far they are."""

from collections.abc import Callable
from typing import NamedTuple

from application.ports import Template
from domain.customer import Address
from domain.reply import Reply


class Arrived(NamedTuple):
    """A message of the shop's that came to a phone."""

    content: Reply | Template
    wa_id: str
    callback: str
    message_id: str


class Phones:
    """The messenger port; whoever is told of what arrives hears of every single message."""

    def __init__(self, tell: Callable[[Arrived], None]) -> None:
        self._tell = tell

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        """As the port says; a message is named for what came along with it."""
        del phone_number_id
        message_id = f"wamid.{callback}"
        self._tell(Arrived(content, to.wa_id or "", callback, message_id))
        return message_id

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        """As the port says."""

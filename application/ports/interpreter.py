"""Reading what customers write."""

from typing import Protocol

import msgspec

from application.understanding.reading import Context, Reading
from domain.conversation import Line
from domain.identifiers import CustomerId, ShopId


class Asker(msgspec.Struct, frozen=True, kw_only=True):
    """In which shop, and for whom, a message is read; `name` is the customer's, as far as known."""

    shop_id: ShopId
    customer_id: CustomerId
    name: str | None = None


class Interpreter(Protocol):
    """Reads what customers write."""

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        """What the text says, given what is known and the lines of the chat before it.

        Not understood is a reading too; nothing is raised for it, and none for an outage.
        """
        ...

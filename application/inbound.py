"""What a webhook brings, free of the way in which WhatsApp puts it."""

import msgspec

from domain.conversation import MessageReceived, ReplyProgressed
from domain.customer import Address


class IncomingMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a customer to one of the shops' numbers.

    `moved_to` is the person's new address, where WhatsApp tells that they changed it.
    """

    phone_number_id: str
    address: Address
    name: str | None
    message: MessageReceived
    moved_to: Address | None = None


class IncomingStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How far a message of ours is; `callback` is what was given along with it."""

    phone_number_id: str
    address: Address
    callback: str
    progress: ReplyProgressed

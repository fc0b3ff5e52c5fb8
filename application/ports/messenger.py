"""The shop's voice on WhatsApp, and how WhatsApp says no."""

from datetime import timedelta
from typing import Literal, Protocol

import msgspec

from application.ports.outages import Unavailable
from domain.customer import Address
from domain.reply import Reply
from domain.sending import Refusal


class InDoubt(Unavailable):
    """A message may or may not have been sent: its status may tell, and nobody else."""


class Throttled(Unavailable):
    """WhatsApp had too many messages of the number, or too many of them to this `person`."""

    def __init__(
        self, service: str, whom: Literal["number", "person"], *, retry_after: timedelta | None
    ) -> None:
        super().__init__(service, retry_after=retry_after)
        self.whom = whom


class PerhapsRefused(Unavailable):
    """WhatsApp gave an error that a few further `tries` mend, or none does."""

    def __init__(
        self, service: str, code: int, *, tries: int, retry_after: timedelta | None
    ) -> None:
        super().__init__(service, retry_after=retry_after)
        self.code = code
        self.tries = tries


class SendRefused(Exception):
    """WhatsApp will not take the message as it is.

    `remedy`: send a `template` instead, `suppress` it, `pause` the number until a person mends
    what is wrong with it, `alert` a person about this message, or it is a `bug`.
    """

    def __init__(self, code: int, remedy: Refusal) -> None:
        super().__init__(code)
        self.code = code
        self.remedy = remedy


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A message that Meta approved beforehand: name, language code and the body's values."""

    name: str
    language: str
    values: tuple[str, ...] = ()


class Messenger(Protocol):
    """The shop's voice on WhatsApp."""

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        """Send one message and return the id that WhatsApp gave it.

        `callback` comes back with the message's statuses. Raises `InDoubt` where it may have been
        sent; `Unavailable` and `SendRefused` where it surely was not.
        """
        ...

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        """Mark a message as read, and show that an answer is being typed.

        Raises `Unavailable`, `SendRefused`.
        """
        ...

"""Accepting what WhatsApp brings: stored first, understood later."""

import hashlib
from collections.abc import Collection, Sequence

import msgspec

from application.inbound import IncomingMessage, IncomingStatus
from application.ports import Delivery, Inbox
from domain.identity import identifiers

AT_ONCE = frozenset({"stop", "baja", "start", "alta"})


class AcceptWebhook:
    """Leaves each message and each status in its customer's mailbox."""

    def __init__(self, *, inbox: Inbox, numbers: Collection[str]) -> None:
        self._inbox = inbox
        self._numbers = frozenset(numbers)

    async def __call__(
        self,
        *,
        messages: Sequence[IncomingMessage],
        statuses: Sequence[IncomingStatus],
        unidentified: Sequence[bytes],
    ) -> bool:
        """Store all of it durably, once, and tell whether there was any.

        What is for a number that no shop has is not ours, and dropped. Raises `Unavailable`, after
        which Meta sends it again.
        """
        ours = [one for one in messages if one.phone_number_id in self._numbers]
        progress = [one for one in statuses if one.phone_number_id in self._numbers]
        deliveries = [
            *(_message(one) for one in ours),
            *(_seen(one) for one in ours),
            *(_status(one) for one in progress),
            *(_unidentified(raw) for raw in unidentified),
        ]
        if deliveries:
            await self._inbox.accept(deliveries)
        return bool(deliveries)


def _message(incoming: IncomingMessage) -> Delivery:
    message = incoming.message
    text = message.text.strip().strip(".!").casefold()
    return Delivery(
        queue="inbox",
        once=f"message:{incoming.phone_number_id}:{message.message_id}",
        identifiers=(*identifiers(incoming.address), *_new_identifiers(incoming)),
        body=msgspec.json.encode(incoming),
        settle=message.kind == "text" and text not in AT_ONCE,
    )


def _new_identifiers(incoming: IncomingMessage) -> tuple[str, ...]:
    """The names of an address that the person moved to: from now on they are theirs as well."""
    return identifiers(incoming.moved_to) if incoming.moved_to else ()


def _seen(incoming: IncomingMessage) -> Delivery:
    return Delivery(
        queue="seen",
        once=f"seen:{incoming.phone_number_id}:{incoming.message.message_id}",
        identifiers=identifiers(incoming.address),
        body=msgspec.json.encode(incoming),
    )


def _status(status: IncomingStatus) -> Delivery:
    progress = status.progress
    return Delivery(
        queue="statuses",
        once=f"status:{progress.reply_id}:{progress.status}",
        identifiers=identifiers(status.address),
        body=msgspec.json.encode(status),
    )


def _unidentified(raw: bytes) -> Delivery:
    digest = hashlib.sha256(raw).hexdigest()
    return Delivery(
        queue="unrecognised",
        once=f"unidentified:{digest}",
        identifiers=(f"unidentified:{digest}",),
        body=raw,
    )

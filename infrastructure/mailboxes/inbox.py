"""Webhooks leave what they bring in Redis, before they are answered."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from application.ports import Delivery, Identities
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.mailroom import Argument, RedisMailroom
from infrastructure.mailboxes.seal import LetterSeal

REMEMBERED = timedelta(days=8)  # Meta sends a webhook again for up to 7 days


class RedisInbox:
    """The inbox: one script stores a whole webhook, each delivery once.

    Only fingerprints are kept of names and identifiers; identifiers must come normalised. Where
    none is known, the sender is a new customer; where two are known to be two customers, the
    surer one counts and they stay two.
    """

    def __init__(
        self,
        mailroom: RedisMailroom,
        *,
        seal: LetterSeal,
        fingerprints: Fingerprints,
        identities: Identities,
    ) -> None:
        self._mailroom = mailroom
        self._seal = seal
        self._fingerprints = fingerprints
        self._identities = identities

    async def accept(self, deliveries: Sequence[Delivery]) -> None:
        """Store all of it or nothing; with `appendfsync always` it outlives Redis. See `Inbox`.

        Raises `ValueError` for a delivery without identifiers.
        """
        args = [argument for delivery in deliveries for argument in self._arguments(delivery)]
        if args:
            await self._mailroom.run("accept", *args)

    def _arguments(self, delivery: Delivery) -> Iterator[Argument]:
        if not delivery.identifiers:
            raise ValueError("a delivery names nobody")
        yield self._fingerprints.of("once", delivery.once)
        yield int(REMEMBERED.total_seconds())
        yield delivery.queue
        yield int(delivery.settle)
        yield self._identities.fresh()
        yield self._seal.seal(delivery.queue, delivery.body)
        yield len(delivery.identifiers)
        for identifier in delivery.identifiers:
            yield self._fingerprints.of("identifier", identifier)

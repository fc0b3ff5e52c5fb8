"""Mailboxes of each kind: in a real Redis, in memory, and some that do nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from redis.asyncio import Redis

from application.ports import (
    DeadLetter,
    DeadLetters,
    Delivery,
    Inbox,
    Lease,
    Letter,
    Mailboxes,
    Queue,
    Reason,
    Relay,
)
from infrastructure.identities import RandomIdentities
from infrastructure.mailboxes.dead_letters import RedisDeadLetters
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.inbox import RedisInbox
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom, Settling
from infrastructure.mailboxes.relay import RedisRelay
from infrastructure.mailboxes.seal import LetterSeal
from tests.fakes.mailboxes import InMemoryMailboxes

NEVER = timedelta(hours=1)


class Post(msgspec.Struct, frozen=True, kw_only=True):
    inbox: Inbox
    mailboxes: Mailboxes
    relay: Relay
    dead: DeadLetters

    async def taken(self, queue: Queue = "inbox") -> Lease:
        lease = await self.mailboxes.take(queue, wait=timedelta(seconds=5))
        assert lease is not None
        return lease

    async def at_once(self, queue: Queue = "inbox") -> Lease | None:
        return await self.mailboxes.take(queue, wait=timedelta(0))


class Nothing:
    async def accept(self, deliveries: Sequence[Delivery]) -> None: ...

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:  # noqa: ARG002
        return None

    async def renew(self, lease: Lease) -> bool:  # noqa: ARG002
        return True

    async def done(self, lease: Lease, handled: int) -> bool:  # noqa: ARG002
        return True

    async def postpone(
        self,
        lease: Lease,  # noqa: ARG002
        *,
        by: timedelta,  # noqa: ARG002
        counts: bool = True,  # noqa: ARG002
        reason: Reason | None = None,  # noqa: ARG002
    ) -> bool:
        return True

    async def bury(self, lease: Lease, *, why: str) -> bool:  # noqa: ARG002
        return True

    async def park(self, lease: Lease, *, why: str) -> bool:  # noqa: ARG002
        return True

    async def of(
        self,
        queue: Queue,  # noqa: ARG002
        *,
        since: datetime | None = None,  # noqa: ARG002
        before: str | None = None,  # noqa: ARG002
        most: int = 100,  # noqa: ARG002
    ) -> tuple[DeadLetter, ...]:
        return ()

    async def counts(self) -> Mapping[Queue, int]:
        return {}

    async def find(self, queue: Queue, letter_id: str) -> DeadLetter | None:  # noqa: ARG002
        return None

    async def resend(self, queue: Queue, letter_id: str) -> bool:  # noqa: ARG002
        return True

    async def drop(self, queue: Queue, letter_id: str) -> bool:  # noqa: ARG002
        return True

    async def position(self) -> int:
        return 0

    async def deliver(self, letters: Sequence[Letter], *, seen: int, upto: int) -> bool:  # noqa: ARG002
        return True


OpenPost = Callable[..., Post]


def redis_post(
    client: Redis, *, settling: Settling | None = None, lease: timedelta = NEVER
) -> Post:
    mailroom = RedisMailroom(client, settling=settling)
    seal = LetterSeal(bytes(32))
    return Post(
        inbox=RedisInbox(
            mailroom,
            seal=seal,
            fingerprints=Fingerprints(bytes(32)),
            identities=RandomIdentities(),
        ),
        mailboxes=RedisMailboxes(mailroom, seal=seal, lease=lease),
        relay=RedisRelay(mailroom, seal=seal),
        dead=RedisDeadLetters(mailroom, seal=seal),
    )


def memory_post(*, settling: Settling | None = None, lease: timedelta = NEVER) -> Post:
    all_four = InMemoryMailboxes(RandomIdentities(), settling=settling, lease=lease)
    return Post(inbox=all_four, mailboxes=all_four, relay=all_four, dead=all_four)


def nothing_post(**_: object) -> Post:
    nothing = Nothing()
    return Post(inbox=nothing, mailboxes=nothing, relay=nothing, dead=nothing)

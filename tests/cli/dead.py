"""A Redis with a dead letter of every kind, beside the log of `tests.cli.recorded`."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
from redis.asyncio import Redis

from application.inbound import IncomingMessage, IncomingStatus
from application.ports import Append, Delivery, Lease, Letter, NumberPaused, Queue, Stamp
from domain.conversation import MessageReceived, PersonCalled, ReplyComposed, ReplyProgressed
from domain.customer import Address
from domain.reply import Reply
from infrastructure.event_store.key_vault import derive
from infrastructure.identities import RandomIdentities
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.inbox import RedisInbox
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.mailboxes.relay import RedisRelay
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.outbox.departures import RedisDepartures
from infrastructure.redis.clients import connect_async
from tests.cli.recorded import MORNING, settings_of
from tests.persistence.opened_log import opened_log

T = TypeVar("T")

PHONE, WORDS, NAME = "15550109009", "a very private haircut", "Ximena"
ADDRESS = Address(wa_id=PHONE)
AT_ONCE = timedelta(seconds=2)


def record_a_talk(folder: Path, url: str) -> None:
    """Positions 8 and 9: a reply of `talk`, and a person who is called to it."""
    reply = ReplyComposed(reply_id="talk.0", address=ADDRESS, reply=Reply(body=WORDS))
    called = PersonCalled(why="asked", at=MORNING)
    append = Append(stream="conversation:talk", expected=1, events=(reply, called))
    stamp = Stamp(at=MORNING, actor="bot", cause="turn:2", correlation="2")
    with opened_log(url, settings_of(folder).master_key) as log:
        asyncio.run(log.append([append], stamp))


class Mail:
    """The mailboxes of a service, as its parts use them."""

    def __init__(self, client: Redis, folder: Path) -> None:
        mailroom = RedisMailroom(client)
        key = settings_of(folder).master_key
        seal = LetterSeal(derive(key, b"letters"))
        prints = Fingerprints(derive(key, b"fingerprints"))
        self.mailboxes = RedisMailboxes(mailroom, seal=seal)
        self.relay = RedisRelay(mailroom, seal=seal)
        self.inbox = RedisInbox(
            mailroom, seal=seal, fingerprints=prints, identities=RandomIdentities()
        )

    async def taken(self, queue: Queue) -> Lease:
        lease = await self.mailboxes.take(queue, wait=AT_ONCE)
        assert lease is not None
        return lease

    async def bury(self, queue: Queue, why: str) -> None:
        await self.mailboxes.bury(await self.taken(queue), why=why)

    async def park(self, why: str = "fault:ZeroDivisionError") -> str:
        """Park the conversation that there is to take, and tell whose it is."""
        lease = await self.taken("inbox")
        await self.mailboxes.park(lease, why=why)
        return lease.key


def with_mail(folder: Path, url: str, act: Callable[[Mail], Awaitable[T]]) -> T:
    """Do something with the mailboxes."""

    async def run() -> T:
        async with connect_async(url) as client:
            return await act(Mail(client, folder))

    return asyncio.run(run())


def texted(*words: str) -> list[Delivery]:
    """Texts of one customer."""
    return [_delivery("inbox", one, _message(one)) for one in words]


async def all_kinds(mail: Mail) -> None:
    """The calendar's first, then the outbox's, the inbox's, a status, and one without a sender."""
    errands: list[Letter] = [
        Letter(queue="calendar", key="appointment:0123456789abcdef", body=b'{"position":4}'),
        Letter(queue="outbox", key="conversation:talk", body=b'{"position":8}'),
        Letter(queue="outbox", key="conversation:talk:shop", body=b'{"position":9}'),
    ]
    await mail.relay.deliver(errands, seen=0, upto=1)
    await mail.bury("calendar", "refused:notFound")
    await mail.bury("outbox", "refused:131031")
    await mail.bury("outbox", "unavailable:whatsapp")
    await mail.inbox.accept(texted(WORDS))
    await mail.park()
    progress = ReplyProgressed(reply_id="talk.0", status="read")
    status = IncomingStatus(
        phone_number_id="1", address=ADDRESS, callback="talk.0", progress=progress
    )
    await mail.inbox.accept([_delivery("statuses", "s", status)])
    await mail.bury("statuses", "fault:KeyError")
    nobody = Delivery(
        queue="unrecognised", once="u", identifiers=("u",), body=b'{"type":"text","text":"hi you"}'
    )
    await mail.inbox.accept([nobody])


def paused(url: str, code: int) -> None:
    """Pause the number 1, as a worker does."""

    async def pause() -> None:
        async with connect_async(url) as client:
            departures = RedisDepartures(client, identities=RandomIdentities())
            await departures.pause("1", code, name="r-0")

    asyncio.run(pause())


def tries(url: str, number: str) -> bool:
    """Whether a message of that number would set out now."""

    async def leave() -> bool:
        async with connect_async(url) as client:
            departures = RedisDepartures(client, identities=RandomIdentities())
            try:
                await departures.leave("r-1", number=number, per_second=80, person="p")
            except NumberPaused:
                return False
            return True

    return asyncio.run(leave())


async def an_error(mail: Mail) -> None:
    """An error that WhatsApp told without naming a message."""
    told = b'{"errors":[{"code":131052,"title":"no"}],"metadata":{"phone_number_id":"1"}}'
    await mail.inbox.accept(
        [Delivery(queue="unrecognised", once="e", identifiers=("e",), body=told)]
    )


def _message(words: str) -> IncomingMessage:
    return IncomingMessage(
        phone_number_id="105000000000002",
        address=ADDRESS,
        name=NAME,
        message=MessageReceived(
            message_id=f"wamid.{words}", kind="text", sent_at=MORNING, text=words
        ),
    )


def _delivery(queue: Queue, once: str, body: msgspec.Struct) -> Delivery:
    return Delivery(
        queue=queue,
        once=f"{queue}:{once}",
        identifiers=(f"phone:{PHONE}",),
        body=msgspec.json.encode(body),
    )

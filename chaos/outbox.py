"""Send thousands of replies to a WhatsApp that fails: `python -m chaos.outbox --messages 10000`.

Time is virtual. Exits 1 where a promise was broken: a limit of Meta's exceeded, a reply lost, sent
twice, or out of its customer's order.
"""

import asyncio
import contextlib
import heapq
import logging
import random
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import msgspec

from application.composing_outgoing import ComposeOutgoing
from application.dispatch import Dispatch
from application.effects import errand
from application.inbound import IncomingStatus
from application.ports import Append, Departures, Lease, Stamp
from application.record_progress import RecordProgress
from application.recording import Recording
from application.relay_effects import RelayEffects
from application.send_message import SendMessage
from chaos.memory_log import MemoryLog
from chaos.outbox_promises import broken
from chaos.strict_whatsapp import Killed, StrictWhatsApp, Told
from chaos.virtual_clock import VirtualClock
from domain import conversation, customer
from domain.conversation import (
    ConversationStarted,
    MessageReceived,
    ReplyComposed,
    ReplyProgressed,
)
from domain.customer import Address, CustomerMet
from domain.identifiers import ConversationId, CustomerId
from domain.reply import Reply
from domain.shop import Shop
from entrypoints.handling import Handling
from entrypoints.heartbeat import Heartbeat
from infrastructure.identities import RandomIdentities
from infrastructure.redis.clients import connect_async
from infrastructure.shop_files.files import load_shops
from infrastructure.whatsapp.errors import remedy_afterwards
from tests.fakes.departures import InMemoryDepartures
from tests.fakes.mailboxes import InMemoryMailboxes

SHOPS = Path(__file__).resolve().parents[1] / "shops"
START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
STAMP = Stamp(at=START, actor="bot", cause="chaos", correlation="chaos")
RATE = 50.0  # replies a second, of the 60 that the number's bucket lets out for long
CHATTY, OFTEN = 20, 10  # every so many-th customer gets so many times as many replies
REPLIES = 8  # of the others
NOW = timedelta(0)


OpenDepartures = Callable[[Callable[[], float]], Departures]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was sent, how it failed, and what was broken."""

    replies: int
    accepted: int
    listed: int
    seconds: float  # virtual
    failures: Mapping[str, int]
    breaches: tuple[str, ...]


class OutboxRun:
    """The real sender, its queue and its pace, on a virtual clock."""

    def __init__(
        self, *, messages: int, seed: int, faults: int, departures: OpenDepartures
    ) -> None:
        self._random = random.Random(seed)  # noqa: S311 - chance
        self._clock = VirtualClock(START)
        self._shop: Shop = load_shops(SHOPS)[0]
        self._log = MemoryLog()
        self._later: list[tuple[float, int, Told | ReplyComposed]] = []
        identities = RandomIdentities()
        self._mailboxes = InMemoryMailboxes(identities, seconds=lambda: self._clock.seconds)
        shops: dict[str, Shop] = {self._shop.id: self._shop}
        self._whatsapp = StrictWhatsApp(
            self._clock,
            self._random,
            per_second=self._shop.policies.messages_per_second,
            faults=faults,
            tell=lambda told: self._put_later(told.after, told),
        )
        noted = departures(lambda: self._clock.seconds)
        self._send = SendMessage(
            store=self._log,
            departures=noted,
            dispatch=Dispatch(
                store=self._log,
                messenger=self._whatsapp,
                departures=noted,
                compose=ComposeOutgoing(store=self._log, clock=self._clock, shops=shops),
                recording=Recording(store=self._log, clock=self._clock, actor="sender"),
                shops=shops,
            ),
        )
        self._progress = RecordProgress(
            Recording(store=self._log, clock=self._clock, actor="whatsapp"), departures=noted
        )
        self._relay = RelayEffects(store=self._log, relay=self._mailboxes)
        self._replies: list[str] = []
        self._plan(messages)

    async def __call__(self) -> Outcome:
        """Send all of it, until nothing moves any more."""
        random.seed(self._random.random())  # the handling's jitter is of the same chance
        client = connect_async("unix:///nowhere")
        handling = Handling(self._mailboxes, heartbeat=Heartbeat(client), apologies={})
        for chat in {name.rpartition(".")[0] for name in self._replies}:
            await self._meet(chat)
        while await self._step(handling):
            pass
        await client.aclose()
        return await self._judged()

    def _plan(self, messages: int) -> None:
        """Who gets a reply when: most a few, some far more than their pace allows."""
        number = 0
        while len(self._replies) < messages:
            chat = f"chat{number:05}"
            many = REPLIES * (OFTEN if number % CHATTY == 0 else 1)
            self._replies += [f"{chat}.{n}" for n in range(many)][: messages - len(self._replies)]
            number += 1
        for place, name in enumerate(self._replies):
            composed = ReplyComposed(
                reply_id=name, address=_address(name.rpartition(".")[0]), reply=Reply(body=name)
            )
            self._put_later(place / RATE, composed)

    def _put_later(self, after: float, what: Told | ReplyComposed) -> None:
        entry = (self._clock.seconds + after, len(self._later) + self._random.random(), what)
        heapq.heappush(self._later, entry)  # type: ignore[misc]

    async def _step(self, handling: Handling) -> bool:
        """Do what is due now, or go on to what is due next; `False` where nothing ever is."""
        while self._later and self._later[0][0] <= self._clock.seconds:
            await self._happen(heapq.heappop(self._later)[2])
        while await self._relay(wait=NOW):
            pass
        lease = await self._mailboxes.take("outbox", wait=NOW)
        if lease is None:
            ahead = self._later[0][0] if self._later else float("inf")
            following = min(ahead, self._mailboxes.due("outbox"))
            self._clock.forward_to(following if following < float("inf") else 0)
            return following < float("inf")
        with contextlib.suppress(Killed):  # the mailbox then comes to another after a while
            await handling(lease, self._handle)
        return True

    async def _handle(self, lease: Lease) -> int:
        position = errand(lease.letters[0]).position
        await self._send(
            position, taken=lease.deliveries, outages=lease.outages, doubts=lease.doubts
        )
        return 1

    async def _happen(self, what: Told | ReplyComposed) -> None:
        if isinstance(what, ReplyComposed):
            chat = ConversationId(what.reply_id.rpartition(".")[0])
            await self._add(conversation.stream(chat), what)
            return
        remedy = remedy_afterwards(what.code) if what.status == "failed" else None
        progress = ReplyProgressed(
            reply_id=what.name, status=what.status, code=what.code, remedy=remedy
        )
        await self._progress(
            IncomingStatus(
                phone_number_id=self._shop.phone_number_id,
                address=_address(what.name.rpartition(".")[0]),
                callback=what.name,
                progress=progress,
            )
        )

    async def _meet(self, chat: str) -> None:
        person, conversation_id = CustomerId(f"of-{chat}"), ConversationId(chat)
        met = CustomerMet(customer_id=person, address=_address(chat), name=None)
        await self._add(customer.stream(person), met)
        started = ConversationStarted(
            conversation_id=conversation_id,
            customer_id=person,
            shop_id=self._shop.id,
            language="en",
            language_settled=True,
        )
        heard = MessageReceived(message_id="m", kind="text", sent_at=START, text="hi")
        await self._add(conversation.stream(conversation_id), started, heard)

    async def _add(
        self,
        stream: str,
        *events: CustomerMet | ConversationStarted | MessageReceived | ReplyComposed,
    ) -> None:
        (history,) = await self._log.load([stream])
        await self._log.append([Append(stream=stream, expected=len(history), events=events)], STAMP)

    async def _judged(self) -> Outcome:
        dead = await self._mailboxes.of("outbox", most=len(self._replies) * 9)
        places = {errand(letter.body).position for letter in dead}
        log = await self._log.after(0, limit=sys.maxsize)
        accepted = self._whatsapp.accepted
        return Outcome(
            replies=len(self._replies),
            accepted=len(accepted),
            listed=len(dead),
            seconds=self._clock.seconds,
            failures=self._whatsapp.failures,
            breaches=(*self._whatsapp.breaches, *broken(self._replies, accepted, log, places)),
        )


def _address(chat: str) -> Address:
    return Address(wa_id=f"1555{chat.removeprefix('chat'):0>7}")


def in_memory(seconds: Callable[[], float]) -> Departures:
    """The departures that are held to the contract of those in Redis."""
    return InMemoryDepartures(RandomIdentities(), seconds=seconds)


def send_all(
    *, messages: int, seed: int = 0, faults: int = 20, departures: OpenDepartures = in_memory
) -> Outcome:
    """Send so many replies, of which so many in a hundred go wrong somehow."""
    run = OutboxRun(messages=messages, seed=seed, faults=faults, departures=departures)
    return asyncio.run(run())


@click.command()
@click.option("--messages", type=click.IntRange(1), default=10_000, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Another course of chance.")
@click.option("--faults", type=click.IntRange(0, 90), default=20, show_default=True, help="In 100.")
def main(*, messages: int, seed: int, faults: int) -> None:
    """Send replies to a WhatsApp that fails, and tell whether a promise was broken."""
    logging.getLogger("barbershop").setLevel(logging.CRITICAL)  # it has every reason to complain
    found = send_all(messages=messages, seed=seed, faults=faults)
    click.echo(
        f"{found.replies} replies, {found.accepted} messages taken, {found.listed} dead letters, "
        f"{found.seconds / 60:.0f} virtual minutes, {sum(found.failures.values())} failures of "
        f"{len(found.failures)} kinds, {len(found.breaches)} breaches"
    )
    for one in found.breaches[:100]:
        click.echo(one, err=True)
    sys.exit(1 if found.breaches else 0)


if __name__ == "__main__":
    main()

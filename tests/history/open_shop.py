"""The demo shop over a real Redis: its use cases, its clock, and what it sent and entered."""

from datetime import timedelta
from pathlib import Path

from dependency_injector import providers

from application.accept_webhook import AcceptWebhook
from application.inbound import IncomingMessage, IncomingStatus
from application.ports import Lease, Queue, Recorded
from domain.conversation import MessageReceived, ReplyComposed, ReplyProgressed
from domain.customer import Address
from domain.identifiers import CustomerId
from entrypoints.container import Container
from entrypoints.handlers import Handlers
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.redis.clients import connect
from tests.application.counter import NOW
from tests.fakes.calendar import InMemoryCalendar
from tests.fakes.clock import StandingClock
from tests.fakes.messenger import InMemoryMessenger
from tests.service.parts import settings_of

AT_ONCE = timedelta(0)


class OpenShop:
    """One process of a shop's service; what it does is asked of it step by step."""

    def __init__(self, folder: Path, redis_url: str) -> None:
        self.settings = settings_of(folder)
        self.clock = StandingClock(NOW)
        (demo,) = self.settings.shops
        self.demo = demo
        self.messenger = InMemoryMessenger(self.clock, numbers=(demo.phone_number_id,))
        self.calendar = InMemoryCalendar([one.calendar_id for one in demo.barbers])
        self.container = Container(settings=self.settings, redis_url=redis_url)
        self.container.clock.override(providers.Object(self.clock))
        self.container.messenger.override(providers.Object(self.messenger))
        self.container.calendar.override(providers.Object(self.calendar))
        self.client = connect(redis_url)
        self.vault = RedisKeyVault(self.client, self.settings.master_key)
        self._messages = 0
        self._handlers = Handlers(
            answer_messages=self.container.answer_messages(),
            mark_seen=self.container.mark_seen(),
            record_progress=self.container.record_progress(),
            send_message=self.container.send_message(),
            update_calendar=self.container.update_calendar(),
        ).by_queue()
        self._accept = AcceptWebhook(inbox=self.container.inbox(), numbers=[demo.phone_number_id])

    async def close(self) -> None:
        store = self.container.event_store()
        assert isinstance(store, RecordedEventStore)
        store.close()
        self.client.close()
        self.container.redis_client().close()
        await self.container.redis_async().aclose()

    def text(self, who: str, words: str) -> IncomingMessage:
        """A text of that customer, sent just now."""
        self._messages += 1
        return IncomingMessage(
            phone_number_id=self.demo.phone_number_id,
            address=_address(who),
            name=who,
            message=MessageReceived(
                message_id=f"wamid.{who}{self._messages}",
                kind="text",
                sent_at=self.clock.now(),
                text=words,
            ),
        )

    async def says(self, who: str, words: str) -> None:
        """The customer writes and is answered; the answer is not sent yet."""
        await self.answer(who, self.text(who, words))

    async def answer(self, who: str, incoming: IncomingMessage) -> None:
        self.messenger.hear(self.demo.phone_number_id, incoming.address)
        await self.container.answer_messages()(CustomerId(who), [incoming])

    async def relay(self) -> None:
        """The relay follows the log to its end."""
        while await self.container.relay_effects()(wait=AT_ONCE):
            pass

    async def work(self) -> None:
        """Relay, and handle every letter that is due."""
        await self.relay()
        queues: tuple[Queue, ...] = ("inbox", "statuses", "outbox", "calendar")
        for queue in queues:
            while await self._handle(queue):
                await self.relay()

    async def _handle(self, queue: Queue) -> bool:
        lease = await self.taken_at_once(queue)
        if lease is None:
            return False
        return await self.container.mailboxes().done(lease, await self._handlers[queue](lease))

    async def receive(self, who: str, words: str) -> IncomingMessage:
        """A webhook brings a text, which waits in the inbox."""
        incoming = self.text(who, words)
        await self.accept(incoming)
        return incoming

    async def accept(self, incoming: IncomingMessage) -> None:
        """The webhook of that message comes, for the first time or again."""
        self.messenger.hear(self.demo.phone_number_id, incoming.address)
        await self._accept(messages=[incoming], statuses=[], unidentified=[])

    async def taken_at_once(self, queue: Queue) -> Lease | None:
        return await self.container.mailboxes().take(queue, wait=AT_ONCE)

    async def taken(self, queue: Queue) -> Lease:
        lease = await self.taken_at_once(queue)
        assert lease is not None
        return lease

    async def progressed(self, reply_id: str, who: str) -> None:
        """WhatsApp tells that a reply was read."""
        progress = ReplyProgressed(reply_id=reply_id, status="read")
        await self.container.record_progress()(
            IncomingStatus(
                phone_number_id=self.demo.phone_number_id,
                address=_address(who),
                callback=reply_id,
                progress=progress,
            )
        )

    async def log(self) -> tuple[Recorded, ...]:
        return await self.container.event_store().after(0, limit=10_000)

    async def replies(self) -> list[tuple[str, ReplyComposed]]:
        """Each reply with the name of its conversation's stream."""
        return [
            (one.stream, one.event)
            for one in await self.log()
            if isinstance(one.event, ReplyComposed)
        ]


def _address(who: str) -> Address:
    return Address(wa_id=f"1555{sum(who.encode()):07d}")

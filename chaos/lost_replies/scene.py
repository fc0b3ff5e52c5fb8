"""A short day at the shop that asks of Redis all that a service asks of it."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar, cast

import redis
from dependency_injector import providers

from application.fallback_interpreter import RuleInterpreter
from application.ports import (
    Asker,
    Bookmark,
    CalendarRounds,
    DeadLetters,
    Departures,
    Lease,
    Queue,
    SendRefused,
    Unavailable,
)
from chaos.lost_replies.facts import facts_of
from chaos.own_redis import whole_log
from chaos.posting import accepted, progressed, written
from chaos.races.wishes import NOW, SHOP
from chaos.stepped_worker import stepped
from domain.customer import Address
from domain.identifiers import CustomerId
from entrypoints.container import Container
from entrypoints.serving import closing
from entrypoints.settings import Settings
from infrastructure.mailboxes.dead_letters import RedisDeadLetters
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.fakes.calendar import InMemoryCalendar
from tests.fakes.clock import StandingClock
from tests.fakes.messenger import InMemoryMessenger

T = TypeVar("T")

ANA, LEO, EVA = "15550100111", "15550100122", "15550100133"
OTHER_NUMBER = "105000000000003"
CALENDARS = tuple(one.calendar_id for one in SHOP.barbers)
BOOKMARK = Bookmark(token="t", first=NOW.date(), read_at=NOW)  # noqa: S106 - none of a person
LEASE = timedelta(milliseconds=300)
WAIT = timedelta(seconds=1)
POLL = 0.03  # seconds
PATIENCE = 60.0  # seconds, on a machine that does other things as well


class NeverEnds(Exception):
    """Something waits, and nobody takes it; the message says where."""


class Scene:
    """The service over the Redis at `url`, with WhatsApp and Google in memory.

    Whoever calls Redis tries again where it is unavailable, as Meta, the worker and staff do.
    `behind` is a client of the same Redis that nothing happens to.
    """

    def __init__(self, settings: Settings, url: str, behind: redis.Redis) -> None:
        clock = StandingClock(NOW)
        self._settings = settings
        self._behind = behind
        self._recorder = RedisApplicationRecorder(behind)
        self._messenger = InMemoryMessenger(clock, numbers=(SHOP.phone_number_id,))
        self._calendar = InMemoryCalendar([one.calendar_id for one in SHOP.barbers])
        self._container = Container(settings=settings, redis_url=url)
        self._container.clock.override(providers.Object(clock))
        self._container.messenger.override(providers.Object(self._messenger))
        self._container.calendar.override(providers.Object(self._calendar))
        self._container.interpreter.override(providers.Object(RuleInterpreter()))
        mailroom: RedisMailroom = self._container.mailroom()
        seal = self._container.seal()
        self._mailboxes = RedisMailboxes(mailroom, seal=seal, lease=LEASE)
        self._container.mailboxes.override(providers.Object(self._mailboxes))
        self._dead: DeadLetters = RedisDeadLetters(mailroom, seal=seal)
        self._worker = stepped(self._container)
        self._posted = 0
        self._told = 0
        self._noted: Counter[str] = Counter()

    async def play(self) -> Counter[str]:
        """The whole day, and what came of it: how often each thing happened."""
        async with closing(self._container):
            try:
                async with asyncio.timeout(PATIENCE):
                    return await self._play()
            except TimeoutError as error:
                waiting = ", ".join(sorted(filter(None, self._waiting())))
                raise NeverEnds(f"letters wait for ever: {waiting}") from error

    async def _play(self) -> Counter[str]:
        await _insist(self._worker.begin)
        await self._book()
        await self._be_told_of_progress()
        await self._wait_for_whatsapp()
        await self._bury_and_resend()
        await self._park_and_drop()
        await self._pause_a_number()
        await self._ask_for_quota()
        await self._ask_the_model()
        await self._follow_a_calendar()
        return await self._facts()

    async def _book(self) -> None:
        """A booking, whose reply goes out at once: somebody waits for it."""
        waiting = asyncio.create_task(_insist(lambda: self._worker.take("outbox", wait=WAIT)))
        await self._say(ANA, "Book haircut tomorrow at 2pm")
        await self._settle(leave="outbox")
        await waiting
        await self._settle()

    async def _be_told_of_progress(self) -> None:
        for sent in tuple(self._messenger.sent):
            for status in ("delivered", "read"):
                await self._post(progressed("wamid.1", ANA, status=status, callback=sent.callback))
        await self._settle()

    async def _tell_of_sent(self) -> None:
        """Statuses settle what was sent and could not be noted; they come soon, and once."""
        fresh = self._messenger.sent[self._told :]
        self._told += len(fresh)
        for sent in fresh:
            status = progressed("wamid.1", ANA, status="sent", callback=sent.callback)
            await self._post(status)

    async def _wait_for_whatsapp(self) -> None:
        await self._say(LEO, "What time do you open?")
        await self._settle(leave="outbox")
        self._messenger.will(Unavailable("whatsapp"))
        await self._settle()

    async def _bury_and_resend(self) -> None:
        await self._say(LEO, "Book shave with Luis on November 25 at 3:00 pm")
        await self._settle(leave="outbox")
        self._messenger.will(SendRefused(100, "bug"))
        await self._settle()
        for letter in await _insist(lambda: self._dead.of("outbox")):
            await _insist(lambda dead=letter.id: self._dead.resend("outbox", dead))  # type: ignore[misc]
        await self._settle()

    async def _park_and_drop(self) -> None:
        await self._say(EVA, "hello")
        lease = await _insist(self._taken)
        await _insist(lambda: self._mailboxes.park(lease, why="chaos"))
        for letter in await _insist(lambda: self._dead.of("inbox")):
            await _insist(lambda dead=letter.id: self._dead.drop("inbox", dead))  # type: ignore[misc]
        await self._say(EVA, "What time do you close?")
        await self._settle()

    async def _pause_a_number(self) -> None:
        departures: Departures = self._container.departures()
        await _insist(lambda: departures.pause(OTHER_NUMBER, 190, name="nobody.0"))
        self._noted["paused numbers"] = len(await _insist(departures.paused))
        second = timedelta(seconds=1)
        await _insist(lambda: departures.hold(OTHER_NUMBER, per_second=80, person=None, by=second))

    async def _ask_for_quota(self) -> None:
        """A token that is lost with the reply makes the limit hold the sooner, and nothing else."""
        quota = self._container.google_quota()
        self._noted["tokens"] = (await _insist(lambda: asyncio.to_thread(quota.take))) is None

    async def _ask_the_model(self) -> None:
        """A grant that is lost is a question less; what was answered or failed counts once."""
        gate = self._container.model_gate()
        asker = Asker(shop_id=SHOP.id, customer_id=CustomerId("ana"), name=None)
        await gate.enter(b"what?", asker=asker, day=NOW.date())
        await gate.answered(b"what?", b"that")
        await gate.failed()
        circuit = self._behind.get("{barbershop:0}:model:circuit") or b"0"
        self._noted["model failures"] = int(cast("bytes", circuit).split()[0])
        known = cast("list[bytes]", self._behind.keys("{barbershop:0}:model:known:*"))
        self._noted["answers of the model"] = len(known)

    async def _follow_a_calendar(self) -> None:
        """Take a calendar and note how far it was followed; if it was lost, take another."""
        rounds: CalendarRounds = self._container.calendar_rounds()
        await _insist(lambda: rounds.enrol(CALENDARS))
        taken = None
        while taken is None:
            taken = await _insist(rounds.take)
        given = taken
        await _insist(lambda: rounds.keep(given, BOOKMARK))
        await _insist(lambda: rounds.end(given, again=WAIT))
        kept = [await rounds.bookmark(one) for one in CALENDARS]
        self._noted["bookmarks"] = kept.count(BOOKMARK)

    async def _taken(self) -> Lease:
        lease = await self._mailboxes.take("inbox", wait=WAIT)
        if lease is None:
            raise Unavailable("mailbox")
        return lease

    async def _say(self, wa_id: str, words: str) -> None:
        self._messenger.hear(SHOP.phone_number_id, Address(wa_id=wa_id))
        self._posted += 1
        await self._post(written(f"wamid.{self._posted}", wa_id, words))

    async def _post(self, body: bytes) -> None:
        async def post() -> None:
            if not await accepted(self._container.webhook(), body):
                raise Unavailable("webhook")

        await _insist(post)

    async def _settle(self, *, leave: Queue | None = None) -> None:
        """Work until nothing lies anywhere, but in the queue that is left to somebody else."""
        while queues := self._waiting() - {leave}:
            await self._tell_of_sent()
            with contextlib.suppress(Unavailable):
                await self._round([one for one in self._worker.queues if one in queues])
            await asyncio.sleep(POLL)

    async def _round(self, queues: list[Queue]) -> None:
        while await self._worker.relay():
            pass
        for queue in queues:
            await self._worker.take(queue)

    def _waiting(self) -> set[str | None]:
        """The queues in which letters lie, and `relay` where the log is not followed yet."""
        names = cast("list[bytes]", self._behind.keys("{barbershop:0}:mail:*"))
        waiting: set[str | None] = {name.decode().split(":")[3] for name in names}
        head = self._recorder.max_notification_id() or 0
        followed = int(self._behind.get("{barbershop:0}:relay") or 0)
        return waiting | ({"relay"} if followed < head else set())

    async def _facts(self) -> Counter[str]:
        url = self._container.redis_url()
        key = self._settings.master_key
        log = await _insist(lambda: asyncio.to_thread(whole_log, url, key))
        facts = facts_of(log)
        facts.update(f"sent to {one.to.wa_id}" for one in self._messenger.sent)
        facts["calendar entries"] = len(self._calendar.entries)
        facts += self._noted
        for queue in self._worker.queues:
            dead = await _insist(lambda one=queue: self._dead.of(one))  # type: ignore[misc]
            facts[f"dead letters of {queue}"] = len(dead)
        return facts


async def _insist(call: Callable[[], Awaitable[T]]) -> T:
    while True:
        try:
            return await call()
        except Unavailable:
            await asyncio.sleep(POLL)

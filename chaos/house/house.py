"""The house: the container's own parts over ports in memory, and time that passes when told."""

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from datetime import timedelta
from random import Random

from dependency_injector import providers

from application.fallback_interpreter import RuleInterpreter
from application.ports import Append, Conflict, EventStore, Messenger, Recorded, Stamp, Unavailable
from chaos.house.hazard import Crash, Hazard, hazardous
from chaos.house.identities import OccasionalIdentities, begin, begin_again
from chaos.house.post_office import PostOffice
from chaos.memory_log import MemoryLog
from chaos.posting import accepted
from chaos.races.wishes import NOW, SHOP
from chaos.stepped_worker import stepped
from entrypoints.container import Container
from entrypoints.settings import Settings
from tests.fakes.calendar import InMemoryCalendar
from tests.fakes.clock import StandingClock
from tests.fakes.departures import InMemoryDepartures
from tests.fakes.identities import CountedIdentities

NOWHERE = "redis://127.0.0.1:9/0"  # nothing of the house asks a Redis


class House:
    """A shop with one worker, which speaks through `messenger`; `often` a wait ends in a crash."""

    def __init__(
        self, settings: Settings, messenger: Messenger, *, seed: str, often: float
    ) -> None:
        self.random = Random(seed)  # noqa: S311 - chance, not a secret
        self.hazard = Hazard(self.random, often=often)
        self.clock = StandingClock(NOW)
        self.log = MemoryLog()
        self.calendar = InMemoryCalendar([one.calendar_id for one in SHOP.barbers])
        self.seconds = 0.0
        identities = OccasionalIdentities()
        self.post_office = PostOffice(identities, lambda: self.seconds)
        container = Container(settings=settings, redis_url=NOWHERE)
        post_office = providers.Object(hazardous(self.post_office, self.hazard))
        container.mailboxes.override(post_office)
        container.inbox.override(post_office)
        container.relay.override(post_office)
        store: EventStore = hazardous(SameNames(self.log), self.hazard)
        container.event_store.override(providers.Object(store))
        departures = InMemoryDepartures(CountedIdentities(), seconds=lambda: self.seconds)
        container.departures.override(providers.Object(hazardous(departures, self.hazard)))
        container.paused_numbers.override(providers.Object(NonePaused()))
        container.messenger.override(providers.Object(hazardous(messenger, self.hazard)))
        container.calendar.override(providers.Object(hazardous(self.calendar, self.hazard)))
        container.clock.override(providers.Object(self.clock))
        container.identities.override(providers.Object(identities))
        container.interpreter.override(providers.Object(RuleInterpreter()))
        self._webhook = container.webhook()
        self._worker = stepped(container)

    async def open(self) -> None:
        """Do what a worker does first."""
        begin("opening")
        while not any(await self._together([self._begun()])):
            pass

    async def _begun(self) -> bool:
        await self._worker.begin()
        return True

    async def post(self, webhooks: Iterable[bytes]) -> list[bytes]:
        """Post them side by side; those that were not acknowledged, to be posted again."""
        posted = list(webhooks)
        answers = await self._together([accepted(self._webhook, one) for one in posted])
        return [one for one, answer in zip(posted, answers, strict=True) if not answer]

    async def work(self) -> bool:
        """Take a mailbox of each queue, and follow the log, side by side; whether there was any."""
        queues = list(self._worker.queues)
        self.random.shuffle(queues)
        jobs = [self._worker.take(queue) for queue in (*queues, "inbox", "statuses")]
        return any(await self._together([*jobs, self._worker.relay()]))

    def pass_time(self, seconds: float) -> None:
        """Let the machine's time pass, for leases and pauses; the shop's clock is its own."""
        self.seconds += seconds

    async def resend(self) -> int:
        """Send again, as staff does, what was given up; how many letters that were."""
        count = 0
        for queue in self._worker.queues:
            for letter in await self.post_office.of(queue):
                count += await self.post_office.resend(queue, letter.id)
        return count

    async def quiet(self) -> bool:
        """Whether nothing is left to do."""
        followed = await self.post_office.position()
        return self.post_office.empty and followed == len(self.log.recorded)

    async def _together(self, jobs: Sequence[Coroutine[None, None, object]]) -> list[bool]:
        return await asyncio.gather(*(_survived(one) for one in jobs))


class NonePaused:
    """The paused numbers of a service that has just been set up."""

    async def resume(self) -> tuple[str, ...]:
        """As `PausedNumbers` says."""
        return ()


class SameNames:
    """The log; where a decision has to be made again, it gives the same names again."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        """As the port says."""
        return await self._log.load(streams)

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        """As the port says."""
        try:
            return await self._log.append(appends, stamp)
        except Conflict:
            begin_again()
            raise

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        """As the port says."""
        return await self._log.after(position, limit=limit, wait=wait)

    async def at(self, position: int) -> Recorded:
        """As the port says."""
        return await self._log.at(position)


async def _survived(job: Coroutine[None, None, object]) -> bool:
    """What it answered; nothing where its process crashed, or something was away."""
    try:
        return bool(await job)
    except (Crash, Unavailable):
        return False

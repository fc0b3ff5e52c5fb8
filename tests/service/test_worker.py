"""What becomes of a mailbox: done with, given back for later, parked, or its first letter buried."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from application.known_shop import NoSuchShop
from application.ports import (
    CalendarRefused,
    DoubtRemains,
    Held,
    InDoubt,
    Lease,
    NewerEvent,
    NumberPaused,
    PerhapsRefused,
    Queue,
    Reason,
    Recorded,
    SendRefused,
    Throttled,
    Unavailable,
    Wait,
)
from application.relay_effects import RelayEffects
from entrypoints.handling import FAULTS, GIVEN_UP_AFTER, LOSSES, Apology, Handler
from entrypoints.heartbeat import Heartbeat
from entrypoints.worker import CONSUMERS, Worker
from infrastructure.redis.clients import connect_async
from tests.application.counter import Counter
from tests.fakes.identities import CountedIdentities
from tests.fakes.mailboxes import InMemoryMailboxes
from tests.fakes.store import WatchedStore

SOON = 5.0  # seconds
NO_WAIT = Wait()
Outcome = tuple[str, object]


class OneLease:
    """Mailboxes with a single lease to take; `outcome` is what came of it."""

    def __init__(
        self, queue: Queue, deliveries: int, *, outages: Wait = NO_WAIT, doubts: Wait = NO_WAIT
    ) -> None:
        self.queue: Queue = queue
        self.outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._leases = [
            Lease(
                queue=queue,
                key="k",
                token="t",
                letters=(b"1", b"2"),
                deliveries=deliveries,
                outages=outages,
                doubts=doubts,
            )
        ]

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        if self._leases and self._leases[0].queue == queue:
            return self._leases.pop()
        await asyncio.sleep(wait.total_seconds() / 100)
        return None

    async def renew(self, lease: Lease) -> bool:
        return bool(lease)

    async def done(self, lease: Lease, handled: int) -> bool:
        return self._note(lease, "done", handled)

    async def postpone(
        self, lease: Lease, *, by: timedelta, counts: bool = True, reason: Reason | None = None
    ) -> bool:
        return self._note(lease, reason or ("postponed" if counts else "waits"), by)

    async def bury(self, lease: Lease, *, why: str) -> bool:
        return self._note(lease, "buried", why)

    async def park(self, lease: Lease, *, why: str) -> bool:
        return self._note(lease, "parked", why)

    def _note(self, lease: Lease, what: str, how: object) -> bool:
        self.outcome.set_result((what, how))
        return bool(lease)


class ImpatientStore(WatchedStore):
    """A log that is not waited for, so that a worker stops at once."""

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        return await super().after(position, limit=limit, wait=wait / 100)


@pytest.fixture
async def heartbeat() -> AsyncIterator[Heartbeat]:
    """The pulse of a worker whose Redis is away, which it bears."""
    client = connect_async("unix:///nowhere/redis.sock")
    yield Heartbeat(client)
    await client.aclose()


@pytest.fixture
async def counter() -> AsyncIterator[Counter]:
    made = Counter()
    yield made
    made.close()


async def nothing() -> None:
    """A beginning without anything to do."""


def a_worker(
    counter: Counter,
    heartbeat: Heartbeat,
    mailboxes: OneLease,
    handler: Handler,
    *,
    begin: Callable[[], Awaitable[None]] = nothing,
    apology: Apology | None = None,
) -> Worker:
    """A worker of those mailboxes' queue alone."""
    relay = RelayEffects(
        store=ImpatientStore(counter.store), relay=InMemoryMailboxes(CountedIdentities())
    )
    return Worker(
        begin=begin,
        mailboxes=mailboxes,
        relay_effects=relay,
        handlers={mailboxes.queue: handler},
        heartbeat=heartbeat,
        apologies={mailboxes.queue: apology} if apology else {},
    )


async def outcome_of(  # noqa: PLR0913 - what a lease can be like
    counter: Counter,
    heartbeat: Heartbeat,
    queue: Queue,
    deliveries: int,
    handler: Handler,
    apology: Apology | None = None,
    *,
    outages: Wait = NO_WAIT,
    doubts: Wait = NO_WAIT,
) -> Outcome:
    """What a worker does with a lease that the handler handles like that."""
    mailboxes = OneLease(queue, deliveries, outages=outages, doubts=doubts)
    worker = a_worker(counter, heartbeat, mailboxes, handler, apology=apology)
    await worker.start()
    outcome = await asyncio.wait_for(mailboxes.outcome, SOON)
    await worker.stop()
    return outcome


def raising(error: Exception) -> Handler:
    async def handle(lease: Lease) -> int:
        del lease
        raise error

    return handle


async def one(lease: Lease) -> int:
    return len(lease.letters) - 1


async def test_what_is_handled_is_done_with(counter: Counter, heartbeat: Heartbeat) -> None:
    outcome = await outcome_of(counter, heartbeat, "inbox", 1, one)

    assert outcome == ("done", 1)


async def test_an_outage_that_says_how_long_is_waited_for(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    away = raising(Unavailable("whatsapp", retry_after=timedelta(seconds=20)))

    outcome = await outcome_of(counter, heartbeat, "outbox", 1, away)

    assert outcome == ("outage", timedelta(seconds=20))


@pytest.mark.parametrize(
    ("times", "shortest", "longest"), [(0, 0.25, 0.5), (3, 2, 4), (50, 150, 300)]
)
async def test_an_outage_is_waited_for_longer_each_time_up_to_five_minutes(
    counter: Counter, heartbeat: Heartbeat, times: int, shortest: float, longest: float
) -> None:
    away, outages = raising(Unavailable("google")), Wait(times=times)

    what, pause = await outcome_of(counter, heartbeat, "calendar", 1, away, outages=outages)

    assert what == "outage"
    assert isinstance(pause, timedelta)
    assert shortest <= pause.total_seconds() <= longest


@pytest.mark.parametrize(
    ("times", "seconds"), [(0, 1), (1, 4), (2, 16), (3, 64), (4, 256), (5, 300), (999, 300)]
)
async def test_a_person_who_had_too_many_messages_gets_the_next_after_metas_own_powers_of_four(
    counter: Counter, heartbeat: Heartbeat, times: int, seconds: int
) -> None:
    away = raising(Throttled("whatsapp", "person", retry_after=None))

    outcome = await outcome_of(counter, heartbeat, "outbox", 1, away, outages=Wait(times=times))

    assert outcome == ("outage", timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (0, ("outage", timedelta(minutes=1))),
        (1, ("outage", timedelta(minutes=4))),
        (2, ("buried", "refused:1")),
    ],
)
async def test_what_is_worth_two_tries_gets_them_after_a_minute_and_four_minutes(
    counter: Counter, heartbeat: Heartbeat, times: int, expected: Outcome
) -> None:
    away = raising(PerhapsRefused("whatsapp", 1, tries=2, retry_after=None))

    outcome = await outcome_of(counter, heartbeat, "outbox", 1, away, outages=Wait(times=times))

    assert outcome == expected


@pytest.mark.parametrize(
    ("lasted", "what"), [(GIVEN_UP_AFTER, "buried"), (GIVEN_UP_AFTER * 0.99, "outage")]
)
async def test_after_twelve_hours_of_outages_a_person_has_to_look(
    counter: Counter, heartbeat: Heartbeat, lasted: timedelta, what: str
) -> None:
    away, outages = raising(Unavailable("google")), Wait(times=7, lasted=lasted)

    outcome = await outcome_of(counter, heartbeat, "calendar", 1, away, outages=outages)

    assert outcome[0] == what


async def test_a_wait_that_is_asked_for_is_kept_to_where_ours_is_shorter(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    away = raising(Unavailable("whatsapp", retry_after=timedelta(hours=1)))

    outcome = await outcome_of(counter, heartbeat, "outbox", 1, away, outages=Wait(times=60))

    assert outcome == ("outage", timedelta(hours=1))


async def test_many_outages_bring_no_fault_nearer_to_its_end(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    fault = raising(ZeroDivisionError())

    outcome = await outcome_of(counter, heartbeat, "outbox", 1, fault, outages=Wait(times=500))

    assert outcome[0] == "postponed"


@pytest.mark.parametrize(("times", "shortest", "longest"), [(0, 0.5, 1), (3, 4, 8), (50, 30, 60)])
async def test_a_message_in_doubt_is_looked_at_again_soon_and_then_less_often(
    counter: Counter, heartbeat: Heartbeat, times: int, shortest: float, longest: float
) -> None:
    doubt, doubts = raising(InDoubt("whatsapp")), Wait(times=times)

    what, pause = await outcome_of(counter, heartbeat, "outbox", 1, doubt, doubts=doubts)

    assert what == "doubt"
    assert isinstance(pause, timedelta)
    assert shortest <= pause.total_seconds() <= longest


async def test_a_doubt_that_remains_is_listed(counter: Counter, heartbeat: Heartbeat) -> None:
    outcome = await outcome_of(counter, heartbeat, "outbox", 1, raising(DoubtRemains("v.0")))

    assert outcome == ("buried", "in doubt")


async def test_a_message_that_waits_for_its_turn_is_no_try(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    held = raising(Held(timedelta(seconds=6)))

    what, pause = await outcome_of(counter, heartbeat, "outbox", 400, held)

    assert what == "waits"
    assert isinstance(pause, timedelta)
    assert 6 <= pause.total_seconds() <= 7


@pytest.mark.parametrize(("first", "alarms"), [(True, 1), (False, 0)])
async def test_a_number_that_is_paused_raises_the_alarm_once(
    counter: Counter,
    heartbeat: Heartbeat,
    caplog: pytest.LogCaptureFixture,
    *,
    first: bool,
    alarms: int,
) -> None:
    paused = raising(NumberPaused("105", 190, by=timedelta(minutes=1), first=first))

    what, _ = await outcome_of(counter, heartbeat, "outbox", 400, paused)

    told = [one for one in caplog.records if one.levelname == "ERROR"]
    assert (what, len(told)) == ("pause", alarms)


async def test_a_customers_message_is_never_given_up_for_an_outage(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    away = raising(Unavailable("event store"))

    what, _ = await outcome_of(counter, heartbeat, "inbox", FAULTS * 100, away)

    assert what == "waits"


@pytest.mark.parametrize("queue", ["inbox", "outbox", "calendar"])
async def test_an_outage_of_our_own_log_is_waited_for_shortly_and_does_not_count(
    counter: Counter, heartbeat: Heartbeat, queue: Queue
) -> None:
    away = raising(Unavailable("event store"))

    what, pause = await outcome_of(counter, heartbeat, queue, FAULTS + 1, away)

    assert what == "waits"
    assert isinstance(pause, timedelta)
    assert pause.total_seconds() <= 1.5


@pytest.mark.parametrize(
    ("queue", "error", "why"),
    [
        ("outbox", SendRefused(132016, "alert"), "refused:132016"),
        ("calendar", CalendarRefused("notFound"), "refused:notFound"),
    ],
)
async def test_what_is_refused_is_buried(
    counter: Counter, heartbeat: Heartbeat, queue: Queue, error: Exception, why: str
) -> None:
    outcome = await outcome_of(counter, heartbeat, queue, 1, raising(error))

    assert outcome == ("buried", why)


@pytest.mark.parametrize("queue", ["inbox", "outbox"])
async def test_a_letter_of_a_shop_that_is_gone_is_buried_at_once_and_parks_nothing(
    counter: Counter, heartbeat: Heartbeat, queue: Queue, caplog: pytest.LogCaptureFixture
) -> None:
    regret, gone = Regret(), raising(NoSuchShop("105"))

    outcome = await outcome_of(counter, heartbeat, queue, 1, gone, regret)

    assert (outcome, regret.called) == (("buried", "refused:no_such_shop"), [])
    assert [one.exc_info for one in caplog.records if one.levelname == "ERROR"] == [None]


async def test_a_letter_that_a_shop_that_is_gone_cannot_apologise_for_parks_nothing(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    regret = Regret(NoSuchShop("105"))

    outcome = await outcome_of(counter, heartbeat, "inbox", LOSSES + 1, one, regret)

    assert outcome == ("buried", "refused:no_such_shop")


@pytest.mark.parametrize("error", [Unavailable("whatsapp"), SendRefused(100, "alert")])
async def test_a_read_receipt_is_not_worth_a_second_try(
    counter: Counter, heartbeat: Heartbeat, error: Exception
) -> None:
    outcome = await outcome_of(counter, heartbeat, "seen", 1, raising(error))

    assert outcome == ("done", 2)


@pytest.mark.parametrize(("deliveries", "what"), [(FAULTS - 1, "postponed"), (FAULTS, "buried")])
async def test_a_fault_is_tried_again_a_few_times_and_then_buried(
    counter: Counter, heartbeat: Heartbeat, deliveries: int, what: str
) -> None:
    outcome = await outcome_of(
        counter, heartbeat, "inbox", deliveries, raising(ZeroDivisionError())
    )

    assert outcome[0] == what


class Regret:
    """An apology that notes for which letters it was called, and may fail."""

    def __init__(self, error: Exception | None = None) -> None:
        self.called: list[bytes] = []
        self._error = error

    async def __call__(self, lease: Lease) -> None:
        self.called.append(lease.letters[0])
        if self._error is not None:
            raise self._error


async def test_the_fifth_fault_parks_a_mailbox_after_an_apology(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    regret, fault = Regret(), raising(ZeroDivisionError())

    outcome = await outcome_of(counter, heartbeat, "inbox", FAULTS, fault, regret)

    assert (outcome, regret.called) == (("parked", "fault:ZeroDivisionError"), [b"1"])


async def test_an_earlier_fault_calls_for_no_apology(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    regret, fault = Regret(), raising(ZeroDivisionError())

    what, _ = await outcome_of(counter, heartbeat, "inbox", FAULTS - 1, fault, regret)

    assert (what, regret.called) == ("postponed", [])


async def test_an_apology_that_fails_too_keeps_no_mailbox_from_being_parked(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    regret, fault = Regret(KeyError("shop")), raising(ZeroDivisionError())

    outcome = await outcome_of(counter, heartbeat, "inbox", FAULTS, fault, regret)

    assert outcome == ("parked", "fault:ZeroDivisionError")


async def test_an_apology_that_cannot_be_recorded_now_is_tried_again_before_parking(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    regret, fault = Regret(Unavailable("event store")), raising(ZeroDivisionError())

    what, _ = await outcome_of(counter, heartbeat, "inbox", FAULTS, fault, regret)

    assert what == "waits"


async def test_a_letter_over_which_many_workers_died_parks_its_mailbox_untried(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    regret = Regret()

    outcome = await outcome_of(counter, heartbeat, "inbox", LOSSES + 1, one, regret)

    assert (outcome, regret.called) == (("parked", "lost"), [b"1"])


async def test_what_is_in_hand_is_finished_before_the_worker_stops(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    begun, allowed = asyncio.Event(), asyncio.Event()

    async def slow(lease: Lease) -> int:
        begun.set()
        await allowed.wait()
        return len(lease.letters)

    mailboxes = OneLease("inbox", 1)
    worker = a_worker(counter, heartbeat, mailboxes, slow)
    await worker.start()
    await begun.wait()
    stopping = asyncio.create_task(worker.stop())
    allowed.set()

    await stopping

    assert mailboxes.outcome.result() == ("done", 2)


@pytest.mark.parametrize("trouble", [Unavailable("log"), ValueError("a bug")])
async def test_nothing_is_taken_before_the_beginning_is_done(
    counter: Counter, heartbeat: Heartbeat, trouble: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "barbershop.worker")
    troubles, begun = [trouble, trouble], asyncio.Event()
    mailboxes = OneLease("inbox", 1)

    async def begin() -> None:
        if troubles:
            raise troubles.pop()
        begun.set()

    async def handle(lease: Lease) -> int:
        assert begun.is_set()
        return len(lease.letters)

    worker = a_worker(counter, heartbeat, mailboxes, handle, begin=begin)
    await worker.start()

    outcome = await asyncio.wait_for(mailboxes.outcome, SOON)

    await worker.stop()
    assert outcome == ("done", 2)
    assert [one.module for one in caplog.records].count("worker") == 1  # told once, tried twice


class AwayAtFirst(OneLease):
    """Mailboxes that are out of reach for so many looks."""

    def __init__(self, looks: int) -> None:
        super().__init__("inbox", 1)
        self._looks = looks

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        if self._looks:
            self._looks -= 1
            raise Unavailable("redis")
        return await super().take(queue, wait=wait)


async def test_an_outage_that_all_takers_of_a_queue_meet_is_told_once_and_its_end_too(
    counter: Counter, heartbeat: Heartbeat, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "barbershop.worker")
    mailboxes = AwayAtFirst(CONSUMERS["inbox"] + 1)
    worker = a_worker(counter, heartbeat, mailboxes, one)
    await worker.start()

    outcome = await asyncio.wait_for(mailboxes.outcome, SOON)

    await worker.stop()
    told = [one.getMessage() for one in caplog.records if one.module == "worker"]
    assert outcome[0] == "done"
    assert told == ["inbox waits for redis", "inbox goes on"]


async def test_a_letter_that_waits_for_an_update_is_never_given_up(
    counter: Counter, heartbeat: Heartbeat
) -> None:
    newer = NewerEvent(position=7, stream="appointment:a", version=2, topic="appointment.sold/1")

    outcome = await outcome_of(counter, heartbeat, "calendar", 500, raising(newer))

    assert outcome[0] == "waits"

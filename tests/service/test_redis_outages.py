"""A Redis that hangs, is away, or takes no writes: refused at the webhook, borne by all else."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

import msgspec
import pytest

from entrypoints.settings import Settings
from infrastructure.redis.clients import connect
from infrastructure.sandbox.clock import SandboxClock
from tests.sandbox.running import eventually
from tests.service.parts import Outside, Rack, RunningService
from tests.service.process import NOW
from tests.service.webhooks import body, change, text

ANA, LEO = "15550109031", "15550109032"
HOURS = "Opening hours:"
SOON = 2.0  # seconds, within which Meta has its answer
LATER = 25.0  # seconds: what was leased when Redis went away comes to another after ten


@pytest.fixture
def outside(settings: Settings) -> Iterator[Outside]:
    """A WhatsApp with a Redis of its own, which no outage befalls."""
    elsewhere = Rack()
    running = Outside(settings, elsewhere.redis.url)
    running.start()
    yield running
    running.close()
    elsewhere.close()


@pytest.fixture
def service(rack: Rack, settings: Settings, outside: Outside) -> Iterator[RunningService]:
    """Web and worker, whose answers that WhatsApp takes."""
    graph = f"http://127.0.0.1:{outside.port}/sandbox/graph"
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(datetime.fromisoformat(NOW))
    calling = msgspec.structs.replace(settings, whatsapp_api_url=graph)
    running = RunningService(calling, rack.redis.url)
    running.start()
    yield running
    running.close()


def posted(number: int, phone: str = ANA) -> bytes:
    return body([change(text(f"wamid.R{number}", phone, "What time do you open?"))])


def ready(service: RunningService) -> bool:
    return service.readiness()[0] == 200


def answers(rack: Rack) -> int:
    """How many replies are recorded."""
    with connect(rack.redis.url) as client:
        topics = [fields[b"t"] for _, fields in client.xrange("{barbershop:0}:log")]
    return sum(topic.startswith(b"conversation.reply_composed") for topic in topics)


@contextmanager
def hung(rack: Rack) -> Iterator[None]:
    rack.redis.signal(signal.SIGSTOP)
    yield
    rack.redis.signal(signal.SIGCONT)


@contextmanager
def away(rack: Rack) -> Iterator[None]:
    rack.redis.kill()
    yield
    rack.redis.start()


@contextmanager
def full(rack: Rack) -> Iterator[None]:
    """Its memory is full, and nothing is evicted."""
    with connect(rack.redis.url) as client:
        client.config_set("maxmemory", "1")
        yield
        client.config_set("maxmemory", "0")


@contextmanager
def unable_to_save(rack: Rack) -> Iterator[None]:
    """It cannot write to the disk, as when that is full, and says MISCONF to every write."""
    obstacle = rack.folder / "dump.rdb"
    obstacle.mkdir()
    with connect(rack.redis.url) as client:
        client.config_set("save", "900 1")
        client.bgsave()
        eventually(lambda: client.info("persistence")["rdb_last_bgsave_status"] == "err")
        yield
        obstacle.rmdir()
        client.bgsave()
        eventually(lambda: client.info("persistence")["rdb_last_bgsave_status"] == "ok")


Outage = Callable[[Rack], AbstractContextManager[None]]
OUTAGES: list[Outage] = [hung, away, full, unable_to_save]


@pytest.mark.parametrize("outage", OUTAGES)
def test_an_outage_of_redis_is_answered_in_time_told_and_recovered_from(
    rack: Rack, service: RunningService, outage: Outage
) -> None:
    eventually(lambda: ready(service))
    before = service.post(posted(1)).status_code
    eventually(lambda: answers(rack) == 1)

    with outage(rack):
        begun = time.monotonic()
        refused = service.post(posted(2)).status_code
        took = time.monotonic() - begun
        live = service.http.get("/api/health/live").status_code
        status, health = service.readiness()
    stored = eventually(lambda: service.post(posted(2)).status_code == 200)

    assert (before, refused, live, status, stored) == (200, 503, 200, 503, True)
    assert took < SOON
    assert health["redis"] == "not writable"
    assert eventually(lambda: ready(service), within=LATER)
    assert eventually(lambda: answers(rack) == 2, within=LATER)


@pytest.mark.parametrize("outage", OUTAGES)
def test_health_answers_in_time_while_redis_is_out(
    rack: Rack, service: RunningService, outage: Outage
) -> None:
    eventually(lambda: ready(service))

    with outage(rack):
        begun = time.monotonic()
        status, _ = service.readiness()
        took = time.monotonic() - begun

    assert status == 503
    assert took < SOON


@pytest.mark.parametrize("outage", OUTAGES)
def test_what_was_accepted_before_an_outage_is_answered_once_after_it(
    rack: Rack, service: RunningService, outside: Outside, outage: Outage
) -> None:
    both = (ANA, LEO)
    greeted = [greet(outside, one) for one in both]
    accepted = service.post(posted(1, ANA)).status_code

    with outage(rack):
        refused = service.post(posted(2, LEO)).status_code
    eventually(lambda: service.post(posted(2, LEO)).status_code == 200)

    assert (accepted, refused) == (200, 503)
    assert eventually(lambda: all(HOURS in outside.heard(one)[-1] for one in both), within=LATER)
    assert eventually(lambda: nothing_waits(rack), within=LATER)
    assert [outside.heard(one)[:-1] for one in both] == greeted
    assert answers(rack) == 4


def greet(outside: Outside, phone: str) -> list[str]:
    """Have that customer write first, and be answered."""
    outside.say(phone, "hello")
    return eventually(lambda: outside.heard(phone), within=LATER)


def nothing_waits(rack: Rack) -> bool:
    """Whether no mailbox of a customer or of a reply holds a letter."""
    with connect(rack.redis.url) as client:
        boxes = ("inbox", "outbox")
        return not any(client.keys(f"{{barbershop:0}}:mail:{one}:*") for one in boxes)

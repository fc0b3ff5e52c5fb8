"""A log of any length, with keys, letters and fingerprints beside it."""

import random
from collections.abc import Iterator

import redis
from eventsourcing.persistence import StoredEvent

from infrastructure.history.pieces import pieces
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition

STREAMS = 40
TAG = "{barbershop:0}"


def fill(client: redis.Redis, events: int, *, seed: int = 1) -> None:
    """So many events of about 300 bytes, in streams of any length, one key for every ten."""
    recorder = RedisApplicationRecorder(client)
    chance = random.Random(seed)  # noqa: S311 - not a secret
    for batch in pieces(_events(events, chance), 100):
        recorder.insert_events(batch)
    for n in range(0, events, 10):
        client.hset(f"{TAG}:keys", f"customer:{n}", chance.randbytes(60))
        client.set(f"{TAG}:seen:{n}", b"", ex=1000 + n)
    client.rpush(f"{TAG}:mail:outbox:customer:1", b"n1795446300000" + chance.randbytes(40))
    client.zadd(f"{TAG}:due:outbox", {"customer:1": 1795446300000})
    client.set(f"{TAG}:relay", events // 2)


def _events(count: int, chance: random.Random) -> Iterator[StoredEvent]:
    versions: dict[str, int] = {}
    for n in range(count):
        stream = f"conversation:{n // 1000}-{chance.randrange(STREAMS)}"
        versions[stream] = versions.get(stream, 0) + 1
        state = chance.randbytes(chance.randrange(200, 400))
        yield StoredEvent(stream, versions[stream], "conversation.message_received/1", state)


def fill_more(client: redis.Redis, events: int) -> None:
    """So many more, in a stream of their own."""
    made = [StoredEvent("appointment:new", n, "t/1", b"s") for n in range(1, events + 1)]
    RedisApplicationRecorder(client).insert_events(made)


def fill_named(
    client: redis.Redis, application: str, events: int, *, stream: str = "counter"
) -> None:
    """So many events of an application that has a name."""
    recorder = RedisApplicationRecorder(client, Partition(application=application))
    for batch in pieces(range(events), 200):
        recorder.insert_events(
            [StoredEvent(f"{stream}:{n % 7}", n // 7 + 1, "t/1", bytes(300)) for n in batch]
        )


def fill_mailboxes(client: redis.Redis, count: int) -> None:
    """So many mailboxes of the outbox with a letter each: half of them ready, half settling."""
    with client.pipeline(transaction=False) as pipeline:
        for n in range(count):
            pipeline.rpush(f"{TAG}:mail:outbox:k{n}", b"s1795446300000" + bytes(300))
            if n % 2:
                pipeline.xadd(f"{TAG}:ready:outbox", {"key": f"k{n}"})
            else:
                pipeline.zadd(f"{TAG}:due:outbox", {f"k{n}": 1795446300000})
                pipeline.hset(f"{TAG}:settling:outbox", f"k{n}", 1795446300000)
        pipeline.execute()


def bury(client: redis.Redis, queue: str, count: int, *, first: int = 1) -> None:
    """So many dead letters of 500 bytes."""
    with client.pipeline(transaction=False) as pipeline:
        for n in range(first, first + count):
            dead = f"{TAG}:dead:{queue}"
            pipeline.xadd(
                dead, {"key": "k", "why": "w", "attempts": "1", "body": bytes(500)}, id=f"{n}-0"
            )
        pipeline.execute()

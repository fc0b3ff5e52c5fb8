"""How somebody with access to Redis rewrites a log."""

from collections.abc import Iterable

import redis
from eventsourcing.persistence import Notification

LOG, HEAD = "{barbershop:0}:log", "{barbershop:0}:head"


def rewrite(client: redis.Redis, events: Iterable[Notification], head: int) -> None:
    """Put these events in the place of the log; the second one at a position gets another id."""
    seen: set[int] = set()
    entries = []
    for one in events:
        entries.append((f"{one.id}-{int(one.id in seen)}", parts(one)))
        seen.add(one.id)
    rewrite_entries(client, entries)
    client.set(HEAD, head)


def rewrite_entries(client: redis.Redis, entries: Iterable[tuple[str, list[object]]]) -> None:
    """Put entries of any fields in the place of the log."""
    with client.pipeline() as pipeline:
        pipeline.delete(LOG)
        for name, of in entries:
            pipeline.execute_command("XADD", LOG, name, *of)  # type: ignore[no-untyped-call]
        pipeline.execute()


def parts(one: Notification) -> list[object]:
    """The fields of an entry and their values, one after the other."""
    version = one.originator_version
    return ["o", str(one.originator_id), "v", version, "t", one.topic, "s", one.state]

"""All keys of a partition, some at a time, beside whatever else the server does."""

from collections.abc import Iterator
from typing import cast

import redis

from infrastructure.history.progress import Progress, silent
from infrastructure.redis.clients import outages_as_unavailable

SCANNED = 1000  # keys at a time: well below a millisecond of the server's time


def scanned(
    client: redis.Redis, pattern: str, *, what: str = "", progress: Progress = silent
) -> Iterator[list[bytes]]:
    """The keys that match, page by page; a page may be empty, and a key may come twice.

    What is there all the time is found. Raises `Unavailable`.
    """
    cursor, done = 0, 0
    with outages_as_unavailable():
        total = client.dbsize()
    while True:
        with outages_as_unavailable():
            reply = client.scan(cursor, match=pattern, count=SCANNED)
        cursor, keys = cast("tuple[int, list[bytes]]", reply)
        yield keys
        done = min(done + SCANNED, total)
        progress(what, done, total)
        if cursor == 0:
            return

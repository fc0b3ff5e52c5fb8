"""A worker to be killed: takes mailboxes and writes down what it handles, until it dies.

Run as `python -m tests.mailboxes.crashing_taker <redis url>`.
"""

import asyncio
import sys
from datetime import timedelta

from redis.asyncio import Redis

from application.ports import Lease
from infrastructure.redis.clients import connect_async
from tests.mailboxes.post import Post, redis_post

LEASE = timedelta(milliseconds=300)
WAIT = timedelta(milliseconds=100)

# As the event store does: what is not the next of its customer is not written.
APPEND = """
redis.call('RPUSH', 'raw', ARGV[2])
local customer, n = string.match(ARGV[2], '(.*) (.*)')
if redis.call('LLEN', 'log:' .. customer) == tonumber(n) then
  redis.call('RPUSH', 'log:' .. customer, n)
  redis.call('RPUSH', 'progress', ARGV[2])
end
"""


async def handle(client: Redis, post: Post, lease: Lease) -> None:
    """Write the letters down one by one, give back at most two of them; note where it was too slow."""
    for letter in lease.letters[:2]:
        await client.eval(APPEND, 1, "raw", lease.key, letter)
        await asyncio.sleep(0.001)
    if not await post.mailboxes.done(lease, len(lease.letters[:2])):
        await client.incr("too slow")


async def work(client: Redis, post: Post) -> None:
    """Handle whatever comes, until nothing is left for a while."""
    while lease := await post.mailboxes.take("inbox", wait=LEASE + WAIT):
        await handle(client, post, lease)


async def work_side_by_side(client: Redis, *, lease: timedelta = LEASE) -> None:
    """Four takers in one process."""
    post = redis_post(client, lease=lease)
    await asyncio.gather(*(work(client, post) for _ in range(4)))


async def _main(url: str) -> None:
    async with connect_async(url) as client:
        await work_side_by_side(client)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))

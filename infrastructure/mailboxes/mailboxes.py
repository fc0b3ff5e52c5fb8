"""Durable mailboxes in Redis: in order and one at a time per key, side by side between keys.

Every key begins with the partition in braces, the hash tag of Redis Cluster. For `barbershop:0`:

- `{barbershop:0}:mail:<queue>:<key>`: a list, the sealed letters of that key, the oldest first;
- `{barbershop:0}:ready:<queue>`: a stream of tokens, one per mailbox to be taken; those pending in
  its group `workers` are leased;
- `{barbershop:0}:due:<queue>`: a sorted set, keys to be taken later; score = when, in ms;
- `{barbershop:0}:settling:<queue>`: a hash, keys that are due because their letters settle → when
  the first of these came;
- `{barbershop:0}:parked:<queue>`: a hash, keys that nobody may take → the dead letter that parks them;
- `{barbershop:0}:back:<queue>:<key>`: a list, letters of that key that were sent again while its
  mailbox held others, until they are put among them;
- `{barbershop:0}:attempts:<queue>`: a hash, key → how often it was taken and given back unhandled;
- `{barbershop:0}:waits:<queue>`: a hash, `outage:<key>` and `doubt:<key>` → how often its first letter
  was postponed for that, and since when, in ms;
- `{barbershop:0}:dead:<queue>`: a stream of dead letters;
- `{barbershop:0}:seen:<fingerprint>`, `:identities` (hash, fingerprint → customer id): the inbox;
- `{barbershop:0}:relay`: the position of the relay.
"""

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from application.ports import Lease, Queue, Reason, Wait
from infrastructure.mailboxes.mailroom import Argument, RedisMailroom
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.redis.lengths import milliseconds

MOST_LETTERS = 100  # of one lease; the rest follows with the next
LONGEST_BLOCK = timedelta(
    seconds=1
)  # or a quarter of a lease; then those of the dead are looked for


class RedisMailboxes:
    """The mailboxes of one partition; any number of tasks and processes may take from them.

    `lease` is how long a taker may be silent before its mailbox comes to another, so also how
    long a restarted process waits for what it held when it was killed. Letters of one lease are
    at most 100. Everything raises `Unavailable`; what was given back may then be given back or
    still leased, and the next answer (`False`: it is no longer ours) settles it.
    """

    def __init__(
        self,
        mailroom: RedisMailroom,
        *,
        seal: LetterSeal,
        lease: timedelta = timedelta(seconds=10),
    ) -> None:
        self._mailroom = mailroom
        self._seal = seal
        self._lease = lease

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        """See `Mailboxes.take`. Raises `LetterUnreadable` if the key is not the one it was."""
        deadline = time.monotonic() + wait.total_seconds()
        token: tuple[bytes, bytes] | None = None
        while True:
            found = await self._look(queue, token)
            if isinstance(found, Lease):
                return found
            left = timedelta(seconds=deadline - time.monotonic())
            if left <= timedelta(0):
                return None
            token = await self._mailroom.token(queue, within=min(left, found))

    async def _look(self, queue: Queue, token: tuple[bytes, bytes] | None) -> Lease | timedelta:
        """A lease, or how long to wait for one."""
        answer = await self._mailroom.run(
            "take", queue, milliseconds(self._lease), MOST_LETTERS, *(token or ())
        )
        found = cast("Sequence[bytes | int]", answer)  # the script's own words
        if len(found) > 1:
            return self._leased(queue, found)
        longest = min(LONGEST_BLOCK, self._lease / 4)
        due = timedelta(milliseconds=int(found[0]))
        return longest if due < timedelta(0) else min(longest, due)

    def _leased(self, queue: Queue, found: Sequence[bytes | int]) -> Lease:
        token, count, key, deliveries, *waits = found
        return Lease(
            queue=queue,
            key=_bytes(key).decode(),
            token=f"{_bytes(token).decode()}/{count!r}",
            letters=tuple(self._seal.open(queue, _bytes(letter)) for letter in waits[4:]),
            deliveries=int(deliveries),
            outages=_wait(waits[:2]),
            doubts=_wait(waits[2:4]),
        )

    async def renew(self, lease: Lease) -> bool:
        """See `Mailboxes.renew`."""
        return bool(await self._mailroom.run("renew", lease.queue, *lease.token.split("/")))

    async def done(self, lease: Lease, handled: int) -> bool:
        """See `Mailboxes.done`. Raises `ValueError` if so many letters were not taken."""
        if not 0 <= handled <= len(lease.letters):
            raise ValueError("more is handled than was taken")
        return await self._give_back("done", lease, handled)

    async def postpone(
        self,
        lease: Lease,
        *,
        by: timedelta,
        counts: bool = True,
        reason: Reason | None = None,
    ) -> bool:
        """See `Mailboxes.postpone`. Letters that come meanwhile wait with it."""
        wait = max(0, milliseconds(by))
        return await self._give_back("postpone", lease, wait, int(counts), reason or "")

    async def bury(self, lease: Lease, *, why: str) -> bool:
        """See `Mailboxes.bury`; `RedisDeadLetters` shows them. The reason is sealed too."""
        reason = self._seal.seal(lease.queue, why.encode())
        return await self._give_back("bury", lease, reason, lease.tries)

    async def park(self, lease: Lease, *, why: str) -> bool:
        """See `Mailboxes.park`; `RedisDeadLetters` shows what parks it. The reason is sealed too."""
        reason = self._seal.seal(lease.queue, why.encode())
        return await self._give_back("park", lease, reason, lease.tries)

    async def _give_back(self, how: str, lease: Lease, *args: Argument) -> bool:
        token, count = lease.token.split("/")
        return bool(await self._mailroom.run(how, lease.queue, token, count, lease.key, *args))


def _wait(told: Sequence[bytes | int]) -> Wait:
    times, lasted = told
    return Wait(times=int(times), lasted=timedelta(milliseconds=int(lasted)))


def _bytes(value: bytes | int) -> bytes:
    if isinstance(value, int):
        raise TypeError(value)
    return value

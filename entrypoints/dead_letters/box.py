"""The dead letters of all queues, opened for a command, or why they cannot be in words."""

import asyncio
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

import click
import msgspec

from application.ports import DeadLetter, DeadLetters, Departures, Queue
from entrypoints.history.event_log import EventLog
from entrypoints.history.log_opening import FAILED, opened
from entrypoints.own_redis import redis_of
from entrypoints.settings import Settings
from infrastructure.event_store.key_vault import derive
from infrastructure.identities import RandomIdentities
from infrastructure.mailboxes.dead_letters import QUEUES, UNREAD, RedisDeadLetters
from infrastructure.mailboxes.mailroom import RedisMailroom, Settling
from infrastructure.mailboxes.seal import LetterSeal, LetterUnreadable
from infrastructure.outbox.departures import RedisDepartures
from infrastructure.outbox.paused_numbers import PausedNumbers
from infrastructure.redis.clients import connect_async

PAGE = 200


class LetterId(msgspec.Struct, frozen=True):
    """How staff name a dead letter: `outbox:1795446300000-0`."""

    queue: Queue
    number: str

    def __str__(self) -> str:
        return f"{self.queue}:{self.number}"


class LetterIdType(click.ParamType[LetterId]):
    """The id of a dead letter on the command line."""

    name = "id"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> LetterId:
        """The id, or exit code 2 with what one looks like."""
        queue, _, number = str(value).partition(":")
        if not re.fullmatch(r"\d{1,15}-\d{1,15}", number):
            self.fail(f"{value!r} is no id such as outbox:1795446300000-0.", param, ctx)
        known = [one for one in QUEUES if one == queue]
        if not known:
            self.fail(f"there is no queue {queue!r}: they are {', '.join(QUEUES)}.", param, ctx)
        return LetterId(known[0], number)


class LetterBox:
    """The dead letters, for one thing after the other. Calls raise `Unavailable`."""

    def __init__(
        self,
        dead: DeadLetters,
        *,
        departures: Departures,
        numbers: PausedNumbers,
        runner: asyncio.Runner,
        log: EventLog,
    ) -> None:
        self._dead = dead
        self._departures = departures
        self._numbers = numbers
        self._runner = runner
        self.log = log

    def newest(
        self, queues: Iterable[Queue], *, since: datetime | None, key: str | None, limit: int
    ) -> list[DeadLetter]:
        """Those of the queues, the newest first, at most so many."""
        found = [one for queue in queues for one in self._of(queue, since, key, limit)]
        return sorted(found, key=lambda one: one.died or one.came, reverse=True)[:limit]

    def paused(self) -> Mapping[str, int]:
        """The numbers whose messages wait for a person, too; see `Departures.paused`."""
        return self._runner.run(self._departures.paused())

    def resume(self, number: str | None) -> tuple[str, ...]:
        """See `PausedNumbers.resume`."""
        return self._runner.run(self._numbers.resume(number))

    def all_to_send(self, queues: Iterable[Queue]) -> list[DeadLetter]:
        """All that can be sent again."""
        read = [queue for queue in queues if queue not in UNREAD]
        return [one for queue in read for one in self._of(queue, None, None, sys.maxsize)]

    def find(self, letter_id: LetterId) -> DeadLetter | None:
        """The one of that id; `None` where it is not there (any more)."""
        return self._runner.run(self._dead.find(letter_id.queue, letter_id.number))

    def resend(self, letter: DeadLetter) -> bool:
        """See `DeadLetters.resend`."""
        return self._runner.run(self._dead.resend(letter.queue, letter.id))

    def drop(self, letter: DeadLetter) -> bool:
        """See `DeadLetters.drop`."""
        return self._runner.run(self._dead.drop(letter.queue, letter.id))

    def _of(
        self, queue: Queue, since: datetime | None, key: str | None, limit: int
    ) -> list[DeadLetter]:
        found: list[DeadLetter] = []
        before: str | None = None
        while len(found) < limit:
            page = self._runner.run(self._dead.of(queue, since=since, before=before, most=PAGE))
            found += [one for one in page if key in (None, one.key)]
            if len(page) < PAGE:
                break
            before = page[-1].id
        return found[:limit]


def id_of(letter: DeadLetter) -> LetterId:
    """The id by which staff name the letter."""
    return LetterId(letter.queue, letter.id)


def oldest_first(letters: Iterable[DeadLetter]) -> list[DeadLetter]:
    """The order in which letters are sent again, so that each finds its place."""
    return sorted(letters, key=lambda one: (one.came, one.died or one.came))


@contextmanager
def opened_box(settings: Settings) -> Iterator[LetterBox]:
    """The dead letters and the log; what keeps them from being read ends the command with words."""
    with (
        opened(settings, ended=FAILED) as it,
        redis_of(settings) as url,
        asyncio.Runner() as runner,
    ):
        client = connect_async(url)
        settling = Settling(quiet=settings.quiet, longest=settings.longest_quiet)
        seal = LetterSeal(derive(settings.master_key, b"letters"))
        mailroom = RedisMailroom(client, partition=settings.partition, settling=settling)
        log = EventLog(it.recorder, it.vault)
        try:
            yield LetterBox(
                RedisDeadLetters(mailroom, seal=seal),
                departures=RedisDepartures(
                    client, identities=RandomIdentities(), partition=settings.partition
                ),
                numbers=PausedNumbers(mailroom),
                runner=runner,
                log=log,
            )
        except LetterUnreadable:
            click.echo("BARBERSHOP_MASTER_KEY is not the key of these letters.", err=True)
            sys.exit(FAILED)
        finally:
            runner.run(client.aclose())

"""The commands as a person runs them, and a log that a notary sealed for them."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

import msgspec
import redis
from click.testing import CliRunner, Result
from eventsourcing.persistence import Notification

from entrypoints.audit.command import audit
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.log_reader import LogReader
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.notary import Notary
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.audit.witness import Publisher
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.system_clock import SystemClock
from tests.cli.recorded import settings_of


def seal(folder: Path, url: str) -> None:
    """Follow the log twice, so that there are two checkpoints: of 4 events and of all."""
    with connect(url) as client:
        board = PublishedCheckpoints(client)
        asyncio.run(followed(notary_of(folder, First(client), board)))
        asyncio.run(followed(notary_of(folder, RedisApplicationRecorder(client), board)))


def notary_of(folder: Path, log: LogReader, board: Publisher) -> Notary:
    return Notary(
        folder=folder / "audit",
        log=NamedLog("barbershop:0", AuditLog(log)),
        key=SigningKey(settings_of(folder).master_key),
        clock=SystemClock(),
        publisher=board,
    )


class First(RedisApplicationRecorder):
    """The log when it had four events."""

    def max_notification_id(self) -> int | None:
        return 4


async def followed(notary: Notary) -> None:
    await notary.step(wait=timedelta(0))
    await notary.close()


def run(folder: Path | None, *arguments: str) -> Result:
    data = {"BARBERSHOP_DATA_DIR": str(folder)} if folder else {}
    kept = {name: None for name in os.environ if name.startswith(("BARBERSHOP_", "REDIS_"))}
    return CliRunner(env={**kept, **data}).invoke(audit, list(arguments), catch_exceptions=False)


def told(folder: Path | None, *arguments: str) -> dict[str, object]:
    return msgspec.json.decode(run(folder, *arguments, "--json").stdout, type=dict[str, object])


def key(folder: Path) -> str:
    return run(folder, "key", "--sandbox").stdout.strip()


def recorded(client: redis.Redis) -> list[Notification]:
    return list(RedisApplicationRecorder(client).select_notifications(1, 100))

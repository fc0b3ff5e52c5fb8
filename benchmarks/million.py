"""A long log, replayed and verified whole: `make million`, or `python -m benchmarks.million --help`."""

import asyncio
import base64
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import click
import msgspec

from benchmarks.progress import tell
from benchmarks.redis_server import redis_server, socket_of
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.notary import Notary
from infrastructure.audit.partition_names import log_name
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition
from tests.application.busy_log import fill

MASTER_KEY = bytes(32)
MOST_MEMORY = 256  # MB: far below what a million events would take at once
COMMANDS = (
    ("replay", "--check"),
    ("audit", "verify"),
    ("why", "2026-03-09 17:00", "--shop", "demo", "--at", "2026-03-08T12:00Z"),
    ("store", "stats"),
)


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """One command over the whole log; `peak` is in MB."""

    command: str
    exit_code: int
    seconds: float
    events_per_second: float
    peak: float

    @property
    def breach(self) -> bool:
        """Whether it found something wrong, or held too much of the log at once."""
        return self.exit_code != 0 or self.peak > MOST_MEMORY

    def __str__(self) -> str:
        outcome = "BREACH" if self.breach else "ok"
        figures = f"{self.seconds:>9.1f} {self.events_per_second:>12,.0f} {self.peak:>9.0f}"
        return f"{self.command:<28} {figures}  {outcome}"


class StandingClock:
    """The instant at which the log was witnessed."""

    def now(self) -> datetime:
        """Always the same."""
        return datetime(2027, 1, 1, tzinfo=UTC)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--events", type=click.IntRange(min=1000), default=1_000_000, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON.")
def main(*, events: int, as_json: bool) -> None:
    """Fill a log as busy shops would, witness it, and run the commands that read all of it.

    Each runs as a process of its own, so that its peak memory can be told. `replay --check` compares
    every rebuilt state with the live streams, `audit verify` every event with what was witnessed.
    Ends with 1 where one of them finds a difference, or takes more than 256 MB.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # servers are ended
    with _filled(events) as (count, environment):
        rows = [_ran(command, count, environment) for command in COMMANDS]
    if as_json:
        click.echo(msgspec.json.encode(rows))
    else:
        click.echo(f"{count:,} events{'':<16} {'seconds':>9} {'events/s':>12} {'peak MB':>9}")
        click.echo("\n".join(str(row) for row in rows))
    sys.exit(1 if any(row.breach for row in rows) else 0)


@contextmanager
def _filled(events: int) -> Iterator[tuple[int, Mapping[str, str]]]:
    """A server with so many events that a notary has seen; and how a command finds it."""
    with redis_server("everysec") as server, tempfile.TemporaryDirectory(prefix="bench-") as folder:
        url = f"unix://{socket_of(server)}"
        tell(f"filling a log with {events:,} events")
        with connect(url) as client:
            recorder = RedisApplicationRecorder(client)
            count = fill(recorder, EventCodec(RedisKeyVault(client, MASTER_KEY)), events)
            tell("witnessing it")
            notary = Notary(
                folder=Path(folder) / "audit",
                log=NamedLog(log_name(Partition()), AuditLog(recorder)),
                key=SigningKey(MASTER_KEY),
                clock=StandingClock(),
                publisher=PublishedCheckpoints(client),
            )
            asyncio.run(_witness(notary))
        yield (
            count,
            {
                "PATH": os.environ["PATH"],
                "REDIS_URL": url,
                "BARBERSHOP_DATA_DIR": folder,
                "BARBERSHOP_MASTER_KEY": base64.b64encode(MASTER_KEY).decode(),
            },
        )


async def _witness(notary: Notary) -> None:
    while await notary.step(wait=timedelta(0)):
        pass
    await notary.close()


def _ran(command: Sequence[str], count: int, environment: Mapping[str, str]) -> Ran:
    tell(" ".join(command))
    begun = perf_counter()
    run = subprocess.Popen(  # noqa: S603 - our own command
        [Path(sys.executable).with_name("barbershop"), *command, "--sandbox"],
        env=environment,
        cwd=environment["BARBERSHOP_DATA_DIR"],
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    seconds = perf_counter() - begun
    return Ran(
        command=" ".join(command[:2]),
        exit_code=run.returncode,
        seconds=seconds,
        events_per_second=count / seconds,
        peak=usage.ru_maxrss / 1024,  # Linux tells KB
    )


if __name__ == "__main__":
    main()

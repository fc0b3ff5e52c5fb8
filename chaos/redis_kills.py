"""Kill Redis again and again while clients append: `python -m chaos.redis_kills --kills 100`.

Exits 1 where a promise was broken: an acknowledged append lost, one that stands partially, or gaps
in notification ids or in the versions of a stream.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import click
import msgspec

from chaos.appending import Appender
from chaos.promises import breaches
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.process_recorder import RedisProcessRecorder
from tests.persistence.redis_server import RedisServer

CLIENTS = 8
BETWEEN = 40  # acknowledged appends at least from one kill to the next
PATIENCE = 60.0  # seconds until clients append again
HEADER = (
    f"{'kills':>6} {'acknowledged':>13} {'unknown':>8} {'conflicts':>10} {'events':>8} breaches"
)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the clients were told, and what came of it."""

    kills: int
    acknowledged: int
    unknown: int
    conflicts: int
    events: int = 0
    breaches: tuple[str, ...] = ()

    def __str__(self) -> str:
        counts = f"{self.kills:>6} {self.acknowledged:>13} {self.unknown:>8} {self.conflicts:>10}"
        return f"{counts} {self.events:>8} {len(self.breaches):>8}"


def kill_redis(
    *, kills: int, seed: int = 0, progress: Callable[[Outcome], object] = lambda _: None
) -> Outcome:
    """Kill a server of its own so many times while clients append, and look what is in the log."""
    folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
    server = RedisServer(folder)
    server.start()
    try:
        appenders = [Appender(f"client-{n}", server.url, seed=seed + n) for n in range(CLIENTS)]
        for one in appenders:
            one.start()
        try:
            _kill(server, appenders, kills, Random(seed), progress)  # noqa: S311 - chance
        finally:
            for one in appenders:
                one.end()
        return _judged(server, appenders, kills)
    finally:
        server.kill()
        shutil.rmtree(folder)


def _kill(
    server: RedisServer,
    appenders: list[Appender],
    kills: int,
    random: Random,
    progress: Callable[[Outcome], object],
) -> None:
    for kill in range(1, kills + 1):
        before = _acknowledged(appenders)
        deadline = time.monotonic() + PATIENCE
        while _acknowledged(appenders) < before + BETWEEN:
            if time.monotonic() > deadline:
                raise TimeoutError("no client appends any more")
            time.sleep(0.002)
        time.sleep(random.uniform(0, 0.01))  # so that it dies at any point of its work
        server.kill()
        server.start()
        progress(_counted(appenders, kill))


def _judged(server: RedisServer, appenders: list[Appender], kills: int) -> Outcome:
    with connect(server.url) as client:
        recorder = RedisProcessRecorder(client)
        log = recorder.select_notifications(None, sys.maxsize)
        positions = {one.name: recorder.max_tracking_id(one.name) or 0 for one in appenders}
    told = [append for one in appenders for append in one.told]
    return msgspec.structs.replace(
        _counted(appenders, kills),
        events=len(log),
        breaches=tuple(breaches(log, told, positions)),
    )


def _counted(appenders: list[Appender], kills: int) -> Outcome:
    return Outcome(
        kills=kills,
        acknowledged=_acknowledged(appenders),
        unknown=sum(one.unknown for one in appenders),
        conflicts=sum(one.conflicts for one in appenders),
    )


def _acknowledged(appenders: list[Appender]) -> int:
    return sum(len(one.told) for one in appenders)


@click.command()
@click.option("--kills", type=click.IntRange(1), default=100, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Another course of chance.")
def main(*, kills: int, seed: int) -> None:
    """Kill Redis while eight clients append to it, and tell whether a promise was broken."""
    click.echo(HEADER)
    outcome = kill_redis(kills=kills, seed=seed, progress=_show)
    click.echo(outcome)
    for one in outcome.breaches:
        click.echo(one, err=True)
    sys.exit(1 if outcome.breaches else 0)


def _show(so_far: Outcome) -> None:
    """Keep one line up to date where somebody watches."""
    if sys.stdout.isatty():
        click.echo(f"{so_far}\r", nl=False)


if __name__ == "__main__":
    main()

"""Appends per second, beside the floor and beside the library's own modules."""

import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import msgspec
import redis

from benchmarks.appender import Appender
from benchmarks.bare_socket import BareSocket
from benchmarks.clients import Clients, Order, clients
from benchmarks.figures import figures, ratios
from benchmarks.our_recorder import OurRecorder
from benchmarks.postgres_module import PostgresModule
from benchmarks.postgres_server import NOT_INSTALLED, postgres_server
from benchmarks.progress import tell
from benchmarks.redis_server import Fsync, redis_server, socket_of
from benchmarks.rows import Row, Target
from benchmarks.scale import Scale
from benchmarks.sqlite_module import SQLiteModule

EVENTS = (1, 10)  # per append
OURS = 0
UNIT = "events/s"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What one comparison is of."""

    fsync: Fsync
    events: int
    clients: int

    @property
    def title(self) -> str:
        """As it stands in the table."""
        events = "1 event" if self.events == 1 else f"{self.events} events"
        count = "1 client" if self.clients == 1 else f"{self.clients} clients"
        return f"append of {events} by {count}, appendfsync {self.fsync}"


def measure(scale: Scale) -> Iterator[Row]:
    """All rows, as they are measured.

    SQLite and PostgreSQL sync every commit, and their modules offer nothing less: they stand beside
    `appendfsync always` only.
    """
    with (
        tempfile.TemporaryDirectory(prefix="bench-sqlite-") as folder,
        redis_server("always") as server,
        postgres_server() as postgres,
    ):
        ways = _ways(socket_of(server), Path(folder), postgres)
        with clients(ways, (1, scale.clients)) as all_clients:
            for place in range(len(ways)):
                all_clients.open(place)
            for case in _cases(scale):
                tell(case.title)
                yield from _compared(case, ways, all_clients, server, scale)
                if postgres is None and case.fsync == "always":
                    yield _without_postgres(case)


def _ways(path: str, folder: Path, postgres: str | None) -> list[Appender]:
    """Ours first, and first the two that go by `appendfsync`."""
    ways: list[Appender] = [
        OurRecorder(socket=path),
        BareSocket(socket=path),
        SQLiteModule(file=str(folder / "events")),
    ]
    return [*ways, PostgresModule(url=postgres)] if postgres else ways


def _cases(scale: Scale) -> Iterator[Case]:
    fsyncs: tuple[Fsync, ...] = ("always", "everysec")
    for fsync, events, count in product(fsyncs, EVENTS, (1, scale.clients)):
        yield Case(fsync=fsync, events=events, clients=count)


def _compared(
    case: Case, ways: Sequence[Appender], all_clients: Clients, server: redis.Redis, scale: Scale
) -> Iterator[Row]:
    server.config_set("appendfsync", case.fsync)
    server.flushall()
    ways = ways if case.fsync == "always" else ways[:2]
    rates: list[list[float]] = [[] for _ in ways]
    for turn in range(scale.append_rounds):
        for place in _in_turn(len(ways), turn):
            order = Order(
                appender=place, clients=case.clients, events=case.events, seconds=scale.seconds
            )
            rates[place].append(all_clients.round(order))
    for place, way in enumerate(ways):
        yield Row(
            case=case.title,
            what=way.name,
            unit=UNIT,
            measured=figures(rates[place]),
            ratio=None if place == OURS else ratios(rates[OURS], rates[place]),
            target=_target(case, way),
        )


def _in_turn(ways: int, turn: int) -> Sequence[int]:
    """Forwards and backwards, so that no way always comes after the same other."""
    return range(ways) if turn % 2 == 0 else range(ways - 1, -1, -1)


def _target(case: Case, way: Appender) -> Target | None:
    if case.fsync != "always" or case.events != 1:
        return None
    match way:
        case BareSocket() if case.clients == 1:
            return Target(side="at least", bound=0.45)
        case PostgresModule():
            return Target(side="at least", bound=1.4 if case.clients == 1 else 3.0)
        case _:
            return None


def _without_postgres(case: Case) -> Row:
    way = PostgresModule(url="")
    return Row(
        case=case.title,
        what=way.name,
        unit=UNIT,
        target=_target(case, way),
        missing=NOT_INSTALLED,
    )

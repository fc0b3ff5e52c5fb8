"""An append that a kill tore off takes no acknowledged one with it, over each server."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from eventsourcing.persistence import StoredEvent

from infrastructure.redis.append_only_file import mend
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.persistence.redis_server import HOW_TO_GET, RedisServer, binary
from tests.persistence.served import short_folder

KEPT, TORN, TOLD = (
    [StoredEvent(name, 1, "told/1", b"one"), StoredEvent(name, 2, "told/1", b"two")]
    for name in ("kept:1", "torn:1", "told:1")
)


@pytest.fixture
def folder() -> Iterator[Path]:
    with short_folder() as folder:
        yield folder


@pytest.fixture(params=HOW_TO_GET)
def own(request: pytest.FixtureRequest, folder: Path) -> Iterator[RedisServer]:
    found = binary(request.param)
    if found is None:
        pytest.skip(f"this machine has no {request.param}: {HOW_TO_GET[request.param]}")
    server = RedisServer(folder, binary=found)
    yield server
    server.kill()


def append(url: str, events: Sequence[StoredEvent]) -> None:
    with connect(url) as client:
        RedisApplicationRecorder(client).insert_events(events)


def streams(url: str) -> list[str]:
    with connect(url) as client:
        found = RedisApplicationRecorder(client).select_notifications(1, 100)
        return [f"{one.id} {one.originator_id}" for one in found]


def file_in(folder: Path) -> Path:
    """The file that the server writes to."""
    return next(iter([*folder.rglob("*.incr.aof"), *folder.rglob("appendonly.aof")]))


def mended_file(folder: Path, content: bytes, binary: str) -> bytes:
    """What is left of that content."""
    file_in(folder).write_bytes(content)
    mend(binary, folder)
    return file_in(folder).read_bytes()


def tear(folder: Path, within: bytes) -> None:
    """Cut the file off in the middle of the last command of that name."""
    file = file_in(folder)
    written = file.read_bytes()
    file.write_bytes(written[: written.lower().rindex(within) + 3])


@pytest.mark.parametrize("within", [b"incrby", b"zadd", b"xadd", b"exec", b"multi"])
def test_what_follows_a_torn_append_is_kept_by_every_server(
    own: RedisServer, folder: Path, within: bytes
) -> None:
    own.start()
    append(own.url, KEPT)
    append(own.url, TORN)
    own.kill()
    tear(folder, within)

    own.start()
    append(own.url, TOLD)
    own.kill()

    own.start()
    assert streams(own.url) == ["1 kept:1", "2 kept:1", "3 told:1", "4 told:1"]


def test_what_follows_a_torn_append_is_kept_by_the_servers_own_redis(folder: Path) -> None:
    embedded = EmbeddedRedis(folder)
    url = embedded.start()
    append(url, KEPT)
    append(url, TORN)
    embedded.stop()
    tear(folder, b"incrby")

    append(embedded.start(), TOLD)
    embedded.stop()

    assert streams(embedded.start()) == ["1 kept:1", "2 kept:1", "3 told:1", "4 told:1"]
    embedded.stop()


def test_every_end_of_a_torn_append_is_mended_and_nothing_before_it(
    folder: Path, own: RedisServer
) -> None:
    own.start()
    append(own.url, KEPT)
    kept = file_in(folder).read_bytes()
    append(own.url, TORN)
    own.kill()
    whole = file_in(folder).read_bytes()

    mended = {
        end: mended_file(folder, whole[:end], own.binary)
        for end in range(len(kept) + 1, len(whole), 7)
    }

    assert [end for end, found in mended.items() if found != kept] == []
    assert mended_file(folder, whole, own.binary) == whole


@pytest.mark.parametrize("broken", [b"x", b"*1\r\n$4\r\nPINGPONG", b"\0\0\0", b"*1\r\n:1\r\n"])
def test_a_file_that_is_broken_otherwise_is_left_to_a_person(
    folder: Path, own: RedisServer, broken: bytes
) -> None:
    own.start()
    append(own.url, KEPT)
    own.kill()
    whole = file_in(folder).read_bytes()
    amid = whole[: len(whole) // 2] + broken + whole[len(whole) // 2 :]

    assert mended_file(folder, whole + broken, own.binary) == whole + broken
    assert mended_file(folder, amid, own.binary) == amid

"""Whatever is interrupted goes on where it was when it is asked for again."""

import os
import signal
from pathlib import Path

import pytest
import redis

from infrastructure.history.backup import Backup, BackupExists, PartOfAnother
from infrastructure.history.backup import RestoreUnderWay as UnderWay
from infrastructure.history.checked_backup import checked
from infrastructure.history.copied import Copied
from infrastructure.history.partial_file import FileTaken, NotAFile, PartialFile
from infrastructure.history.restore import NotRestored, PartitionNotEmpty, Restore
from infrastructure.redis.clients import connect
from infrastructure.system_clock import SystemClock
from tests.history.contents import contents
from tests.history.interrupted import killed
from tests.history.synthetic import fill, fill_more
from tests.persistence.redis_server import RedisServer

EVENTS = 3000
MARKER = "{barbershop:0}:restoring"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.backup"


@pytest.fixture
def part(file: Path) -> Path:
    return file.with_name("shop.backup.part")


def back_up(client: redis.Redis, file: Path, *, force: bool = False) -> Copied:
    return Backup(client, clock=SystemClock(), master_key_id="m")(file, force=force)


def half_backed_up(client: redis.Redis, file: Path, part: Path, share: float) -> None:
    """As an interruption leaves it: no file, but the first bytes of one."""
    back_up(client, file)
    whole = file.read_bytes()
    part.write_bytes(whole[: int(len(whole) * share)])
    file.unlink()


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_backup_that_was_killed_goes_on_and_is_whole(
    client: redis.Redis, server: RedisServer, file: Path, after: int
) -> None:
    fill(client, EVENTS)
    before = contents(client)
    ended = killed("backup", server.url, file, after=after)
    assert (ended, file.exists()) == (-signal.SIGKILL, False)

    done = back_up(client, file)

    client.flushall()
    Restore(client)(checked(file, master_key_id="m"))
    assert (done.events, contents(client)) == (EVENTS, before)


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_backup_goes_on_from_the_last_whole_line_of_what_was_left(
    client: redis.Redis, file: Path, part: Path, share: float
) -> None:
    fill(client, 300)
    before = contents(client)
    half_backed_up(client, file, part, share)
    whole_lines = part.read_bytes().count(b"\n")

    done = back_up(client, file)

    assert done.resumed_at == min(max(whole_lines - 1, 0), 300)
    assert not part.exists()
    client.flushall()
    Restore(client)(checked(file, master_key_id="m"))
    assert contents(client) == before


def test_events_that_came_since_the_interruption_are_in_the_backup(
    client: redis.Redis, file: Path, part: Path
) -> None:
    fill(client, 300)
    half_backed_up(client, file, part, 0.5)
    fill_more(client, 100)

    done = back_up(client, file)

    assert done.last_position == 400


def test_a_part_with_a_changed_line_is_gone_on_with_from_before_that_line(
    client: redis.Redis, file: Path, part: Path
) -> None:
    fill(client, 300)
    half_backed_up(client, file, part, 0.5)
    lines = part.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join([*lines[:50], lines[50].replace(b"event", b"evenT"), *lines[51:]]))

    done = back_up(client, file)

    assert (done.resumed_at, done.events) == (49, 300)


@pytest.mark.parametrize("written", [b"a letter to my aunt\nabout hair\n"])
def test_a_part_that_no_backup_left_is_not_written_over(
    client: redis.Redis, file: Path, part: Path, written: bytes
) -> None:
    fill(client, 10)
    part.write_bytes(written)

    with pytest.raises(PartOfAnother):
        back_up(client, file)

    assert part.read_bytes() == written
    assert back_up(client, file, force=True).events == 10


def test_a_part_of_another_log_is_not_gone_on_with(
    client: redis.Redis, file: Path, part: Path
) -> None:
    fill(client, 300)
    half_backed_up(client, file, part, 0.5)
    client.flushall()
    fill(client, 300, seed=2)

    with pytest.raises(PartOfAnother):
        back_up(client, file)


def test_a_backup_is_not_written_over_unless_that_is_asked_for(
    client: redis.Redis, file: Path
) -> None:
    fill(client, 10)
    file.write_bytes(b"the only one of last year")

    with pytest.raises(BackupExists):
        back_up(client, file)

    assert file.read_bytes() == b"the only one of last year"
    assert back_up(client, file, force=True).events == 10


def test_a_backup_is_written_to_where_a_link_leads(client: redis.Redis, file: Path) -> None:
    fill(client, 10)
    elsewhere = file.with_name("elsewhere")
    elsewhere.mkdir()
    file.symlink_to(elsewhere / "kept")

    back_up(client, file)

    assert file.is_symlink()
    assert (elsewhere / "kept").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in elsewhere.iterdir()] == ["kept"]


@pytest.mark.parametrize("name", ["shop.backup", "shop.backup.part"])
@pytest.mark.parametrize("force", [False, True])
def test_what_is_no_file_is_left_as_it_is(
    client: redis.Redis, file: Path, name: str, *, force: bool
) -> None:
    fill(client, 10)
    pipe = file.with_name(name)
    os.mkfifo(pipe)

    with pytest.raises(NotAFile):
        back_up(client, file, force=force)

    assert pipe.is_fifo()


def test_a_link_in_the_place_of_the_part_is_not_followed(
    client: redis.Redis, file: Path, part: Path
) -> None:
    fill(client, 10)
    part.symlink_to(file.with_name("of somebody else"))

    with pytest.raises(OSError, match="symbolic link"):
        back_up(client, file)

    assert not file.with_name("of somebody else").exists()


def test_two_backups_never_write_the_same_file(client: redis.Redis, file: Path) -> None:
    fill(client, 10)

    with PartialFile(file), pytest.raises(FileTaken):
        back_up(client, file)


@pytest.mark.parametrize("after", [4, 6, 7])
def test_a_restore_that_was_killed_goes_on_and_writes_nothing_twice(
    client: redis.Redis, server: RedisServer, file: Path, after: int
) -> None:
    fill(client, EVENTS)
    before = contents(client)
    back_up(client, file)
    client.flushall()
    ended = killed("restore", server.url, file, after=after)
    assert ended == -signal.SIGKILL

    done = Restore(client)(checked(file, master_key_id="m"))

    assert (done.events, contents(client)) == (EVENTS, before)


class Stopped(Exception):
    """The restore was stopped in the middle."""


@pytest.fixture
def half_restored(client: redis.Redis, file: Path) -> dict[str, object]:
    """What the whole would be, while half of it stands."""
    fill(client, EVENTS)
    before = contents(client)
    back_up(client, file)
    client.flushall()

    def stop(what: str, done: int, total: int | None) -> None:
        del total
        if what == "Restoring" and done > 0 and client.hget(MARKER, "lines") != b"0":
            raise Stopped

    with pytest.raises(Stopped):
        Restore(client)(checked(file, master_key_id="m", progress=stop))
    return before


def test_half_a_restore_goes_on_where_it_was(
    client: redis.Redis, file: Path, half_restored: dict[str, object]
) -> None:
    stood = int(client.hget(MARKER, "lines") or 0)

    done = Restore(client)(checked(file, master_key_id="m"))

    assert 0 < done.resumed_at == stood < done.lines
    assert contents(client) == half_restored


def test_half_a_restore_is_not_gone_on_with_from_another_file(
    client: redis.Redis, server: RedisServer, half_restored: dict[str, object], tmp_path: Path
) -> None:
    stood = contents(client)
    other = tmp_path / "other"
    with connect(f"{server.url}?db=1") as elsewhere:
        fill(elsewhere, 20, seed=3)
        back_up(elsewhere, other)

    with pytest.raises(PartitionNotEmpty):
        Restore(client)(checked(other, master_key_id="m"))

    assert contents(client) == stood != half_restored


def test_half_a_restore_cannot_be_backed_up(
    client: redis.Redis, file: Path, half_restored: dict[str, object]
) -> None:
    del half_restored

    with pytest.raises(UnderWay):
        back_up(client, file.with_name("half"))


def test_a_restore_beside_which_others_write_is_told(
    client: redis.Redis, file: Path, half_restored: dict[str, object]
) -> None:
    del half_restored
    fill_more(client, 100)

    with pytest.raises(NotRestored):
        Restore(client)(checked(file, master_key_id="m"))

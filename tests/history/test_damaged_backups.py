"""A backup that is not as it was written is refused with its line, and Redis is not touched."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import redis

from infrastructure.history.backup import Backup
from infrastructure.history.backup_reading import BackupDamaged, BackupReader
from infrastructure.history.checked_backup import checked
from infrastructure.history.line_chain import LineChain
from infrastructure.history.restore import Restore
from infrastructure.system_clock import SystemClock
from tests.history.contents import contents
from tests.history.synthetic import fill

EVENTS = 12


@pytest.fixture
def file(client: redis.Redis, tmp_path: Path) -> Path:
    """A backup of some events, keys and letters; the Redis is emptied then."""
    fill(client, EVENTS)
    made = tmp_path / "shop.backup"
    Backup(client, clock=SystemClock(), master_key_id="m")(made)
    client.flushall()
    return made


def refused_line(client: redis.Redis, file: Path) -> int:
    """The line for which a restore refuses the file, with nothing written."""
    with pytest.raises(BackupDamaged) as refused:
        Restore(client)(checked(file, master_key_id="m"))
    assert contents(client) == {}
    return refused.value.line


def test_a_changed_byte_in_any_line_is_found_and_its_line_told(
    client: redis.Redis, file: Path
) -> None:
    lines = file.read_bytes().splitlines(keepends=True)

    found = [_refused(client, file, lines, n) for n in range(len(lines))]

    assert found == list(range(1, len(lines) + 1))


def _refused(client: redis.Redis, file: Path, lines: list[bytes], n: int) -> int:
    changed = bytearray(lines[n])
    changed[len(changed) // 2] ^= 1
    file.write_bytes(b"".join([*lines[:n], changed, *lines[n + 1 :]]))
    return refused_line(client, file)


def test_every_byte_of_the_file_counts(file: Path) -> None:
    whole = file.read_bytes()

    undetected = [place for place in range(0, len(whole), 7) if _passes(file, whole, place)]

    assert undetected == []


def _passes(file: Path, whole: bytes, place: int) -> bool:
    changed = bytearray(whole)
    changed[place] ^= 0x04
    file.write_bytes(changed)
    try:
        BackupReader(file).verify()
    except BackupDamaged:
        return False
    return True


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99])
def test_a_file_that_is_cut_off_anywhere_is_refused_where_it_ends(
    client: redis.Redis, file: Path, share: float
) -> None:
    whole = file.read_bytes()
    kept = whole[: int(len(whole) * share)]
    file.write_bytes(kept)

    line = refused_line(client, file)

    assert line == kept.count(b"\n") + 1


def test_a_file_without_its_last_line_is_refused(client: redis.Redis, file: Path) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-1]))

    assert refused_line(client, file) == len(lines)


@pytest.mark.parametrize(
    ("mend", "wrong"),
    [
        (lambda lines: [*lines[:3], *lines[4:]], 4),
        (lambda lines: [*lines[:3], lines[3], *lines[3:]], 5),
        (lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], 4),
        (lambda lines: [*lines, lines[-1]], 20),
        (lambda lines: [*lines, b"\n"], 20),
    ],
    ids=["taken out", "doubled", "changed places", "trailer doubled", "added to"],
)
def test_lines_stand_as_they_were_written(
    client: redis.Redis, file: Path, mend: Callable[[list[bytes]], list[bytes]], wrong: int
) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(mend(lines)))

    assert refused_line(client, file) == wrong


def test_a_gap_in_the_positions_is_found_even_where_the_chain_is_made_anew(
    client: redis.Redis, file: Path
) -> None:
    lines = [msgspec.json.decode(line) for line in file.read_bytes().splitlines()]
    chain = LineChain()
    kept = [line for line in lines if line.get("position") != 4]
    contents_of_lines = [{k: v for k, v in line.items() if k != "chain"} for line in kept]
    file.write_bytes(b"".join(chain.seal(msgspec.json.encode(one)) for one in contents_of_lines))

    assert refused_line(client, file) == 5


@pytest.mark.parametrize("version", [-1, 0, 1])
def test_a_version_that_does_not_follow_is_found_even_where_the_chain_is_made_anew(
    client: redis.Redis, file: Path, version: int
) -> None:
    lines = [msgspec.json.decode(line) for line in file.read_bytes().splitlines()]
    lines[4]["stream"], lines[4]["version"] = lines[2]["stream"], version
    chain = LineChain()
    contents_of_lines = [{k: v for k, v in line.items() if k != "chain"} for line in lines]
    file.write_bytes(b"".join(chain.seal(msgspec.json.encode(one)) for one in contents_of_lines))

    assert refused_line(client, file) == 5


@pytest.mark.parametrize("written", [b"", b"\n", b"{}\n", b"hello\n", bytes(5000)])
def test_what_is_no_backup_is_told_in_its_first_line(
    client: redis.Redis, file: Path, written: bytes
) -> None:
    file.write_bytes(written)

    assert refused_line(client, file) == 1


def test_a_later_format_is_refused_by_name(client: redis.Redis, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"format":1', b'"format":2', 1))

    with pytest.raises(BackupDamaged) as refused:
        Restore(client)(checked(file, master_key_id="m"))

    assert refused.value.what == "tells of format 2; this release reads format 1"

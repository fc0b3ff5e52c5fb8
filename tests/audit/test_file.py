import os
from pathlib import Path

import pytest

from entrypoints.whole_file import replacing


def write(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"new")


def test_a_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    write(tmp_path / "out")

    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "out").read_bytes() == b"new"


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"old and longer")

    write(tmp_path / "out")

    assert (tmp_path / "out").read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("old", [[b"old"], []])
def test_a_link_stays_and_leads_to_the_file(tmp_path: Path, old: list[bytes]) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for text in old:
        (tmp_path / "file").write_bytes(text)

    write(tmp_path / "link")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_what_is_no_file_is_left_as_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")

    with pytest.raises(OSError, match="no regular file"):
        write(tmp_path / "pipe")
    with pytest.raises(OSError, match="no regular file"):
        write(tmp_path / "link")

    assert (tmp_path / "pipe").is_fifo()
    assert {one.name for one in tmp_path.iterdir()} == {"pipe", "link"}


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link")

    with pytest.raises(OSError, match="symbolic links"):
        write(tmp_path / "link")


def test_what_lies_under_the_name_of_an_unfinished_file_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / ".out.part").symlink_to(tmp_path / "precious")

    write(tmp_path / "out")

    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_what_a_killed_one_left_behind_goes_and_what_another_writes_stays(tmp_path: Path) -> None:
    path, left = tmp_path / "[1].jsonl", tmp_path / ".[1].jsonl.dead.part"
    left.write_bytes(b"half")
    other = tmp_path / ".1.jsonl.dead.part"
    other.write_bytes(b"of another file")

    with replacing(path) as first, replacing(path) as second:
        first.write(b"first")
        second.write(b"second")

    assert sorted(one.name for one in tmp_path.iterdir()) == [".1.jsonl.dead.part", "[1].jsonl"]
    assert path.read_bytes() == b"first"

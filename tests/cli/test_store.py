import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import msgspec
import pytest
import redis
from redis.typing import EncodableT

from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.sandbox.clock import SandboxClock
from tests.cli.recorded import NEXT_DAY, record_everything

ZONE = "America/New_York"

Run = subprocess.CompletedProcess[str]


@pytest.fixture
def log(short_folder: Path) -> Iterator[Path]:
    """A data folder with seven events, whose Redis runs."""
    with EmbeddedRedis(short_folder).used() as url:
        record_everything(short_folder, url)
        yield short_folder


@pytest.fixture(scope="module")
def kept(data_dir: Path) -> Iterator[Path]:
    """The same, for tests that leave it as it is."""
    with EmbeddedRedis(data_dir).used() as url:
        record_everything(data_dir, url)
        SandboxClock(data_dir / "clock", ZONE).set(NEXT_DAY)
        yield data_dir


@pytest.fixture
def followed(log: Path) -> Path:
    """The relay has dealt with everything, and two years have passed."""
    with connect(EmbeddedRedis(log).start()) as client:
        client.set("{barbershop:0}:relay", 7)
    SandboxClock(log / "clock", ZONE).set(NEXT_DAY + timedelta(days=730))
    return log


def store(folder: Path, *options: str, **more: str) -> Run:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "BARBERSHOP_DATA_DIR": str(folder),
        **more,
    }
    program = [sys.executable, "-c", "from entrypoints.cli import main; main()", "store"]
    return subprocess.run(  # noqa: S603 - our own program
        [*program, *options], env=environment, capture_output=True, text=True, check=False
    )


def said(run: Run) -> dict[str, object]:
    assert run.returncode == 0, run.stderr
    found: dict[str, object] = msgspec.json.decode(run.stdout)
    return found


def backed_up(folder: Path) -> Path:
    file = folder / "shop.backup"
    assert store(folder, "backup", str(file), "--sandbox").returncode == 0
    return file


def emptied(folder: Path) -> None:
    with connect(EmbeddedRedis(folder).start()) as client:
        client.flushall()


def test_a_backup_says_what_is_in_it(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "shop.backup"

    done = said(store(kept, "backup", str(file), "--sandbox", "--json"))

    assert (done["file"], done["events"], done["last_position"]) == (str(file), 7, 7)
    assert (done["removed"], done["resumed_at"]) == (0, 0)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_backup_in_words(kept: Path, tmp_path: Path) -> None:
    run = store(kept, "backup", str(tmp_path / "shop.backup"), "--sandbox")

    assert run.returncode == 0, run.stderr
    assert "holds 7 events up to position 7" in run.stdout
    assert run.stderr == ""


def test_a_backup_is_not_written_over_without_force(log: Path) -> None:
    file = backed_up(log)

    again = store(log, "backup", str(file), "--sandbox")
    forced = store(log, "backup", str(file), "--sandbox", "--force")

    assert (again.returncode, again.stderr) == (1, f"{file} exists. --force writes over it.\n")
    assert forced.returncode == 0


def test_a_lost_redis_is_restored(log: Path) -> None:
    file = backed_up(log)
    emptied(log)

    done = said(store(log, "restore", str(file), "--sandbox", "--json"))

    assert (done["events"], done["last_position"], done["resumed_at"]) == (7, 7, 0)
    again = store(log, "restore", str(file), "--sandbox")
    assert again.returncode == 1
    assert "This Redis is not empty" in again.stderr


@pytest.fixture
def elsewhere(kept: Path) -> Iterator[Path]:
    """Another data folder with the same master key."""
    folder = Path(tempfile.mkdtemp(prefix="cli-", dir="/tmp"))
    shutil.copy(kept / "master.key", folder)
    yield folder
    shutil.rmtree(folder)


def test_a_backup_is_restored_on_another_machine_that_has_the_master_key(
    kept: Path, elsewhere: Path, tmp_path: Path
) -> None:
    file = tmp_path / "shop.backup"
    assert store(kept, "backup", str(file), "--sandbox").returncode == 0

    run = store(elsewhere, "restore", str(file), "--sandbox")

    assert run.stdout == "7 events up to position 7 are restored and compared.\n"
    sizes = said(store(elsewhere, "stats", "--sandbox", "--json"))["sizes"]
    assert isinstance(sizes, dict)
    assert sizes["events"] == 7


def test_without_the_master_key_a_backup_is_refused_before_anything_is_written(
    log: Path,
) -> None:
    file = backed_up(log)
    emptied(log)
    other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    run = store(log, "restore", str(file), "--sandbox", BARBERSHOP_MASTER_KEY=other)

    assert run.returncode == 1
    assert "BARBERSHOP_MASTER_KEY is not the key" in run.stderr
    assert store(log, "restore", str(file), "--sandbox").returncode == 0


def test_a_restore_that_is_refused_leaves_nothing(kept: Path, tmp_path: Path) -> None:
    file, folder = tmp_path / "shop.backup", tmp_path / "new"
    assert store(kept, "backup", str(file), "--sandbox").returncode == 0
    other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    without = store(folder, "restore", str(file), "--sandbox")
    wrong = store(folder, "restore", str(file), "--sandbox", BARBERSHOP_MASTER_KEY=other)

    assert (without.returncode, wrong.returncode) == (1, 1)
    assert without.stderr.startswith(f"There is no master key in {folder}")
    assert wrong.stderr.startswith("BARBERSHOP_MASTER_KEY is not the key")
    assert not folder.exists()


def test_a_damaged_file_leaves_no_redis_behind(kept: Path, elsewhere: Path, tmp_path: Path) -> None:
    file = tmp_path / "shop.backup"
    assert store(kept, "backup", str(file), "--sandbox").returncode == 0
    file.write_bytes(file.read_bytes()[:-100])

    run = store(elsewhere, "restore", str(file), "--sandbox")

    assert run.returncode == 1
    assert "is cut off" in run.stderr
    assert [one.name for one in elsewhere.iterdir()] == ["master.key"]


def test_a_master_key_that_is_given_is_not_made_beside(
    kept: Path, tmp_path: Path, short_folder: Path
) -> None:
    file, given = tmp_path / "shop.backup", (kept / "master.key").read_text()
    assert store(kept, "backup", str(file), "--sandbox").returncode == 0

    run = store(short_folder, "restore", str(file), "--sandbox", BARBERSHOP_MASTER_KEY=given)
    stats = store(short_folder, "stats", "--sandbox", BARBERSHOP_MASTER_KEY=given)

    assert (run.returncode, stats.returncode) == (0, 0), run.stderr + stats.stderr
    assert not (short_folder / "master.key").exists()


def test_a_changed_file_is_refused_with_its_line(log: Path) -> None:
    file = backed_up(log)
    emptied(log)
    file.write_bytes(file.read_bytes().replace(b'"position":5', b'"position":6'))

    run = store(log, "restore", str(file), "--sandbox")

    assert run.returncode == 1
    assert run.stderr.startswith("Line 6 is not as it was written")


def test_what_a_killed_backup_left_is_not_mistaken_for_a_backup(log: Path) -> None:
    file = backed_up(log)
    emptied(log)
    file.write_bytes(file.read_bytes()[:-100])

    run = store(log, "restore", str(file), "--sandbox")

    assert run.returncode == 1
    assert "is cut off" in run.stderr


def test_nothing_is_tidied_where_all_conversations_are_young(kept: Path) -> None:
    done = said(store(kept, "tidy", "--sandbox", "--json"))

    assert done == {
        "conversations": 0,
        "events": 0,
        "finished": 0,
        "left": 0,
        "dry_run": False,
        "log": None,
    }


def test_tidying_removes_what_is_older_than_the_shop_keeps_it(followed: Path) -> None:
    would = said(store(followed, "tidy", "--dry-run", "--sandbox", "--json"))
    did = store(followed, "tidy", "--sandbox")
    again = said(store(followed, "tidy", "--sandbox", "--json"))

    assert (would["conversations"], would["events"], would["dry_run"]) == (1, 1, True)
    assert did.stdout.startswith("1 conversations with 1 events are removed.")
    assert again["conversations"] == 0


@pytest.mark.parametrize("command", [("tidy",), ("tidy", "--dry-run"), ("stats",)])
def test_half_a_backup_is_neither_tidied_nor_weighed(
    followed: Path, command: tuple[str, ...]
) -> None:
    with connect(EmbeddedRedis(followed).start()) as client:
        client.hset("{barbershop:0}:restoring", "line", "3")

        run = store(followed, *command, "--sandbox")

        assert (run.returncode, run.stdout) == (1, "")
        assert "Half of a backup is in this Redis" in run.stderr
        assert client.xlen("{barbershop:0}:log") == 7


def test_tidying_may_be_told_another_time(followed: Path) -> None:
    would = said(store(followed, "tidy", "--older-than", "800", "--sandbox", "--json"))

    assert would["conversations"] == 0


def test_stats_tell_sizes_by_family_and_tag_and_by_part_of_redis(kept: Path) -> None:
    found = msgspec.json.decode(store(kept, "stats", "--sandbox", "--json").stdout)

    families = {one["kind"]: one["events"] for one in found["sizes"]["families"]}
    assert families == {
        "appointment": 2,
        "calendar": 1,
        "conversation": 1,
        "customer": 2,
        "diary": 1,
    }
    assert sum(one["bytes"] for one in found["sizes"]["tags"]) == found["sizes"]["bytes"]
    parts = {one["part"]: one["keys"] for one in found["memory"]["parts"]}
    assert (parts["stream indexes"], parts["keys"], parts["mailboxes"]) == (6, 1, 0)
    assert found["memory"]["aof_bytes"] > 0


def test_stats_may_begin_at_an_instant(kept: Path) -> None:
    found = msgspec.json.decode(
        store(kept, "stats", "--since", "2026-11-24", "--sandbox", "--json").stdout
    )

    assert found["sizes"]["events"] == 2


def test_stats_in_words(kept: Path) -> None:
    run = store(kept, "stats", "--sandbox")

    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("7 events with ")
    assert "`barbershop store tidy` gives back" in run.stdout


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("backup", "--sandbox"),
        ("restore", "--sandbox", "/nowhere/file"),
        ("tidy", "--sandbox", "--older-than", "0"),
        ("stats", "--sandbox", "--since", "yesterday"),
    ],
)
def test_misuse_has_its_own_exit_code(kept: Path, options: tuple[str, ...]) -> None:
    assert store(kept, *options).returncode == 2


@pytest.mark.parametrize("command", ["stats", "tidy", "backup", "restore"])
def test_every_command_tells_of_itself(short_folder: Path, command: str) -> None:
    run = store(short_folder, command, "--help")

    assert run.returncode == 0
    assert "--json" in run.stdout


@pytest.mark.parametrize("options", [("stats",), ("tidy",), ("backup", "file")])
def test_where_nothing_was_recorded_nothing_is_made(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    run = store(tmp_path, *options, "--sandbox")

    assert run.returncode == 1
    assert "Nothing was recorded yet" in run.stderr
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_told(kept: Path) -> None:
    run = store(kept, "backup", str(kept / "no such folder" / "file"), "--sandbox")

    assert run.returncode == 1
    assert "No such file or directory" in run.stderr


@pytest.mark.parametrize("command", ["stats", "tidy", "backup"])
def test_a_redis_that_does_not_answer_is_told(kept: Path, tmp_path: Path, command: str) -> None:
    file = [str(tmp_path / "file")] if command == "backup" else []
    run = store(kept, command, *file, "--sandbox", REDIS_URL="redis://127.0.0.1:1")

    assert run.returncode == 1
    assert run.stderr.startswith("Redis does not answer.")
    assert not list(tmp_path.iterdir())


def test_with_another_master_key_no_backup_is_written(log: Path, tmp_path: Path) -> None:
    master = base64.b64decode((log / "master.key").read_bytes())
    with connect(EmbeddedRedis(log).start()) as client:
        RedisKeyVault(client, master).obtain(["customer:new"])
    other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    wrong = store(log, "backup", str(tmp_path / "f"), "--sandbox", BARBERSHOP_MASTER_KEY=other)

    assert wrong.returncode == 1
    assert wrong.stderr.startswith("BARBERSHOP_MASTER_KEY is not the key")
    assert not list(tmp_path.iterdir())
    assert store(log, "backup", str(tmp_path / "f"), "--sandbox").returncode == 0


@pytest.mark.parametrize("options", [("stats",), ("tidy", "--older-than", "1")])
def test_a_garbled_event_is_told_with_its_position(
    followed: Path, options: tuple[str, ...]
) -> None:
    with connect(EmbeddedRedis(followed).start()) as client:
        log = "{barbershop:0}:log"
        found = cast("list[tuple[bytes, dict[bytes, bytes]]]", client.xrange(log))
        talks = [one for one, fields in found if fields[b"o"].startswith(b"conversation:")]
        place = talks[-1].decode()
        garble(client, log, place)

    run = store(followed, *options, "--sandbox")

    assert run.returncode == 1
    assert run.stderr == (
        f"The event at {place.removesuffix('-0')} is not as it was: see `barbershop audit verify`.\n"
    )


def garble(client: redis.Redis, log: str, place: str) -> None:
    """Write the log anew with one state changed."""
    found = cast("list[tuple[bytes, dict[bytes, bytes]]]", client.xrange(log))
    client.delete(log)
    for one, fields in found:
        changed = {b"s": b"garbled"} if one.decode() == place else {}
        client.xadd(log, cast("dict[EncodableT, EncodableT]", {**fields, **changed}), id=one)


@pytest.mark.parametrize(
    ("where", "words"), [(">/dev/full", "No space left on device"), (">&-", "it is closed")]
)
@pytest.mark.parametrize("as_json", ["", "--json"])
def test_what_cannot_be_printed_is_told(kept: Path, where: str, words: str, as_json: str) -> None:
    run = shell(kept, f"stats --sandbox {as_json} {where}")

    assert (run.returncode, run.stderr) == (1, f"Standard output: {words}.\n")


def shell(folder: Path, line: str) -> Run:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "BARBERSHOP_DATA_DIR": str(folder),
    }
    program = f"{sys.executable} -c 'from entrypoints.cli import main; main()' store {line}"
    return subprocess.run(  # noqa: S602 - our own program, and words of this file
        program, shell=True, env=environment, capture_output=True, text=True, check=False
    )


def test_a_backup_is_a_file_or_nothing(kept: Path) -> None:
    run = store(kept, "backup", "/dev/null", "--sandbox", "--force")

    assert run.returncode == 2
    assert run.stderr.endswith("/dev/null is no regular file.\n")

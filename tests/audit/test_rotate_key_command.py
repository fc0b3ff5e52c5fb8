import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from entrypoints.master_key import new_key
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.audit.commanded import followed, key, notary_of, run, seal, told
from tests.cli.recorded import record_everything, record_one_more

CODE = "AB2C"


@pytest.fixture
def unsealed(short_folder: Path) -> Iterator[tuple[Path, redis.Redis]]:
    """Seven events that no checkpoint speaks of, and the Redis that they are in."""
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        record_everything(short_folder, url)
        yield short_folder, client


@pytest.fixture
def kept(unsealed: tuple[Path, redis.Redis]) -> tuple[Path, redis.Redis]:
    """The same, sealed at 4 and at 7."""
    folder, _ = unsealed
    with EmbeddedRedis(folder).used() as url:
        seal(folder, url)
    return unsealed


def test_a_key_is_rotated_and_everything_stays_proven(kept: tuple[Path, redis.Redis]) -> None:
    folder, _ = kept
    before = key(folder)

    rotated = run(folder, "rotate-key", "--sandbox")

    after = key(folder)
    assert rotated.exit_code == 0, rotated.output
    assert after in rotated.stdout
    assert after != before
    for one in (before, after):
        verdict = told(folder, "verify", "--sandbox", "--public-key", one)
        assert (verdict["good"], verdict["sealed"], verdict["checkpoints"]) == (True, 7, 3)


def test_an_export_and_a_proof_are_good_with_the_old_key_and_the_new(
    kept: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, _ = kept
    export, proof, keys = tmp_path / "export.jsonl", tmp_path / "proof.json", [key(folder)]
    run(folder, "rotate-key", "--sandbox")
    keys.append(key(folder))
    run(folder, "export", str(export), "--sandbox")
    run(folder, "prove", "--appointment", CODE, "--since", "4", "--out", str(proof), "--sandbox")

    codes = [
        run(None, *command, "--public-key", one).exit_code
        for one in keys
        for command in (["verify", "--export", str(export)], ["check-proof", str(proof)])
    ]

    assert codes == [0] * 4


def test_an_export_of_what_was_before_is_good_with_the_new_key_alone(
    kept: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, _ = kept
    export = tmp_path / "export.jsonl"
    run(folder, "rotate-key", "--sandbox")
    run(folder, "export", str(export), "--until", "2026-11-23", "--sandbox")

    found = run(None, "verify", "--export", str(export), "--public-key", key(folder))

    assert found.exit_code == 0, found.output


def test_the_notary_goes_on_with_the_new_key(kept: tuple[Path, redis.Redis]) -> None:
    folder, _ = kept
    run(folder, "rotate-key", "--sandbox")
    new = told(folder, "key", "--sandbox")

    with EmbeddedRedis(folder).used() as url:
        record_one_more(folder, url)
        with connect(url) as client:
            board = PublishedCheckpoints(client)
            notary = notary_of(folder, RedisApplicationRecorder(client), board)
            asyncio.run(followed(notary))

    status = told(folder, "status", "--sandbox")
    checkpoint = status["last_checkpoint"]
    assert isinstance(checkpoint, dict)
    assert (checkpoint["size"], checkpoint["key_id"]) == (8, new["key_id"])
    assert status["key_id"] == new["key_id"]
    assert told(folder, "verify", "--sandbox")["good"] is True


def test_a_key_is_not_rotated_while_a_worker_seals(kept: tuple[Path, redis.Redis]) -> None:
    folder, _ = kept
    before = key(folder)
    worker = WitnessFolder(folder / "audit")

    found = run(folder, "rotate-key", "--sandbox")
    worker.close()

    assert (found.exit_code, key(folder)) == (2, before)
    assert "stop it" in found.stderr


def test_a_key_is_not_rotated_over_a_log_that_was_changed(kept: tuple[Path, redis.Redis]) -> None:
    folder, client = kept
    before = key(folder)
    client.xdel("{barbershop:0}:log", "5-0")

    found = run(folder, "rotate-key", "--sandbox")

    assert (found.exit_code, key(folder)) == (1, before)
    assert "position 5: an event was taken out" in found.stdout


def test_a_key_that_vouches_for_nothing_has_nothing_to_hand_over(
    unsealed: tuple[Path, redis.Redis],
) -> None:
    folder, _ = unsealed
    before = key(folder)

    found = run(folder, "rotate-key", "--sandbox")

    assert (found.exit_code, key(folder)) == (2, before)
    assert "no checkpoint vouches for the 7 events" in found.stdout
    assert found.stderr.endswith("The key stays as it is.\n")
    assert not (folder / "audit").exists()


def test_before_the_first_event_there_is_nothing_to_hand_over(
    unsealed: tuple[Path, redis.Redis],
) -> None:
    folder, client = unsealed
    client.flushall()

    found = run(folder, "rotate-key", "--sandbox")

    assert found.exit_code == 2
    assert "holds no event" in found.stdout
    assert not (folder / "audit").exists()


def test_a_replaced_master_key_takes_over_with_the_old_one(
    kept: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, _ = kept
    old, before = tmp_path / "old.key", key(folder)
    shutil.copy(folder / "master.key", old)
    (folder / "master.key").write_text(new_key())

    alone = run(folder, "rotate-key", "--sandbox")
    found = run(folder, "rotate-key", "--sandbox", "--old-master-key", str(old))

    assert (alone.exit_code, found.exit_code) == (2, 0), found.output
    assert key(folder) != before
    assert told(folder, "verify", "--sandbox")["good"] is True
    assert told(folder, "verify", "--sandbox", "--public-key", before)["good"] is True


def test_a_master_key_that_has_taken_over_does_not_do_so_twice(
    kept: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, _ = kept
    old = tmp_path / "old.key"
    shutil.copy(folder / "master.key", old)
    (folder / "master.key").write_text(new_key())
    run(folder, "rotate-key", "--sandbox", "--old-master-key", str(old))
    before, written = key(folder), (folder / "audit" / "checkpoints.jsonl").read_bytes()

    again = run(folder, "rotate-key", "--sandbox", "--old-master-key", str(old))

    assert again.exit_code == 0, again.output
    assert before in again.stdout
    assert key(folder) == before
    assert (folder / "audit" / "checkpoints.jsonl").read_bytes() == written


@pytest.mark.parametrize("text", ["", "secret", "AAAA", "ñ"])
def test_what_is_no_master_key_is_refused(
    kept: tuple[Path, redis.Redis], tmp_path: Path, text: str
) -> None:
    folder, _ = kept
    (tmp_path / "old.key").write_text(text)

    found = run(folder, "rotate-key", "--sandbox", "--old-master-key", str(tmp_path / "old.key"))

    assert found.exit_code == 2
    assert "holds no master key" in found.stderr


def test_a_folder_that_the_old_master_key_signed_last_asks_for_it(
    kept: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, _ = kept
    old = tmp_path / "old.key"
    shutil.copy(folder / "master.key", old)
    shutil.copytree(folder / "audit", tmp_path / "before")
    (folder / "master.key").write_text(new_key())
    run(folder, "rotate-key", "--sandbox", "--old-master-key", str(old))
    shutil.rmtree(folder / "audit")
    shutil.copytree(tmp_path / "before", folder / "audit")

    alone = run(folder, "rotate-key", "--sandbox")
    joined = run(folder, "rotate-key", "--sandbox", "--old-master-key", str(old))

    assert (alone.exit_code, joined.exit_code) == (2, 0), joined.output
    assert "name the one that does with --old-master-key" in alone.stderr
    assert told(folder, "verify", "--sandbox")["good"] is True

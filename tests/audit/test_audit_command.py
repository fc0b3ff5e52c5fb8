"""The commands as a person runs them, over the Redis of a data folder."""

import asyncio
import dataclasses
import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
import redis
from click.testing import CliRunner
from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteFactory
from eventsourcing.utils import Environment

from entrypoints.audit.command import audit
from entrypoints.master_key import new_key
from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_key import SigningKey
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.audit.commanded import followed, key, notary_of, recorded, run, told
from tests.audit.listed_log import Board
from tests.audit.rewriting import LOG, rewrite
from tests.cli.recorded import settings_of

CODE = "AB2C"
OTHER = SigningKey(bytes(32)).public


def test_a_log_as_it_was_recorded_is_good(running: Path) -> None:
    found = run(running, "verify", "--sandbox")

    assert found.exit_code == 0, found.output
    assert "Good: 7 events of barbershop:0 are as they were sealed." in found.stdout
    assert "Not yet sealed: 1." in found.stdout
    assert found.stderr == ""


def test_a_verdict_is_told_as_json(running: Path) -> None:
    finding = told(running, "verify", "--sandbox")

    assert finding["good"] is True
    assert (finding["size"], finding["sealed"], finding["unsealed"]) == (8, 7, 1)
    assert (finding["checkpoints"], finding["first_bad"]) == (2, None)


def test_a_changed_event_is_told_with_its_position(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    events = recorded(client)
    events[2] = dataclasses.replace(events[2], state=events[2].state + b"\x00")
    rewrite(client, events, 8)

    found = run(folder, "verify", "--sandbox")
    finding = told(folder, "verify", "--sandbox")

    assert found.exit_code == 1
    assert found.stdout.startswith("TAMPERED: position 3: the event is not the one")
    assert finding["first_bad"] == {"position": 3, "upto": 3, "reason": "changed"}


def test_checkpoints_that_were_published_count_where_the_folder_is_gone(
    copied: tuple[Path, redis.Redis],
) -> None:
    folder, client = copied
    shutil.rmtree(folder / "audit")
    good = run(folder, "verify", "--sandbox")
    client.set("{barbershop:0}:head", 6)
    client.xdel(LOG, "7-0", "8-0")

    cut = run(folder, "verify", "--sandbox")

    assert (good.exit_code, cut.exit_code) == (0, 1), good.output
    assert "positions 5 to 7: the log ends too early" in cut.stdout


def test_a_key_of_another_type_is_no_log(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    client.delete(LOG)
    client.set(LOG, "text")

    found = run(folder, "verify", "--sandbox")

    assert found.exit_code == 1
    assert "no log of events" in found.stderr


def test_checkpoints_count_for_the_public_key_that_is_given(running: Path) -> None:
    own = run(running, "verify", "--sandbox", "--public-key", key(running))
    other = run(running, "verify", "--sandbox", "--public-key", OTHER.text)

    assert (own.exit_code, other.exit_code, other.stdout) == (0, 2, "")
    assert "No checkpoint of this log is of this key" in other.stderr


@pytest.mark.parametrize(
    "command", [("verify",), ("export", "export.jsonl"), ("prove", "--appointment", CODE)]
)
def test_another_master_key_checks_nothing(
    copied: tuple[Path, redis.Redis], command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = copied
    (folder / "master.key").write_text(new_key())
    monkeypatch.chdir(folder)

    found = run(folder, *command, "--sandbox")

    assert (found.exit_code, found.stdout) == (2, "")
    assert "is BARBERSHOP_MASTER_KEY" in found.stderr
    assert not (folder / "export.jsonl").exists()


def test_one_checkpoint_of_another_key_among_ours_is_forged(
    copied: tuple[Path, redis.Redis],
) -> None:
    folder, _ = copied
    lines = (folder / "audit" / "checkpoints.jsonl").read_text()
    own = SigningKey(settings_of(folder).master_key).public.id
    (folder / "audit" / "checkpoints.jsonl").write_text(lines.replace(own, OTHER.id, 1))

    found = run(folder, "verify", "--sandbox")

    assert found.exit_code == 1
    assert "not signed by this key" in found.stdout


def test_an_export_is_checked_without_settings_data_or_redis(running: Path, tmp_path: Path) -> None:
    file, key_file = tmp_path / "export.jsonl", tmp_path / "key.pem"
    written = run(running, "export", str(file), "--sandbox")
    key_file.write_text(run(running, "key", "--sandbox", "--pem").stdout)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-c", "from entrypoints.audit.command import audit; audit()"]
    options = ["verify", "--export", str(file), "--public-key", str(key_file)]

    found = subprocess.run(  # noqa: S603 - our own program
        [*program, *options],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert written.output == f"8 events and 2 checkpoints are in {file}.\n"
    assert found.returncode == 0, found.stderr
    assert "Good: 7 events" in found.stdout
    assert {one.name for one in tmp_path.iterdir()} == {"export.jsonl", "key.pem"}


def test_there_are_no_secrets_in_an_export(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"

    run(running, "export", str(file), "--sandbox")

    text = file.read_text()
    assert (running / "master.key").read_text().strip() not in text
    assert "1555" not in text


def test_a_changed_export_is_found(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    run(running, "export", str(file), "--sandbox")
    file.write_text(file.read_text().replace("appointment.booked/1", "appointment.booked/2"))

    found = run(None, "verify", "--export", str(file), "--public-key", key(running))

    assert found.exit_code == 1
    assert "TAMPERED: position 4" in found.stdout


def test_an_export_writes_over_nothing_unless_it_is_forced_to(
    running: Path, tmp_path: Path
) -> None:
    file = tmp_path / "export.jsonl"
    file.write_text("precious")

    refused = run(running, "export", str(file), "--sandbox")
    kept = file.read_text()
    forced = run(running, "export", str(file), "--sandbox", "--force")

    assert (refused.exit_code, kept, forced.exit_code) == (2, "precious", 0)
    assert file.read_text() != "precious"


def test_an_export_may_end_with_a_day(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"

    trailer = told(running, "export", str(file), "--sandbox", "--until", "2026-11-23")

    assert (trailer["size"], trailer["checkpoints"]) == (5, 1)


def test_the_events_of_an_appointment_are_proven(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "proof.json"

    made = run(running, "prove", "--sandbox", "--appointment", CODE, "--out", str(file))
    found = run(None, "check-proof", str(file), "--public-key", key(running))

    assert (made.exit_code, found.exit_code) == (0, 0), made.output
    assert found.stdout.startswith("Proven: 2 events stand in barbershop:0, sealed with 7 events")
    assert "They are of: appointment:0123456789abcdef.\n" in found.stdout
    assert "It is not proven that these are all its events.\n" in found.stdout


def test_a_proof_of_no_event_proves_nothing(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    text = run(running, "prove", "--sandbox", "--appointment", CODE).stdout
    file.write_bytes(msgspec.json.encode({**msgspec.json.decode(text), "events": []}))

    found = run(None, "check-proof", str(file), "--public-key", key(running))

    assert (found.exit_code, found.stdout) == (1, "NOT PROVEN: no event in it.\n")


def test_a_proof_with_a_number_beyond_all_logs_is_none(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    text = run(running, "prove", "--sandbox", "--appointment", CODE).stdout
    file.write_text(text.replace('"version": 2', f'"version": {10**30}'))

    found = run(None, "check-proof", str(file), "--public-key", key(running))

    assert (found.exit_code, found.stdout) == (1, "")
    assert "is no proof" in found.stderr


def test_a_proof_may_show_that_the_log_only_grew_since_an_older_checkpoint(
    running: Path, tmp_path: Path
) -> None:
    file = tmp_path / "proof.json"
    asked = ("--appointment", "#ab2c", "--since", "4")

    file.write_text(run(running, "prove", "--sandbox", *asked).stdout)

    words = run(None, "check-proof", str(file), "--public-key", key(running)).stdout
    checked = told(None, "check-proof", str(file), "--public-key", key(running))
    proof = msgspec.json.decode(file.read_bytes())
    root = proof["earlier"]["root"]
    assert "The log only grew since it was sealed with 4 events at 20" in words
    assert f"\nIts root was then: {root}\n" in words
    assert (checked["fault"], checked["earlier"]) == (None, proof["earlier"])
    assert (proof["earlier"]["size"], proof["checkpoint"]["size"]) == (4, 7)


def test_a_changed_proof_is_found(running: Path, tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    text = run(running, "prove", "--sandbox", "--appointment", CODE).stdout
    file.write_text(text.replace('"version": 2', '"version": 3'))

    found = run(None, "check-proof", str(file), "--public-key", key(running))

    assert found.exit_code == 1
    assert found.stdout == "NOT PROVEN: event not in the log (position 7).\n"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--appointment", "ZZZZ"), "No such appointment."),
        (("--appointment", "another"), "No event of that appointment is sealed yet."),
        (("--appointment", CODE, "--since", "5"), "the nearest: 4 and 7."),
        (("--appointment", CODE, "--since", "8"), "the nearest: 7."),
    ],
)
def test_what_cannot_be_proven_is_told(running: Path, asked: tuple[str, ...], words: str) -> None:
    found = run(running, "prove", "--sandbox", *asked)

    assert (found.exit_code, found.stdout) == (2, "")
    assert words in found.stderr


def test_nothing_is_proven_before_anything_is_sealed(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    shutil.rmtree(folder / "audit")
    client.delete("{barbershop:0}:checkpoints")

    found = run(folder, "prove", "--sandbox", "--appointment", CODE)

    assert found.exit_code == 2
    assert "Nothing was sealed yet" in found.stderr


def test_what_redis_shows_is_enough_to_prove_and_to_export(
    copied: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, _ = copied
    shutil.rmtree(folder / "audit")
    export, proof, public = tmp_path / "export.jsonl", tmp_path / "proof.json", key(folder)

    run(folder, "export", str(export), "--sandbox")
    run(folder, "prove", "--sandbox", "--appointment", CODE, "--out", str(proof))

    assert run(None, "verify", "--export", str(export), "--public-key", public).exit_code == 0
    assert run(None, "check-proof", str(proof), "--public-key", public).exit_code == 0


def test_an_export_is_not_made_of_the_end_of_a_row_of_checkpoints(
    copied: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, client = copied
    shutil.rmtree(folder / "audit")
    client.rpop("{barbershop:0}:checkpoints")

    found = run(folder, "export", str(tmp_path / "export.jsonl"), "--sandbox")

    assert found.exit_code == 2
    assert "only the newest checkpoints" in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_appointment_that_was_changed_is_not_proven(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    events = recorded(client)
    events[6] = dataclasses.replace(events[6], state=b"\x80")
    rewrite(client, events, 8)

    found = run(folder, "prove", "--sandbox", "--appointment", "0123456789abcdef")

    assert found.exit_code == 1
    assert "not as it was sealed" in found.stderr


def test_a_log_that_is_kept_elsewhere_is_verified_and_proven_there(short_folder: Path) -> None:
    environment = {
        "BARBERSHOP_DATA_DIR": str(short_folder),
        "PERSISTENCE_MODULE": "eventsourcing.sqlite",
        "SQLITE_DBNAME": str(short_folder / "events.db"),
    }
    given = {**environment, "ORIGINATOR_ID_TYPE": "text"}
    with (
        EmbeddedRedis(short_folder).used(),
        closing(SQLiteFactory(Environment(env=given))) as factory,
    ):
        recorder = factory.application_recorder()
        recorder.insert_events([StoredEvent("appointment:a1", 1, "told/1", b"1")])
        asyncio.run(followed(notary_of(short_folder, recorder, Board())))

        verified = CliRunner(env=environment).invoke(audit, ["verify", "--sandbox"])
        asked = ["prove", "--sandbox", "--appointment", "a1"]
        proven = CliRunner(env=environment).invoke(audit, asked)

    assert verified.stdout.startswith("Good: 1 events")
    assert msgspec.json.decode(proven.stdout)["events"][0]["stream"] == "appointment:a1"


def test_the_state_of_the_records_is_told(running: Path) -> None:
    found = run(running, "status", "--sandbox")
    state = told(running, "status", "--sandbox")

    assert found.stdout.startswith("barbershop:0: 8 events, 7 sealed, 1 not yet.\nLast checkpoint:")
    assert (found.exit_code, state["size"], state["sealed"], state["unsealed"]) == (0, 8, 7, 1)
    assert (state["alarm"], state["alarm_of_a_worker"]) == (None, None)


@pytest.fixture
def alarmed(copied: tuple[Path, redis.Redis]) -> tuple[Path, redis.Redis]:
    """A log without its third event, which a notary has noticed."""
    folder, client = copied
    client.xdel(LOG, "3-0")
    following = notary_of(folder, RedisApplicationRecorder(client), Board())
    with pytest.raises(LogTampered):
        asyncio.run(following.step(wait=timedelta(0)))
    asyncio.run(following.close())
    return folder, client


def test_an_alarm_is_part_of_the_state(alarmed: tuple[Path, redis.Redis]) -> None:
    folder, _ = alarmed

    found = run(folder, "status", "--sandbox")
    state = told(folder, "status", "--sandbox")

    assert found.exit_code == 1
    assert ": position 3: removed.\nNothing more is sealed" in found.stdout
    assert isinstance(state["alarm"], dict)
    assert (state["alarm"]["position"], state["alarm"]["reason"]) == (3, "removed")


def test_the_alarm_of_a_worker_elsewhere_is_part_of_the_state(
    copied: tuple[Path, redis.Redis],
) -> None:
    folder, client = copied
    client.set("{barbershop:0}:pulse:audit", "position 3: removed")

    found = run(folder, "status", "--sandbox")

    assert found.exit_code == 1
    assert "ALARM of a worker: position 3: removed.\n" in found.stdout


def test_an_alarm_stands_as_long_as_the_log_is_bad(alarmed: tuple[Path, redis.Redis]) -> None:
    folder, _ = alarmed

    found = run(folder, "acknowledge", "--sandbox")

    assert (found.exit_code, found.stderr) == (1, "The alarm stands.\n")
    assert found.stdout.startswith("TAMPERED: position 3")
    assert run(folder, "status", "--sandbox").exit_code == 1


def test_an_alarm_stands_where_nothing_vouches_for_the_log(
    alarmed: tuple[Path, redis.Redis], original: Path
) -> None:
    folder, client = alarmed
    with connect(f"unix://{original}/redis/redis.sock") as other:
        rewrite(client, recorded(other), 8)
    client.delete("{barbershop:0}:checkpoints")
    (folder / "audit" / "checkpoints.jsonl").unlink()
    (folder / "audit" / "leaves").unlink()

    found = run(folder, "acknowledge", "--sandbox")

    assert (found.exit_code, found.stderr.splitlines()[-1]) == (2, "The alarm stands.")
    assert (folder / "audit" / "alarm.json").exists()


def test_an_alarm_is_put_away_when_the_log_is_as_it_was(
    alarmed: tuple[Path, redis.Redis], original: Path
) -> None:
    folder, client = alarmed
    with connect(f"unix://{original}/redis/redis.sock") as other:
        rewrite(client, recorded(other), 8)

    found = run(folder, "acknowledge", "--sandbox")
    again = run(folder, "acknowledge", "--sandbox")

    assert (found.exit_code, again.exit_code) == (0, 0), found.output
    assert found.stdout.endswith("Restart the worker.\n")
    assert again.stdout == "There is no alarm.\n"
    assert run(folder, "status", "--sandbox").exit_code == 0


@pytest.mark.parametrize("command", [("status",), ("export", "/tmp/never")])  # noqa: S108 - never
def test_a_head_that_is_no_number_is_told_in_words(
    copied: tuple[Path, redis.Redis], command: tuple[str, ...]
) -> None:
    folder, client = copied
    client.set("{barbershop:0}:head", "sixty")

    found = run(folder, *command, "--sandbox")

    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr == "What should be the last position of the log is no number.\n"


def test_a_key_that_is_no_index_is_named(copied: tuple[Path, redis.Redis]) -> None:
    folder, client = copied
    client.set("{barbershop:0}:stream:ghost", "text")

    found = run(folder, "verify", "--sandbox")

    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr == "The key {barbershop:0}:stream:ghost is no index of a stream.\n"


def test_a_file_is_not_written_in_the_place_of_something_else(
    running: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")

    found = run(running, "export", str(tmp_path / "pipe"), "--sandbox", "--force")

    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.endswith(f"{tmp_path / 'pipe'} is no regular file.\n")
    assert (tmp_path / "pipe").is_fifo()


def test_the_public_key_is_told_in_every_form(running: Path) -> None:
    forms = told(running, "key", "--sandbox")

    assert forms["public_key"] == key(running)
    assert forms["pem"] == run(running, "key", "--sandbox", "--pem").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "--export", "nowhere", "--public-key", OTHER.text),
        ("verify", "--export", __file__),
        ("verify", "--export", __file__, "--public-key", "nonsense"),
        ("verify", "--export", __file__, "--public-key", __file__),
        ("verify", "--sandbox"),
        ("export", "/nowhere/file", "--sandbox"),
        ("prove", "--sandbox"),
        ("prove", "--sandbox", "--appointment", CODE),
        ("check-proof", __file__),
        ("check-proof", "nowhere", "--public-key", OTHER.text),
        ("status", "--sandbox"),
        ("key", "--sandbox"),
        ("key",),
    ],
)
def test_misuse_has_its_own_exit_code_and_words(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    found = run(tmp_path, *arguments)

    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "--export", __file__, "--public-key", OTHER.text),
        ("check-proof", __file__, "--public-key", OTHER.text),
    ],
)
def test_a_file_that_is_something_else_is_invalid(arguments: tuple[str, ...]) -> None:
    found = run(None, *arguments)

    assert (found.exit_code, found.stdout) == (1, "")
    assert __file__ in found.stderr


@pytest.mark.parametrize("command", [("verify",), ("status",), ("prove", "--appointment", CODE)])
def test_an_outage_of_redis_is_told_and_is_no_verdict(
    running: Path, command: tuple[str, ...]
) -> None:
    environment = {"BARBERSHOP_DATA_DIR": str(running), "REDIS_URL": "unix:///nowhere/s"}

    found = CliRunner(env=environment).invoke(audit, [*command, "--sandbox"])

    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr == "Redis does not answer. Is REDIS_URL right, and does it run?\n"


def test_an_export_that_fails_leaves_nothing_behind(
    copied: tuple[Path, redis.Redis], tmp_path: Path
) -> None:
    folder, client = copied
    client.xdel(LOG, "3-0")

    found = run(folder, "export", str(tmp_path / "export.jsonl"), "--sandbox")

    assert found.exit_code == 1
    assert found.stderr == "The log is bad at position 3: removed.\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["verify", "export", "prove", "check-proof", "key", "status"])
def test_every_command_explains_itself(command: str) -> None:
    found = run(None, command, "--help")

    assert found.exit_code == 0
    assert "--json" in found.stdout

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from eventsourcing.persistence import StoredEvent

from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.cli.recorded import MORNING, record_everything, record_one_more

Line = dict[str, object]


@pytest.fixture(scope="module")
def log(data_dir: Path) -> Iterator[Path]:
    with EmbeddedRedis(data_dir).used() as url:
        record_everything(data_dir, url)
        yield data_dir


def command(folder: Path, *options: str) -> tuple[list[str], dict[str, str]]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "BARBERSHOP_DATA_DIR": str(folder),
    }
    program = [sys.executable, "-c", "from entrypoints.cli import main; main()"]
    return [*program, "events", "--sandbox", *options], environment


def events(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    arguments, environment = command(folder, *options)
    return subprocess.run(  # noqa: S603 - our own program
        arguments, env=environment, capture_output=True, text=True, check=False
    )


def positions(run: subprocess.CompletedProcess[str]) -> list[object]:
    return [msgspec.json.decode(line)["position"] for line in run.stdout.splitlines()]


def test_a_json_line_has_all_that_is_known_of_an_event(log: Path) -> None:
    run = events(log, "--stream", "diary:demo:marco:2026-11-26", "--json")

    assert run.returncode == 0, run.stderr
    assert msgspec.json.decode(run.stdout) == {
        "position": 5,
        "stream": "diary:demo:marco:2026-11-26",
        "version": 1,
        "tag": "diary.time_claimed",
        "schema": 1,
        "at": "2026-11-23T15:00:00Z",
        "actor": "bot",
        "cause": "turn:1",
        "correlation": "1",
        "policy": "",
        "data": {
            "appointment_id": "0123456789abcdef",
            "start": "2026-11-26T19:00:00Z",
            "end": "2026-11-26T19:30:00Z",
            "before": "P0D",
            "after": "P0D",
            "hold_id": None,
        },
    }


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), [1, 2, 3, 4, 5, 6, 7]),
        (("--appointment", "AB2C"), [4, 6, 7]),
        (("--appointment", "#ab2c"), [4, 6, 7]),
        (("--appointment", "0123456789abcdef"), [4, 6, 7]),
        (("--diary", "marco@2026-11-26"), [5]),
        (("--diary", "marco@2026-11-26", "--shop", "demo"), [5]),
        (("--conversation", "talk"), [3]),
        (("--customer", "alex"), [1, 3, 4, 5, 6, 7]),
        (("--customer", "ben", "--conversation", "talk"), [2, 3]),
        (("--kind", "appointment"), [4, 7]),
        (("--kind", "appointment.booked", "--kind", "diary"), [4, 5]),
        (("--since", "2026-11-24"), [6, 7]),
        (("--until", "2026-11-23"), [1, 2, 3, 4, 5]),
        (("--since", "2026-11-24T15:00:00Z"), [6, 7]),
        (("--until", "2026-11-24T10:00:00-05:00"), [1, 2, 3, 4, 5]),
        (("--since", "2026-11-23 10:00", "--until", "2026-11-23 10:01"), [1, 2, 3, 4, 5]),
        (("--after", "5"), [6, 7]),
        (("--last", "2"), [6, 7]),
        (("--kind", "customer", "--last", "1"), [2]),
        (("--appointment", "AB2C", "--kind", "appointment.cancelled"), [7]),
    ],
)
def test_options_choose_events(log: Path, options: tuple[str, ...], found: list[int]) -> None:
    run = events(log, "--json", *options)

    assert (run.returncode, positions(run)) == (0, found), run.stderr


@pytest.mark.parametrize(
    "options",
    [("--appointment", "ZZZZ"), ("--customer", "nobody"), ("--kind", "history"), ("--after", "7")],
)
def test_nothing_found_has_its_own_exit_code(log: Path, options: tuple[str, ...]) -> None:
    run = events(log, *options)

    assert (run.returncode, run.stdout) == (1, "")
    assert "No such event was recorded." in run.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--diary", "marco"),
        ("--diary", "marco@soon"),
        ("--since", "yesterday"),
        ("--shop", "nowhere"),
        ("--last", "0"),
        ("--after", "-1"),
        ("--since", "2026-11-24", "--until", "2026-11-23"),
        ("--diary", "nobody@2026-11-26"),
        *((option, "") for option in ("--stream", "--appointment", "--diary", "--kind", "--shop")),
        *((option, " ") for option in ("--conversation", "--customer", "--since", "--until")),
    ],
)
def test_misuse_has_its_own_exit_code(log: Path, options: tuple[str, ...]) -> None:
    run = events(log, *options)

    assert (run.returncode, run.stdout) == (2, "")


@pytest.mark.parametrize("kind", ["app", "appointment.", "appointment.rated", "booked"])
def test_a_kind_that_there_is_not_is_told_with_those_that_there_are(log: Path, kind: str) -> None:
    run = events(log, "--kind", "appointment", "--kind", kind)

    assert (run.returncode, run.stdout) == (2, "")
    assert f"no event is of the kind {kind}. The kinds, by family:" in run.stderr
    assert "  appointment: appointment.booked, appointment.cancelled, appointment" in run.stderr


def test_a_kind_that_only_a_newer_release_knows_is_found(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        record_everything(short_folder, url)
        state = msgspec.msgpack.encode(
            {"at": MORNING, "actor": "bot", "cause": "", "correlation": "", "data": {"stars": 5}}
        )
        newer = StoredEvent("appointment:x", 1, "appointment.rated/1", state)
        RedisApplicationRecorder(client).insert_events([newer])

        run = events(short_folder, "--kind", "appointment.rated", "--json")

    assert (run.returncode, positions(run)) == (0, [8]), run.stderr


def test_only_what_is_shown_needs_its_key(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        record_everything(short_folder, url)
        client.hdel("{barbershop:0}:keys", "customer:alex", "customer:ben", "conversation:talk")

        plain = events(short_folder, "--shop", "demo", "--kind", "appointment", "--json")
        late = events(short_folder, "--since", "2026-11-24", "--json")
        booked = events(short_folder, "--appointment", "AB2C", "--json")

    assert (positions(plain), positions(late), positions(booked)) == ([4, 7], [6, 7], [4, 6, 7])


def test_no_customer_but_the_one_asked_for_is_unsealed(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        record_everything(short_folder, url)
        client.hdel("{barbershop:0}:keys", "customer:ben")

        run = events(short_folder, "--customer", "alex", "--json")

    assert positions(run) == [1, 3, 4, 5, 6, 7]


def test_a_piped_table_has_one_whole_line_for_each_event_in_the_shops_time(log: Path) -> None:
    run = events(log)

    lines = run.stdout.splitlines()
    assert len(lines) == 7
    assert " ".join(lines[3].split()) == (
        "4 2026-11-23 10:00:00-05:00 appointment.booked appointment:0123456789abcdef v1 bot "
        "#AB2C haircut with marco, Thu 26 Nov 14:00 to 14:30"
    )


def test_an_erased_event_is_shown_as_erased(log: Path) -> None:
    table = events(log, "--customer", "ben")
    line = msgspec.json.decode(events(log, "--customer", "ben", "--json").stdout)

    assert "(erased: the key of this stream is destroyed)" in table.stdout
    assert (line["tag"], line["data"], line["erased"]) == ("customer.met", None, True)
    assert line["at"] == "2026-11-23T15:00:00Z"


def test_an_empty_data_folder_has_nothing_to_show_and_stays_empty(tmp_path: Path) -> None:
    run = events(tmp_path)

    assert run.returncode == 1
    assert "Nothing was recorded yet" in run.stderr
    assert not list(tmp_path.iterdir())


def test_the_wrong_master_key_is_told(log: Path, tmp_path: Path) -> None:
    arguments, environment = command(log)
    other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    run = subprocess.run(  # noqa: S603 - our own program
        arguments,
        env={**environment, "BARBERSHOP_MASTER_KEY": other},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert "BARBERSHOP_MASTER_KEY is not the key" in run.stderr


def test_reading_leaves_the_redis_of_a_running_service_alone(log: Path) -> None:
    events(log)

    assert EmbeddedRedis(log).socket_path.exists()


def test_followers_see_what_comes_until_they_are_ended(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url:
        record_everything(short_folder, url)
        arguments, environment = command(
            short_folder, "--follow", "--kind", "appointment", "--json"
        )
        follower = subprocess.Popen(  # noqa: S603 - our own program
            arguments, env=environment, stdout=subprocess.PIPE, text=True
        )
        assert follower.stdout is not None
        before = [follower.stdout.readline() for _ in range(2)]

        record_one_more(short_folder, url)

        told = [msgspec.json.decode(line) for line in (*before, follower.stdout.readline())]
        follower.send_signal(signal.SIGINT)
        rest, _ = follower.communicate(timeout=10)
    assert [line["position"] for line in told] == [4, 7, 8]
    assert (rest, follower.returncode) == ("", 0)


def test_the_log_of_a_stopped_service_is_read_and_its_redis_stopped_again(
    short_folder: Path,
) -> None:
    with EmbeddedRedis(short_folder).used() as url:
        record_everything(short_folder, url)
    assert not EmbeddedRedis(short_folder).socket_path.exists()

    run = events(short_folder, "--last", "1", "--json")

    assert positions(run) == [7]
    assert not EmbeddedRedis(short_folder).socket_path.exists()


def test_half_a_backup_is_told_and_not_read(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        record_everything(short_folder, url)
        client.hset("{barbershop:0}:restoring", "line", "3")

        run = events(short_folder)

    assert (run.returncode, run.stdout) == (1, "")
    assert "Half of a backup is in this Redis" in run.stderr


def test_a_lost_key_is_told_and_not_taken_for_an_erasure(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url, connect(url) as client:
        record_everything(short_folder, url)
        client.hdel("{barbershop:0}:keys", "customer:alex")

        run = events(short_folder)

    assert run.returncode == 1
    assert "Redis has lost the key of customer:alex" in run.stderr

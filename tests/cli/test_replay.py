from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from eventsourcing.persistence import StoredEvent

from entrypoints.history.replay_command import Told
from entrypoints.history.replay_summary import Reached
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.cli.running import everything, printed, run
from tests.cli.two_shops import record_two_shops


@pytest.fixture(scope="module")
def url(data_dir: Path) -> Iterator[str]:
    with EmbeddedRedis(data_dir).used() as address:
        record_two_shops(data_dir, address)
        yield address


@pytest.fixture
def log(data_dir: Path, url: str) -> Path:
    assert url
    return data_dir


def test_a_replay_tells_how_far_it_went_and_what_there_was(log: Path) -> None:
    done = run(log, "replay")

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:-1] == [
        "Events           21, the last at position 21",
        "Last event       2026-11-23 16:00:00-05:00",
        "Appointments     1 booked, 1 cancelled",
        "Open bookings    1 of 1 customers",
        "Diaries          2",
        "Calendar entries 1",
        "Shops on record  demo, madrid",
    ]
    assert lines[-1].startswith("Digest           ")


def test_a_replay_goes_as_far_as_was_known(log: Path) -> None:
    done = run(log, "replay", "--until", "2026-11-23 14:30", "--json")

    summary = printed(done, Told).summary
    assert summary.until == datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    at = datetime(2026, 11, 23, 19, tzinfo=UTC)
    assert summary.reached == Reached(events=17, position=17, at=at)


def test_a_replay_with_its_own_streams_leads_to_the_same(log: Path) -> None:
    done = run(log, "replay", "--check")

    assert done.returncode == 0, done.stderr
    assert "every appointment and diary is as its own stream says" in done.stdout


def test_days_are_shown_in_the_time_of_their_shop(log: Path) -> None:
    done = run(log, "replay", "--day", "2026-11-26")

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[9:] == [
        "demo, marco, Thu 2026-11-26",
        "  14:00-14:30  #AAA1  haircut                   cancelled       25.00 USD",
        "  14:30-15:00  blocked by staff",
        "",
        "madrid, lucia, Thu 2026-11-26",
        "  20:00-20:30  #BBB2  haircut                   booked          25.00 USD",
        "",
        "demo, Thu 2026-11-26: 0 booked, 0 moved, 1 cancelled (0 late), 0 minutes, no income",
        "madrid, Thu 2026-11-26: 1 booked, 0 moved, 0 cancelled (0 late), 30 minutes, 25.00 USD",
    ]


@pytest.mark.parametrize(
    ("options", "barbers"),
    [
        (("--shop", "madrid"), ["lucia"]),
        (("--barber", "marco"), ["marco"]),
        (("--day", "2026-11-27"), []),
        (("--shop", "demo", "--barber", "lucia"), []),
    ],
)
def test_days_are_narrowed(log: Path, options: tuple[str, ...], barbers: list[str]) -> None:
    done = run(log, "replay", "--json", *options)

    assert [one.key.barber_id for one in printed(done, Told).days or ()] == barbers


def test_everything_is_exported_line_by_line(log: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"

    done = run(log, "replay", "--out", str(file))

    assert done.returncode == 0, done.stderr
    lines = [msgspec.json.decode(line) for line in file.read_text().splitlines()]
    kinds = [line["kind"] for line in lines]
    assert kinds == ["replay", *["state"] * 7, "day", "day", "figures", "figures", "open_bookings"]
    streams = [line["stream"] for line in lines[1:8]]
    assert streams == sorted(streams)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_there_is_written_over_only_by_force(log: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text("mine")

    refused = run(log, "replay", "--out", str(file))
    kept = file.read_text()
    forced = run(log, "replay", "--out", str(file), "--force")

    assert (refused.returncode, kept) == (2, "mine")
    assert forced.returncode == 0, forced.stderr
    assert file.read_text().startswith('{"kind":"replay"')


def test_a_file_that_cannot_be_written_is_told(log: Path, tmp_path: Path) -> None:
    done = run(log, "replay", "--out", str(tmp_path / "nowhere" / "all.jsonl"))

    assert (done.returncode, done.stdout) == (1, "")
    assert "No such file or directory" in done.stderr


def test_a_replay_changes_nothing_in_redis(log: Path, url: str, tmp_path: Path) -> None:
    with connect(url) as client:
        before = everything(client)

        done = run(log, "replay", "--check", "--out", str(tmp_path / "all.jsonl"))

        assert done.returncode == 0, done.stderr
        assert everything(client) == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--until", "soon"), "a time is 2026-11-26"),
        (("--day", "friday"), "a day is written 2026-11-26"),
        (("--shop", "nowhere"), "the shops are: demo, madrid."),
        (("--shop", ""), "it is empty"),
        (("--barber", ""), "it is empty"),
        (("--barber", "nobody"), "the barbers are: ana, "),
    ],
)
def test_misuse_is_told_and_has_its_own_exit_code(
    log: Path, options: tuple[str, ...], words: str
) -> None:
    done = run(log, "replay", *options)

    assert done.returncode == 2
    assert words in done.stderr


def test_before_the_first_event_nothing_had_been_recorded(log: Path) -> None:
    done = run(log, "replay", "--until", "2026-11-22")

    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing had been recorded by then." in done.stderr


def test_where_nothing_is_recorded_nothing_is_made(tmp_path: Path) -> None:
    done = run(tmp_path, "replay")

    assert done.returncode == 1
    assert "Nothing was recorded yet" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_redis_out_of_reach_is_told(tmp_path: Path) -> None:
    done = run(tmp_path, "replay", REDIS_URL=f"unix://{tmp_path}/none.sock")

    assert done.returncode == 1
    assert "Redis does not answer." in done.stderr


def test_a_newer_releases_event_stops_the_reading(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as address, connect(address) as client:
        record_two_shops(short_folder, address)
        state = msgspec.msgpack.encode({"at": datetime.now(UTC), "data": {}})
        newer = StoredEvent("appointment:x", 1, "appointment.rated/1", state)
        RedisApplicationRecorder(client).insert_events([newer])

        done = run(short_folder, "replay")

    assert (done.returncode, done.stdout) == (1, "")
    assert "appointment.rated/1 at position 22" in done.stderr


def test_positions_without_an_event_are_told(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as address, connect(address) as client:
        record_two_shops(short_folder, address)
        client.xdel("{barbershop:0}:log", "3-0")

        done = run(short_folder, "replay")

    assert "Gaps             1 positions without an event" in done.stdout


def test_the_first_stream_that_differs_is_named(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as address, connect(address) as client:
        record_two_shops(short_folder, address)
        client.zpopmax("{barbershop:0}:stream:diary:demo:marco:2026-11-26")

        done = run(short_folder, "replay", "--check")

    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines()[-1] == (
        "diary:demo:marco:2026-11-26 differs: the log leads to version 4, its own stream to "
        "version 3. `barbershop audit verify` tells which of them is right."
    )


@pytest.mark.parametrize("extra", ["diary:demo:nobody:2026-11-26", "appointment:made*up"])
def test_a_stream_that_the_log_has_no_event_of_is_named(short_folder: Path, extra: str) -> None:
    index, kind = "{barbershop:0}:stream:", extra.partition(":")[0]
    with EmbeddedRedis(short_folder).used() as address, connect(address) as client:
        record_two_shops(short_folder, address)
        model = next(iter(client.scan_iter(f"{index}{kind}:*"))).decode()
        client.copy(model, index + extra)

        done = run(short_folder, "replay", "--check")

    assert done.returncode == 1, done.stderr
    assert f"{extra} differs: the log leads to nothing, its own stream to" in done.stdout


def test_help_shows_examples(tmp_path: Path) -> None:
    done = run(tmp_path, "replay", "--help")

    assert "    barbershop replay --check\n" in done.stdout

"""`barbershop calendar`: what staff see of it, and what becomes of what they decide."""

import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from entrypoints.cli import main
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from tests.cli.matters import (
    DELETED,
    IDS,
    MOVED,
    NAME,
    OVERLAID,
    PHONE,
    TAKEN,
    WORDS,
    record_matters,
    record_peace,
)
from tests.cli.recorded import settings_of

Line = dict[str, object]
NOBODY, DAY = "vvvvvvvvvvvvvvvv", "2026-11-26"


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """The command takes SIGTERM over, which a test has to give back."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="module")
def open_matters(data_dir: Path) -> Iterator[Path]:
    """The folder of a service with one matter of each kind, which the tests only read."""
    with EmbeddedRedis(data_dir).used() as url:
        record_matters(data_dir, url)
        yield data_dir


@pytest.fixture
def own(short_folder: Path) -> Iterator[Path]:
    """The same, of the test's own."""
    with EmbeddedRedis(short_folder).used() as url:
        record_matters(short_folder, url)
        yield short_folder


def command(folder: Path, what: str, *options: str, **environment: str) -> Result:
    told = {"BARBERSHOP_DATA_DIR": str(folder), "REDIS_URL": None, "TERM": "dumb", **environment}
    return CliRunner(env=told).invoke(main, ["calendar", what, "--sandbox", *options])


def lines(folder: Path) -> list[Line]:
    run = command(folder, "list", "--json")
    assert run.exit_code == 0, run.output
    return [msgspec.json.decode(one) for one in run.stdout.splitlines()]


def test_the_list_says_what_is_open_the_earliest_first(open_matters: Path) -> None:
    run = command(open_matters, "list")

    assert (run.exit_code, run.stderr) == (0, "")
    assert (
        run.stdout
        == f"""\
{MOVED}  #C000 with Marco, {DAY} 14:00-14:30: moved in the calendar to {DAY} 19:00-19:30
{DELETED}  #C001 with Marco, {DAY} 15:00-15:30: deleted in the calendar
{OVERLAID}  #C002 with Marco, {DAY} 16:00-16:30: an event lies over it, {DAY} 16:00-17:00
{TAKEN}  #C003 with Marco, {DAY} 17:00-17:30: moved in the calendar to {DAY} 14:00-14:30
"""
    )


def test_a_json_line_has_the_same_for_programs(open_matters: Path) -> None:
    moved, deleted, overlaid, _ = lines(open_matters)

    assert moved == {
        "id": MOVED,
        "code": "C000",
        "shop": "demo",
        "barber": "marco",
        "start": "2026-11-26T19:00:00Z",
        "end": "2026-11-26T19:30:00Z",
        "drift": "moved",
        "found": {
            "event_id": f"{MOVED}g0",
            "start": "2026-11-27T00:00:00Z",
            "end": "2026-11-27T00:30:00Z",
        },
        "conflicts": [],
    }
    assert (deleted["drift"], deleted["found"], deleted["conflicts"]) == ("deleted", None, [])
    assert (overlaid["drift"], overlaid["conflicts"]) == (
        None,
        [{"event_id": "lunch", "start": "2026-11-26T21:00:00Z", "end": "2026-11-26T22:00:00Z"}],
    )


def test_where_all_agree_the_list_is_empty_and_says_so(short_folder: Path) -> None:
    with EmbeddedRedis(short_folder).used() as url:
        record_peace(short_folder, url)
        told, for_programs = (
            command(short_folder, "list"),
            command(short_folder, "list", "--json"),
        )

    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr == "Calendars and appointments agree.\n"
    assert (for_programs.exit_code, for_programs.output) == (0, "")


def test_what_is_restored_is_open_no_more(own: Path) -> None:
    run = command(own, "restore", MOVED)

    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout.startswith(f"Restored {MOVED}  #C000 with Marco, 2026-11-26 14:00-14:30")
    assert [one["id"] for one in lines(own)] == [DELETED, OVERLAID, TAKEN]


@pytest.mark.parametrize("appointment_id", [MOVED, DELETED, OVERLAID])
def test_what_is_accepted_is_done_and_the_customer_told(own: Path, appointment_id: str) -> None:
    run = command(own, "accept", appointment_id)

    assert (run.exit_code, run.stderr) == (0, "The customer is told over WhatsApp.\n")
    assert run.stdout.startswith(f"Accepted {appointment_id}  #C00")
    assert appointment_id not in [one["id"] for one in lines(own)]


def test_a_time_that_somebody_else_has_cannot_be_had(own: Path) -> None:
    run = command(own, "accept", TAKEN)

    assert (run.exit_code, run.stdout) == (1, "")
    assert run.stderr == "The time in the calendar cannot be had: taken.\n"
    assert len(lines(own)) == len(IDS)


@pytest.mark.parametrize(("what", "told"), [("restore", None), ("accept", True)])
def test_programs_are_told_what_was_settled(own: Path, what: str, *, told: bool | None) -> None:
    run = command(own, what, DELETED, "--json")

    settled = msgspec.json.decode(run.stdout)
    assert (run.exit_code, run.stderr) == (0, "")
    assert (settled["id"], settled["drift"], settled["told"]) == (DELETED, "deleted", told)


@pytest.mark.parametrize("what", ["restore", "accept"])
def test_a_decision_is_made_once(own: Path, what: str) -> None:
    first, second = command(own, what, DELETED), command(own, what, DELETED)

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert second.stderr == f"Nothing is open about appointment {DELETED} (any more).\n"


@pytest.mark.parametrize("what", ["restore", "accept"])
def test_an_id_that_nobody_has_is_told(open_matters: Path, what: str) -> None:
    run = command(open_matters, what, NOBODY, "--json")

    assert (run.exit_code, run.stdout) == (1, "")
    assert run.stderr == f"Nothing is open about appointment {NOBODY} (any more).\n"


@pytest.mark.parametrize(
    ("what", "options", "told"),
    [
        ("restore", (), "Missing argument 'ID'"),
        ("accept", (), "Missing argument 'ID'"),
        ("restore", ("#C001",), "is no id of an appointment"),
        ("accept", ("",), "is no id of an appointment"),
        ("accept", ("../secrets",), "is no id of an appointment"),
        ("accept", (DELETED, MOVED), "unexpected extra argument"),
        ("list", (DELETED,), "unexpected extra argument"),
        ("list", ("--reveal",), "No such option"),
        ("drop", (DELETED,), "No such command"),
    ],
)
def test_misuse_has_its_own_exit_code(
    open_matters: Path, what: str, options: tuple[str, ...], told: str
) -> None:
    run = command(open_matters, what, *options)

    assert run.exit_code == 2
    assert told in run.stderr


@pytest.mark.parametrize("what", ["list", "restore", "accept"])
def test_each_command_tells_its_options(what: str) -> None:
    run = CliRunner().invoke(main, ["calendar", what, "--help"])

    assert run.exit_code == 0
    assert "--json" in run.output
    assert "--sandbox" in run.output


def test_the_group_tells_its_commands() -> None:
    run = CliRunner().invoke(main, ["calendar", "--help"])

    assert run.exit_code == 0
    assert [one for one in ("list", "restore", "accept") if one not in run.output] == []


def test_nothing_personal_is_told_whatever_is_asked_for(own: Path) -> None:
    runs = [
        command(own, "list"),
        command(own, "list", "--json"),
        command(own, "accept", TAKEN),
        command(own, "accept", NOBODY),
        command(own, "accept", "#C001"),
        command(own, "restore", MOVED, "--json"),
        command(own, "accept", DELETED),
        command(own, "accept", OVERLAID, "--json"),
    ]

    everything = "\n".join(one.output for one in runs)
    assert [one for one in (PHONE, WORDS, NAME, "talk", "alex") if one in everything] == []


@pytest.mark.parametrize("what", [("list",), ("restore", MOVED), ("accept", MOVED)])
def test_a_redis_that_is_away_is_told(short_folder: Path, what: tuple[str, ...]) -> None:
    (short_folder / "redis").mkdir()
    settings_of(short_folder)

    run = command(short_folder, *what, REDIS_URL="unix:///nowhere/redis.sock")

    assert (run.exit_code, run.stdout) == (1, "")
    assert "does not answer" in run.stderr


def test_another_master_key_is_told(open_matters: Path) -> None:
    another = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    run = command(open_matters, "accept", DELETED, BARBERSHOP_MASTER_KEY=another)

    assert (run.exit_code, run.stdout) == (1, "")
    assert "BARBERSHOP_MASTER_KEY is not the key" in run.stderr


@pytest.mark.parametrize("what", [("list",), ("accept", MOVED)])
def test_nothing_recorded_is_told_and_nothing_is_made(
    tmp_path: Path, what: tuple[str, ...]
) -> None:
    run = command(tmp_path, *what)

    assert (run.exit_code, run.stdout) == (1, "")
    assert not list(tmp_path.iterdir())


def test_listing_leaves_everything_as_it_is(open_matters: Path) -> None:
    with connect(f"unix://{EmbeddedRedis(open_matters).socket_path}") as client:
        before = {key: client.dump(key) for key in client.scan_iter()}
        command(open_matters, "list")
        command(open_matters, "accept", NOBODY)
        after = {key: client.dump(key) for key in client.scan_iter()}

    assert after == before

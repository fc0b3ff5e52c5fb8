from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from application.explaining_why.answers import Blocked
from domain.errors import Reason
from entrypoints.history.why_command import Answer
from infrastructure.redis.embedded import EmbeddedRedis
from tests.cli.running import printed, run
from tests.cli.two_shops import record_two_shops

TIME = "2026-11-26 14:00"
DIARY, APPOINTMENT = "diary:demo:marco:2026-11-26", "appointment:aaaaaaaaaaaaaaa1"


@pytest.fixture(scope="module")
def log(data_dir: Path) -> Iterator[Path]:
    with EmbeddedRedis(data_dir).used() as url:
        record_two_shops(data_dir, url)
        yield data_dir


def why(log: Path, *options: str) -> list[str]:
    done = run(log, "why", *options)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def stamped(turn: int, clock: str) -> str:
    """How an event of that append is told."""
    return (
        f"recorded Mon 2026-11-23 {clock}-05:00 by bot, cause turn:{turn}, correlation {turn}, "
        "policy 1"
    )


def test_a_taken_time_is_told_with_the_events_behind_it(log: Path) -> None:
    lines = why(log, TIME, "--at", "2026-11-23 13:30", "--barber", "marco", "--service", "haircut")

    assert lines == [
        "demo, Thu 2026-11-26 14:00-05:00 (America/New_York)",
        "As known at Mon 2026-11-23 13:30-05:00, up to position 11",
        lines[2],
        "",
        "marco",
        "  haircut: not offered, taken by an appointment",
        "    Appointment #AAA1, 14:00-14:30, under policy 1:",
        f"      diary.time_claimed at position 9 ({DIARY} v2), {stamped(2, '12:00')}",
        f"      appointment.booked at position 10 ({APPOINTMENT} v1), {stamped(2, '12:00')}",
    ]
    settings = "shop.settings_loaded at position 1 (shop:demo v1)"
    assert lines[2].endswith(f": {settings}, {stamped(0, '10:00')}")


def test_a_held_time_is_told_with_the_end_of_the_hold(log: Path) -> None:
    lines = why(log, TIME, "--at", "2026-11-23 11:05", "--barber", "marco", "--service", "haircut")

    until = "Mon 2026-11-23 11:10-05:00"
    assert lines[5:] == [
        "  haircut: not offered, held for somebody who was asked to confirm",
        f"    Held for customer alex until {until}, 14:00-14:30:",
        f"      diary.time_held at position 6 ({DIARY} v1), {stamped(1, '11:00')}",
    ]


def test_a_free_time_is_told_with_the_hold_that_had_expired(log: Path) -> None:
    lines = why(log, TIME, "--at", "2026-11-23 11:30", "--barber", "marco", "--service", "haircut")

    assert lines[5:] == [
        "  haircut: free",
        "    A hold of that time had expired Mon 2026-11-23 11:10-05:00:",
        f"      diary.time_held at position 6 ({DIARY} v1), {stamped(1, '11:00')}",
    ]


def test_a_rule_is_told_with_the_settings_that_held_it(log: Path) -> None:
    lines = why(log, "2026-11-29 14:00", "--at", "2026-11-23 13:30", "--barber", "marco")

    assert lines[5:][0] == (
        "  haircut, beard_trim, haircut_beard, shave, kids_cut: not offered, the shop is closed"
    )
    assert lines[6].startswith("    The shop is closed on a Sunday. (settings ")
    assert lines[6].endswith(", position 1)")


def test_the_same_is_told_as_data(log: Path) -> None:
    done = run(log, "why", "2026-11-26 14:45", "--at", "2026-11-24", "--barber", "marco", "--json")

    told = printed(done, Answer).explanation
    assert told is not None
    assert (told.position, told.known_at) == (21, datetime(2026, 11, 25, 5, tzinfo=UTC))
    assert told.answers[0].verdict.reason is Reason.TIME_OFF
    (block,) = told.answers[0].verdict.in_the_way
    assert isinstance(block, Blocked)
    assert (block.source, block.event.position) == ("staff", 21)


def test_a_shop_that_only_the_record_knows_has_its_own_time(log: Path) -> None:
    lines = why(log, TIME, "--at", "2026-11-23 16:30", "--shop", "madrid", "--service", "corte")

    assert lines[0] == "madrid, Thu 2026-11-26 14:00+01:00 (Europe/Madrid)"


def test_a_time_that_the_clocks_skip_is_told(log: Path) -> None:
    lines = why(log, "2027-03-14 02:30")
    data = printed(run(log, "why", "2027-03-14 02:30", "--json"), Answer)

    where, after = "America/New_York", "Sun 2027-03-14 03:00-04:00"
    assert lines == [f"2027-03-14 02:30 does not exist in {where}: the clocks skip it, to {after}."]
    assert (data.skipped, data.explanation) == (Reason.SKIPPED, None)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2026-11-01 01:30", "the first is meant"),
        ("2026-11-01T01:30-05:00", "this is the second"),
    ],
)
def test_a_time_that_the_clocks_show_twice_is_told(log: Path, time: str, words: str) -> None:
    lines = why(log, time)

    assert words in lines[3]


def test_without_settings_on_record_there_is_no_answer(log: Path) -> None:
    done = run(log, "why", TIME, "--at", "2026-11-22")

    assert (done.returncode, done.stdout) == (1, "")
    assert "The record held no settings of demo by Mon 2026-11-23 00:00-05:00." in done.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((TIME, "--shop", "nowhere"), "the shops are: demo, madrid."),
        ((TIME, "--service", "perm"), "perm: the services then were haircut, beard_trim,"),
        ((TIME, "--barber", "zoe"), "zoe: the barbers then were marco, luis, ana."),
        ((TIME, "--at", "soon"), "a time is 2026-11-26"),
        (("five",), "a time is written 2026-11-26 17:00"),
        (("2026-11-26",), "a time is a day and the time of day"),
    ],
)
def test_misuse_is_told_and_has_its_own_exit_code(
    log: Path, options: tuple[str, ...], words: str
) -> None:
    done = run(log, "why", *options)

    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())


def test_where_nothing_is_recorded_nothing_is_made(tmp_path: Path) -> None:
    done = run(tmp_path, "why", TIME)

    assert done.returncode == 1
    assert "Nothing was recorded yet" in done.stderr
    assert not list(tmp_path.iterdir())

import datetime as dt
import subprocess
import sys
from pathlib import Path

from infrastructure.sandbox.clock import SandboxClock
from tests.sandbox.running import ZONE, RunningSandbox, eventually

MORNING = dt.datetime(2026, 11, 23, 15, 5, tzinfo=dt.UTC)


def test_a_stopped_clock_stays_where_it_was_set(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock", ZONE)

    clock.run(False)
    clock.set(MORNING)

    assert clock.now() == MORNING
    assert clock.now() == MORNING
    assert not clock.running


def test_a_running_clock_goes_on_from_where_it_was_set(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock", ZONE)

    clock.set(MORNING)

    first = clock.now()
    assert MORNING <= first < MORNING + dt.timedelta(seconds=5)
    assert eventually(lambda: clock.now() > first)


def test_the_clock_can_be_shifted_forward_and_back(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock", ZONE)
    clock.run(False)
    clock.set(MORNING)

    clock.shift(3600)
    later = clock.now()
    clock.shift(-7200)

    assert later == MORNING + dt.timedelta(hours=1)
    assert clock.now() == MORNING - dt.timedelta(hours=1)


def test_another_clock_over_the_same_file_sees_every_move_at_once(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock", ZONE)
    other = SandboxClock(tmp_path / "clock", ZONE)
    clock.run(False)
    for minutes in range(200):
        clock.set(MORNING + dt.timedelta(minutes=minutes))

        assert other.now() == MORNING + dt.timedelta(minutes=minutes)


def test_another_process_sees_the_clock_and_a_restart_keeps_it(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock", ZONE)
    clock.run(False)
    clock.set(MORNING)
    program = (
        "import sys; from pathlib import Path; from infrastructure.sandbox.clock import *;"
        "print(SandboxClock(Path(sys.argv[1]), 'UTC').now().isoformat())"
    )

    seen = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(tmp_path / "clock")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert seen.stdout.strip() == MORNING.isoformat()


def test_an_untouched_clock_shows_machine_time(tmp_path: Path) -> None:
    clock = SandboxClock(tmp_path / "clock", ZONE)

    difference = clock.now() - dt.datetime.now(dt.UTC)

    assert abs(difference) < dt.timedelta(seconds=5)
    assert clock.running


def test_the_clock_is_read_and_moved_over_http(silent_sandbox: RunningSandbox) -> None:
    moved = silent_sandbox.http.put(
        "/sandbox/clock", json={"now": "2026-11-23T15:05:00Z", "running": False}
    )

    shown = {
        "now": "2026-11-23T10:05:00-05:00",
        "timezone": "America/New_York",
        "running": False,
    }
    assert moved.status_code == 200
    assert moved.json() == shown
    assert silent_sandbox.http.get("/sandbox/clock").json() == shown
    assert silent_sandbox.clock.now() == MORNING


def test_the_clock_is_shifted_over_http(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.http.put(
        "/sandbox/clock", json={"now": "2026-11-23T15:05:00Z", "running": False}
    )

    shifted = silent_sandbox.http.put("/sandbox/clock", json={"shift_seconds": 86400})

    assert shifted.json()["now"] == "2026-11-24T10:05:00-05:00"


def test_the_clock_needs_an_instant_with_its_offset(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.put("/sandbox/clock", json={"now": "2026-11-23T15:05:00"})

    assert answer.status_code == 400
    assert answer.json()["detail"] == "`now` has to be an RFC 3339 instant, with its offset."


def test_a_clock_that_is_told_nothing_refuses(silent_sandbox: RunningSandbox) -> None:
    answers = [
        silent_sandbox.http.put("/sandbox/clock", json={}),
        silent_sandbox.http.put(
            "/sandbox/clock", json={"now": "2026-11-23T15:05:00Z", "shift_seconds": 1}
        ),
        silent_sandbox.http.put("/sandbox/clock", json={"shift_seconds": "an hour"}),
        silent_sandbox.http.put("/sandbox/clock", content=b"{"),
        silent_sandbox.http.put("/sandbox/clock", json={"shift_seconds": 1e18}),
    ]

    assert [answer.status_code for answer in answers] == [400] * 5


def test_messages_carry_shop_time(sandbox: RunningSandbox) -> None:
    sandbox.http.put("/sandbox/clock", json={"now": "2026-11-23T15:05:00Z", "running": False})

    sandbox.say("hi")

    (message,) = eventually(lambda: sandbox.receiver.of_kind("messages"))
    assert message["timestamp"] == str(int(MORNING.timestamp()))
    assert sandbox.chat()[0]["at"] == "2026-11-23T10:05:00-05:00"

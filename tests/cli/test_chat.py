import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from entrypoints.chat.own_sandbox import OwnSandbox

GOOD = """\
# A greeting
clock: 2026-11-23 10:00

Alex: thanks
shop: …You're welcome!…
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[OwnSandbox]:
    own = OwnSandbox()
    own.start()
    yield own
    own.stop()


def chat(*options: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", "from entrypoints.cli import main; main()", "chat", *options],
        input=said,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pipe_sends_texts_and_taps_and_prints_the_answers(sandbox: OwnSandbox) -> None:
    said = "/clock 2026-11-23T10:00\nBook haircut with Ana tomorrow at 2pm\n/2\n/quit\nnever said\n"

    run = chat("--url", sandbox.url, "--phone", "15550100301", said=said)

    assert run.returncode == 0, run.stderr
    assert "Haircut with Ana, *Tuesday 24 November, 2:00 pm*" in run.stdout
    assert "  /2 Cancel it" in run.stdout
    assert "Cancel" in run.stdout.split("> /2")[1]
    assert "never said" not in run.stdout


def test_a_bare_number_is_a_text_and_no_tap(sandbox: OwnSandbox) -> None:
    run = chat("--url", sandbox.url, "--phone", "15550100302", "--json", said="hello\n1\n")

    answers = [msgspec.json.decode(line) for line in run.stdout.splitlines()]
    assert len(answers) == 2
    assert [one["direction"] for one in answers] == ["out", "out"]


def test_a_sticker_gets_no_answer(sandbox: OwnSandbox) -> None:
    run = chat("--url", sandbox.url, "--phone", "15550100303", said="/send sticker\n")

    assert (run.returncode, run.stdout) == (0, "> /send sticker\n")


def test_what_the_phone_does_not_know_is_told(sandbox: OwnSandbox) -> None:
    run = chat("--url", sandbox.url, "--phone", "15550100304", said="/dance\n/7\n/clock x\n")

    assert run.returncode == 0
    assert len(run.stderr.splitlines()) == 3


def test_a_customer_may_hide_the_number(sandbox: OwnSandbox) -> None:
    run = chat(
        *("--url", sandbox.url, "--phone", "15550100305", "--name", "Sam", "--without-phone"),
        said="hola\n",
    )

    assert "¡Hola Sam!" in run.stdout


def test_no_sandbox_is_a_clear_failure() -> None:
    run = chat("--url", "http://127.0.0.1:1", said="hi\n")

    assert run.returncode == 1
    assert "No sandbox answers at http://127.0.0.1:1." in run.stderr


def test_a_dialogue_that_goes_as_written_is_a_success(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)

    run = chat("--script", str(tmp_path), "--json")

    assert run.returncode == 0, run.stdout
    assert msgspec.json.decode(run.stdout)["ok"] is True


def test_a_dialogue_that_goes_otherwise_fails_with_a_diff(
    tmp_path: Path, sandbox: OwnSandbox
) -> None:
    file = tmp_path / "bad.txt"
    file.write_text(GOOD.replace("welcome", "wellcome"))

    run = chat("--script", str(file), "--url", sandbox.url)

    assert run.returncode == 1
    assert "-shop: …You're wellcome!…" in run.stdout
    assert "You're welcome!" in run.stdout


def test_a_tap_on_what_is_not_shown_fails_with_its_line(
    tmp_path: Path, sandbox: OwnSandbox
) -> None:
    file = tmp_path / "bad.txt"
    file.write_text(f"{GOOD}\nAlex taps: Dance\nshop: …\n")

    run = chat("--script", str(file), "--url", sandbox.url)

    assert run.returncode == 1
    assert "line 7: no message to Alex shows [Dance]" in run.stdout


def test_update_writes_what_the_shop_says(tmp_path: Path, sandbox: OwnSandbox) -> None:
    file = tmp_path / "new.txt"
    file.write_text("clock: 2026-11-25 10:00\n\nAlex: Book shave with Luis tomorrow at 9:30am\n")

    updated = chat("--script", str(file), "--update", "--url", sandbox.url)

    assert updated.returncode == 0, updated.stdout
    assert "Booked ✔ #····. Shave with Luis, *Thursday 26 November, 9:30 am*" in file.read_text()


def test_an_unreadable_file_is_misuse(tmp_path: Path) -> None:
    file = tmp_path / "bad.txt"
    file.write_text("Alex: hi\n")

    run = chat("--script", str(file))

    assert run.returncode == 2
    assert "line 1: a dialogue begins with its clock" in run.stdout


@pytest.mark.parametrize(
    "options", [("--script", "/nowhere.txt"), ("--update",), ("--phone", "x"), ("--jobs", "0")]
)
def test_misuse_has_its_own_exit_code(options: tuple[str, ...]) -> None:
    assert chat(*options).returncode == 2


def test_a_killed_service_answers_after_its_restart(tmp_path: Path) -> None:
    file = tmp_path / "killed.txt"
    file.write_text(GOOD.replace("thanks\n", "thanks\nrestart: kill\n"))

    run = chat("--script", str(file))

    assert run.returncode == 0, run.stdout

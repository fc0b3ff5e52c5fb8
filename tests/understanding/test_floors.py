"""What is understood of the project's own cases is held: no change lowers it unnoticed."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.understanding.__main__ import main
from benchmarks.understanding.case import Case, cases_in
from benchmarks.understanding.evaluate import evaluate
from benchmarks.understanding.figures import figures
from benchmarks.understanding.floors import breaches, floors_in

HERE = Path(__file__).parent
MESSAGES = {"en": HERE / "messages_en.jsonl", "es": HERE / "messages_es.jsonl"}
PHRASES = {"en": HERE / "phrases_en.jsonl", "es": HERE / "phrases_es.jsonl"}
ELSEWHERE = {"en": HERE / "elsewhere_en.jsonl", "es": HERE / "elsewhere_es.jsonl"}
COLLOQUIAL = HERE / "colloquial_en.jsonl"
FILES = [*MESSAGES.values(), *PHRASES.values(), *ELSEWHERE.values(), COLLOQUIAL]
TOMORROW = {
    "id": "x",
    "lang": "en",
    "text": "tomorrow at 3pm",
    "reference": "2026-05-14T11:30:00",
    "tz": "America/New_York",
    "score": ["date", "time"],
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_language_has_its_messages_and_date_phrases(language: str) -> None:
    messages, phrases = cases_in(MESSAGES[language]), cases_in(PHRASES[language])

    assert len({one.text for one in messages}) >= 400
    assert len({one.text for one in phrases}) >= 600


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_case_stands_in_a_file_twice(file: Path) -> None:
    counted = Counter((one.text, str(one.context), one.reference) for one in cases_in(file))

    assert [case for case, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_label_is_one_of_those_accepted(file: Path) -> None:
    strange = [one.id for one in cases_in(file) if not consistent(one)]

    assert strange == []


def consistent(case: Case) -> bool:
    return case.intent in (*case.intent_accept, None) and all(
        value in case.accept.get(slot, [value]) for slot, value in case.slots.items()
    )


def test_no_file_is_understood_worse_than_its_floor() -> None:
    measured = {name: figures(verdicts) for name, verdicts in evaluate(HERE).items()}

    below = breaches(floors_in(HERE), measured)

    assert below == []


def test_every_file_of_cases_has_a_floor() -> None:
    files = {file.stem for file in HERE.glob("*.jsonl")}

    assert set(floors_in(HERE)) == files


def folder_of(folder: Path, *cases: dict[str, object]) -> Path:
    lines = "\n".join(json.dumps({**TOMORROW, **case}) for case in cases)
    (folder / "some.jsonl").write_text(lines, "utf-8")
    return folder


def test_a_folder_without_floors_is_measured_only(tmp_path: Path) -> None:
    wrong: dict[str, object] = {"slots": {"date": "2026-05-16", "time": "15:00"}}

    done = CliRunner().invoke(main, [str(folder_of(tmp_path, wrong))])

    assert done.exit_code == 0
    assert "x CERTAIN  'tomorrow at 3pm': read date 2026-05-15, expected date 2026-05-16" in (
        done.output
    )


def test_a_figure_below_its_floor_fails(tmp_path: Path) -> None:
    wrong: dict[str, object] = {"slots": {"date": "2026-05-16", "time": "15:00"}}
    (tmp_path / "floors.toml").write_text("[some]\nwhen = 100.0\nwrong_and_certain = 0.0\n")

    done = CliRunner().invoke(main, [str(folder_of(tmp_path, wrong)), "--brief"])

    assert done.exit_code == 1
    assert "some: when is 0.00 %, at least 100.0 % is held" in done.output
    assert "some: wrong_and_certain is 100.00 %, at most 0.0 % is held" in done.output


def test_a_file_that_is_gone_fails(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text("[other]\nwhen = 10.0\n")

    done = CliRunner().invoke(main, [str(folder_of(tmp_path, {})), "--brief"])

    assert done.exit_code == 1
    assert "other: the file is missing" in done.output


def test_floors_are_written_so_that_they_hold(tmp_path: Path) -> None:
    right: dict[str, object] = {"slots": {"date": "2026-05-15", "time": "15:00"}}
    folder = folder_of(tmp_path, right, {"id": "y"}, {"id": "z"})

    written = CliRunner().invoke(main, [str(folder), "--brief", "--write-floors"])

    assert written.exit_code == 0
    assert floors_in(folder)["some"]["right"] == 33.3
    assert floors_in(folder)["some"]["wrong_and_certain"] == 66.7


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, [str(tmp_path)])

    assert done.exit_code == 2

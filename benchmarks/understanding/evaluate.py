"""Reads every labelled message of a folder."""

import json
from pathlib import Path

from benchmarks.understanding.case import Case, cases_in
from benchmarks.understanding.exact import exact_cases_in
from benchmarks.understanding.verdict import Verdict, judge


def evaluate(folder: Path) -> dict[str, list[Verdict]]:
    """The verdicts by the file's name without its ending; files of another form are left out."""
    files = {file.stem: _cases(file) for file in sorted(folder.glob("*.jsonl"))}
    warmed = [case for cases in files.values() for case in cases[:50]]
    for case in warmed:  # the word lists are made when they are first needed
        judge(case)
    return {name: [judge(case) for case in cases] for name, cases in files.items() if cases}


def _cases(file: Path) -> list[Case]:
    with file.open("rb") as lines:
        first = json.loads(next(lines, b"{}"))
    if "score" in first:
        return cases_in(file)
    return exact_cases_in(file) if "intents" in first else []

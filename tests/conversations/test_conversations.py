"""Every dialogue in this folder, played from the customers' phones to the barbers' calendars."""

from collections.abc import Callable
from pathlib import Path

import pytest

from entrypoints.chat.own_sandbox import OwnSandbox
from entrypoints.chat.scripts import play_script

DIALOGUES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("file", DIALOGUES, ids=lambda file: file.stem)
def test_the_shop_answers_as_written(file: Path, sandboxes: Callable[[str], OwnSandbox]) -> None:
    outcome = play_script(file, opened=sandboxes)

    assert outcome.ok, "\n".join(filter(None, (outcome.problem, outcome.diff)))

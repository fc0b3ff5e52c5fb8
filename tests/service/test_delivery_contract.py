"""The contract in `docs/delivery.md` names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"\[`(test_\w+)`\]\(\.\./(tests/[\w/]+\.py)\)")


def test_every_test_that_the_contract_names_stands_in_its_file() -> None:
    named = NAMED.findall((ROOT / "docs" / "delivery.md").read_text("utf-8"))

    missing = [
        name
        for name, file in named
        if not re.search(rf"def {name}\(", (ROOT / file).read_text("utf-8"))
    ]
    assert len(named) > 30
    assert missing == []

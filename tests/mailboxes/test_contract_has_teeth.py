import os
import re
import subprocess
import sys
from pathlib import Path


def test_mailboxes_that_do_nothing_fail_every_test_of_the_contract() -> None:
    contract = sorted(Path(__file__).parent.glob("test_*_contract.py"))

    run = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, contract)],
        env={**os.environ, "MAILBOXES": "nothing"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert re.search(r"^\d+ failed in ", run.stdout, re.MULTILINE), run.stdout + run.stderr

"""A backup or restore in a process of its own, which its parent kills.

Run as `python -m tests.history.interrupted backup|restore URL FILE`; it prints a line with each word
about its progress.
"""

import os
import subprocess
import sys
from pathlib import Path

from infrastructure.history.backup import Backup
from infrastructure.history.checked_backup import checked
from infrastructure.history.restore import Restore
from infrastructure.redis.clients import connect
from infrastructure.system_clock import SystemClock


def killed(what: str, url: str, file: Path, *, after: int) -> int:
    """Kill it with SIGKILL once it has told so many words, and tell how it ended."""
    process = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.history.interrupted", what, url, str(file)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    for _ in range(after):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    return process.returncode


def _tell(what: str, done: int, total: int | None) -> None:
    print(what, done, total, flush=True)  # noqa: T201


if __name__ == "__main__":
    with connect(sys.argv[2]) as client:
        if sys.argv[1] == "backup":
            Backup(client, clock=SystemClock(), master_key_id="m", progress=_tell)(
                Path(sys.argv[3])
            )
        else:
            Restore(client)(checked(Path(sys.argv[3]), master_key_id="m", progress=_tell))

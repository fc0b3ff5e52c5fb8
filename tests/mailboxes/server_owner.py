"""A process that starts the server of a folder, tells which one it got, and waits to be ended.

Run as `python -m tests.mailboxes.server_owner <folder>`; it prints the server's process id.
"""

import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis


def start_owner(folder: Path) -> subprocess.Popen[str]:
    """The process, in a group of its own."""
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.mailboxes.server_owner", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        process_group=0,
    )


def told(owner: subprocess.Popen[str]) -> int:
    """The server that it got."""
    assert owner.stdout is not None
    return int(owner.stdout.readline())


def end(owner: subprocess.Popen[str], by: signal.Signals) -> None:
    """Send the signal and see it end."""
    owner.send_signal(by)
    owner.communicate()


def end_all(owners: Iterable[subprocess.Popen[str]]) -> None:
    """Kill them one after the other."""
    for owner in owners:
        end(owner, signal.SIGKILL)


def server_of(url: str) -> int:
    """The process id of the server."""
    with connect(url) as client:
        return int(client.info("server")["process_id"])


if __name__ == "__main__":
    print(server_of(EmbeddedRedis(Path(sys.argv[1])).start()), flush=True)  # noqa: T201
    sys.stdin.read()

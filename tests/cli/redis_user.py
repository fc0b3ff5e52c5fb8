"""A process that uses the Redis of a folder until its standard input ends.

Run as `python -m tests.cli.redis_user <folder>`; it prints a line once it has it.
"""

import subprocess
import sys
from pathlib import Path

from infrastructure.redis.embedded import EmbeddedRedis


def started_user(folder: Path) -> subprocess.Popen[str]:
    """The process, once it has the server."""
    user = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.cli.redis_user", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert user.stdout is not None
    assert user.stdout.readline() == "used\n"
    return user


def left(user: subprocess.Popen[str]) -> None:
    """Let it leave, and see it end."""
    user.communicate()


def killed(user: subprocess.Popen[str]) -> None:
    """Kill it, and see it end."""
    user.kill()
    user.communicate()


if __name__ == "__main__":
    with EmbeddedRedis(Path(sys.argv[1])).used():
        print("used", flush=True)  # noqa: T201
        sys.stdin.read()

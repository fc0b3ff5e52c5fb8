"""The command line as its users run it, on a sandbox's data folder."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import redis

T = TypeVar("T")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `barbershop` with those arguments, to its end."""
    program = [sys.executable, "-c", "from entrypoints.cli import main; main()"]
    return subprocess.run(  # noqa: S603 - our own program
        [*program, arguments[0], "--sandbox", *arguments[1:]],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "BARBERSHOP_DATA_DIR": str(folder),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def printed(done: subprocess.CompletedProcess[str], kind: type[T]) -> T:
    """The JSON that it printed."""
    return msgspec.json.decode(done.stdout, type=kind)


def everything(client: redis.Redis) -> dict[bytes, bytes]:
    """All that Redis holds, as the bytes of its own dump."""
    return dict(_dumps(client))


def _dumps(client: redis.Redis) -> Iterator[tuple[bytes, bytes]]:
    for key in client.scan_iter():
        yield key, client.dump(key) or b""

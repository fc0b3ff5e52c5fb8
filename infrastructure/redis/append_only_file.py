"""The append-only file of a server that was killed, mended before the next one reads it."""

import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from infrastructure.redis.binary import OLDEST, Version

CHECKER = "./redis-check-aof"  # a server of Redis or Valkey that is called so is the checker
PATIENCE = 300.0  # seconds
LONGEST_LINE = 64  # bytes


def mend(binary: str, folder: Path) -> None:
    """Take an unfinished write off the end of the file, and leave whatever else is wrong in it.

    Redis 6.2 and 7.0 cannot be left to do it. A script's writes stand between MULTI and EXEC, and
    of a block that was torn within a command they take only that command off. The rest of it
    waits there for the EXEC of the next append, which was acknowledged, and goes before that at
    the restart after: what was acknowledged is lost then. Valkey's pull request 4342 mends that.
    """
    file = _last_file(folder)
    if file is None:
        return
    sound = _sound_until(binary, file)
    if sound is not None and _is_torn(file, sound):
        os.truncate(file, sound)


def oldest_reader(folder: Path) -> Version:
    """The oldest version that reads what is there.

    Redis 6.2 knows nothing of the folder that Redis 7 and Valkey write to, and begins with nothing.
    """
    return (7, 0) if (folder / "appendonlydir").is_dir() else OLDEST


def _last_file(folder: Path) -> Path | None:
    """The file that was written to: of Redis 7 and later the last that the manifest names.

    The checker is not given the manifest, for Valkey's does not know the base that Valkey wrote.
    """
    several, single = folder / "appendonlydir", folder / "appendonly.aof"
    try:
        manifest = (
            (several / "appendonly.aof.manifest").read_text("utf-8", errors="replace").split()
        )
    except OSError:  # before Redis 7 there was no such folder
        return single if single.is_file() else None
    named = [name for word, name in pairwise(manifest) if word == "file"]
    return several / named[-1] if named else None


def _sound_until(binary: str, file: Path) -> int | None:
    """Where the last whole command or block ends; `None` where that is the end, or not told."""
    try:
        told = subprocess.run(  # noqa: S603 - a server's binary and our own file
            [CHECKER, str(file)],
            executable=binary,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None  # the server itself will tell what is wrong
    found = re.search(rb"\bsize=(\d+), ok_up_to=(\d+)", told)
    return int(found[2]) if found and found[1] != found[2] else None


def _is_torn(file: Path, start: int) -> bool:
    """Whether nothing is wrong from there on but that it ends too early."""
    with file.open("rb") as stream:
        stream.seek(start)
        try:
            while True:
                _pass_command(stream)
        except EOFError:
            return True
        except ValueError:
            return False


def _pass_command(stream: BinaryIO) -> None:
    """Read on past a command in RESP. Raises `EOFError`, and `ValueError` where it is none."""
    for _ in range(_number(stream, b"*")):
        size = _number(stream, b"$") + len(b"\r\n")
        argument = stream.read(size)
        if len(argument) < size:
            raise EOFError
        if not argument.endswith(b"\r\n"):
            raise ValueError(argument)


def _number(stream: BinaryIO, kind: bytes) -> int:
    line = stream.readline(LONGEST_LINE)
    if line and not (line.startswith(kind) and line[1:].strip(b"\r\n").isdigit()):
        if line == kind:
            raise EOFError
        raise ValueError(line)
    if not line.endswith(b"\r\n"):
        raise EOFError
    return int(line[1:])

"""A file that is there whole or not at all."""

import contextlib
import errno
import fcntl
import glob
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from infrastructure.named_errors import NamedFile, naming


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write to a name beside it, which becomes `path` at the end, and is removed after an error.

    Only its owner may read the file. A link stays and leads to it; raises `OSError`, which names
    `path`, where anything else than a file is there, and where there is no room. What a killed one
    left beside it goes.
    """
    target = _target(path)
    _remove_left_behind(target)
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with io.BufferedWriter(NamedFile(number, "w", path)) as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            yield file
            file.flush()
            with naming(path):
                os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _remove_left_behind(target: Path) -> None:
    """Parts that nobody writes any more; those of others are left to them."""
    for part in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        with contextlib.suppress(OSError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()


def _target(path: Path) -> Path:
    if path.exists() and not path.is_file():  # not of the target: a pipe's is not a path
        raise OSError(errno.EINVAL, "is no regular file", str(path))
    try:
        return path.resolve()
    except RuntimeError as loop:  # from Python 3.13 on it is an `OSError`
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from loop

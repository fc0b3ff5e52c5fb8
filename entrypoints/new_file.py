"""Options that name a file to be written."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO

import click


class NewFile(click.ParamType[Path]):
    """A file that is there or not, or a link to one; it will be replaced as a whole.

    So it is no folder, device or pipe, and not where this command prints.
    """

    name = "file"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path. Misuse where no file can take its place."""
        path = Path(str(value))
        if path.exists() and not path.is_file():
            self.fail(f"{path} is no regular file.", param, ctx)
        if path.exists() and any(_goes_to(path, one) for one in (sys.stdout, sys.stderr)):
            self.fail(f"{path} is where this command prints: name another.", param, ctx)
        return path


NEW_FILE = NewFile()


def require_new(file: Path | None, *, force: bool) -> None:
    """Misuse where it is there and may not be written over."""
    if file and file.exists() and not force:
        raise click.UsageError(f"{file} is there: --force writes over it.")


def _goes_to(path: Path, output: TextIO | None) -> bool:
    """Whether it is the same file, whatever its name, as `/dev/stdout` may be."""
    if output is None:
        return False
    with contextlib.suppress(OSError, ValueError):  # it is closed, or no file at all
        return os.path.samestat(path.stat(), os.fstat(output.fileno()))
    return False

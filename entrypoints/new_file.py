"""Options that name a file to be written."""

import contextlib
import os
import sys
from pathlib import Path

import click


class NewFile(click.ParamType[Path]):
    """A file that is there or not, or a link to one; it will be replaced as a whole.

    So it is no folder, device or pipe, and not where this command's own output goes.
    """

    name = "file"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path. Misuse where no file can take its place."""
        path = Path(str(value))
        if path.exists() and not path.is_file():
            self.fail(f"{path} is no regular file.", param, ctx)
        if path.exists() and _takes_our_output(path):
            self.fail(f"{path} is where standard output goes: name another.", param, ctx)
        return path


NEW_FILE = NewFile()


def require_new(file: Path | None, *, force: bool) -> None:
    """Misuse where it is there and may not be written over."""
    if file and file.exists() and not force:
        raise click.UsageError(f"{file} is there: --force writes over it.")


def _takes_our_output(path: Path) -> bool:
    """Whether it is the same file, whatever its name, as `/dev/stdout` may be."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or none at all
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    return False

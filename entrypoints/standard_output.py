"""Standard output, which may take nothing: its disk is full, or it was closed."""

import errno
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from entrypoints.file_trouble import words_of
from infrastructure.named_errors import NamedFile

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NAME = "Standard output"
FAILED = 1


@contextmanager
def printing() -> Iterator[None]:
    """Have a failed print raise an `OSError` of that name, and tell it where nobody else does."""
    sys.stdout = _named(sys.stdout)
    try:
        yield
    except OSError as error:
        if error.filename != NAME:
            raise
        click.echo(words_of(error), err=True)
        sys.exit(FAILED)


class _Output(NamedFile):
    """After a failure it is silent, or Python would try once more at its end and add to it."""

    _has_failed = False

    def write(self, data: "ReadableBuffer", /) -> int:
        if self._has_failed:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError:
            self._has_failed = True
            raise


class _Closed(io.RawIOBase):
    """What Python found closed when it began; another file may have its number by now."""

    _has_failed = False

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        if not self._has_failed:
            self._has_failed = True
            raise OSError(errno.EBADF, "it is closed", NAME)
        return memoryview(data).nbytes


def _named(output: TextIO | None) -> TextIO:
    if output is None:
        return io.TextIOWrapper(io.BufferedWriter(_Closed()))
    return io.TextIOWrapper(
        io.BufferedWriter(_Output(output.fileno(), "w", NAME, closefd=False)),
        encoding=output.encoding,
        errors=output.errors,
        line_buffering=output.isatty(),
    )

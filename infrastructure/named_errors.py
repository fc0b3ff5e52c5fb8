"""Errors that name the file: of a full disk the system says only that it is full."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@contextmanager
def naming(name: str | Path) -> Iterator[None]:
    """Have an `OSError` tell that name, unless it tells another."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(name)
        raise


class NamedFile(io.FileIO):
    """A descriptor that is open, with the name that a failed write tells."""

    def __init__(
        self, descriptor: int, mode: str, name: str | Path, *, closefd: bool = True
    ) -> None:
        super().__init__(descriptor, mode, closefd=closefd)
        self._told = name

    def write(self, data: "ReadableBuffer", /) -> int:
        """As of any file."""
        with naming(self._told):
            return super().write(data)

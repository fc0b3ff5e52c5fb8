"""Servers of the tests' own, each over a folder whose name is short.

A socket's path may have 107 characters, and pytest's own folders are deep.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import redis

from infrastructure.redis.clients import connect


class Server(Protocol):
    """What runs over a folder."""

    def start(self) -> None: ...

    def kill(self) -> None: ...


S = TypeVar("S", bound=Server)


@contextmanager
def short_folder() -> Iterator[Path]:
    """It is there as long as it is used."""
    folder = Path(tempfile.mkdtemp(prefix="bs-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def served(make: Callable[[Path], S]) -> Iterator[S]:
    """A running server over a folder of its own."""
    with short_folder() as folder:
        server = make(folder)
        try:
            server.start()
            yield server
        finally:
            server.kill()


def emptied(url: str) -> Iterator[redis.Redis]:
    """A client of a server that holds nothing."""
    with connect(url) as client:
        client.flushall()
        yield client

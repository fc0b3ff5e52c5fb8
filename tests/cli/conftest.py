import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def data_dir() -> Iterator[Path]:
    """A data folder whose name is short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="cli-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """The same, for one test."""
    folder = Path(tempfile.mkdtemp(prefix="cli-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder)

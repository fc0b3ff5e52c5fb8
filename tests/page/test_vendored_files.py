import hashlib
from pathlib import Path

import pytest

ENTRYPOINTS = Path(__file__).parents[2] / "entrypoints"
FOLDERS = (
    ENTRYPOINTS / "sandbox_page" / "static" / "vendor",
    ENTRYPOINTS / "api_docs" / "static" / "vendor",
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parents[1].name)
def test_vendored_files_are_those_that_were_published(folder: Path) -> None:
    lines = (folder / "checksums").read_text().splitlines()
    promised = {name: checksum for checksum, name in (line.split() for line in lines)}

    found = {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.iterdir()
        if one.suffix in (".js", ".css")
    }

    assert found == promised


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parents[1].name)
def test_every_vendored_file_has_its_version_and_licence_told(folder: Path) -> None:
    table = (folder / "README.md").read_text()

    told = [one.name in table for one in folder.iterdir() if one.suffix in (".js", ".css", ".txt")]

    assert told
    assert all(told)

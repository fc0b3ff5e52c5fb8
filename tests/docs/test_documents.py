"""What the documents say is true: settings, commands, targets, links, and code that can be run."""

import ast
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from entrypoints.cli import main

ROOT = Path(__file__).parents[2]
README, CONTRIBUTING, EXAMPLE = ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / ".env.example"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURES = sorted((ROOT / "docs").rglob("*.svg"))


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:home|root|work|Users|mnt|srv|opt|tmp)/")
REGISTRY = re.compile(r"pypi\.org|pythonhosted|registry\.|artifactory|npmjs|:\d{4,5}/pypi")
RUN = re.compile(r"(?:\.venv/bin/)?(barbershop (?:check --sandbox|make-key|[a-z-]+ --help).*)")


def blocks(document: Path, language: str) -> list[str]:
    found = FENCE.findall(document.read_text("utf-8"))
    return [code for name, code in found if name == language]


def code(document: Path) -> str:
    """Everything that stands in the document as code."""
    text = document.read_text("utf-8")
    fenced = [content for _, content in FENCE.findall(text)]
    return "\n".join([*fenced, *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))])


def calls_in(source: Path) -> Iterator[tuple[str, str]]:
    """Each call with a setting's name among its arguments: what is called, and that name."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = (
                node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            )
            for argument in node.args:
                value = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(value, str) and re.fullmatch(r"[A-Z][A-Z_]*[A-Z]", value):
                    yield called, value


READERS = ("settings", "store_settings", "master_key")
CALLS = [one for name in READERS for one in calls_in(ROOT / "entrypoints" / f"{name}.py")]
SETTINGS = {name for _, name in CALLS}
SECRETS = {name for called, name in CALLS if called in ("secret", "optional_secret")}


def rows_of_settings() -> dict[str, list[str]]:
    """The cells of the README's table of settings, by the setting's name."""
    table = README.read_text("utf-8").partition("\n## Settings\n")[2].partition("\n## ")[0]
    rows = [re.split(r" *\| *", line.strip("| ")) for line in table.splitlines() if "`" in line]
    return {cells[0].strip("`"): cells for cells in rows if re.fullmatch(r"`[A-Z_]+`", cells[0])}


def test_the_settings_were_found() -> None:
    assert {"REDIS_URL", "PORT", "BARBERSHOP_SHOPS", "XAI_API_KEY"} <= SETTINGS
    assert {"BARBERSHOP_MASTER_KEY", "REDIS_URL", "XAI_API_KEY"} <= SECRETS


def test_every_setting_stands_in_the_readme_and_nothing_else_does() -> None:
    assert set(rows_of_settings()) == SETTINGS


def test_every_secret_is_marked_with_its_file() -> None:
    marked = {name for name, cells in rows_of_settings().items() if "`_FILE`" in cells[-1]}

    assert marked == SECRETS


def test_every_setting_stands_in_the_example_and_nothing_else_does() -> None:
    named = re.findall(r"^# ?([A-Z][A-Z_]*[A-Z])=", EXAMPLE.read_text("utf-8"), re.MULTILINE)

    assert sorted(named) == sorted([*SETTINGS, *(f"{name}_FILE" for name in SECRETS)])


def test_the_example_sets_nothing_until_somebody_does() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == []


def test_every_default_in_the_example_is_that_of_the_readme() -> None:
    example = EXAMPLE.read_text("utf-8")
    defaults = {name: cells[2].strip("`") for name, cells in rows_of_settings().items()}
    fixed = {name: value for name, value in defaults.items() if value not in ("required", "none")}
    missing = [name for name, value in fixed.items() if f"# {name}={value}\n" not in example]

    assert missing == []


def test_every_command_stands_in_the_readme() -> None:
    table = README.read_text("utf-8").partition("\n## Command line\n")[2].partition("\n## ")[0]

    assert set(re.findall(r"^\| `barbershop ([a-z-]+)`", table, re.MULTILINE)) == set(main.commands)


@pytest.mark.parametrize("document", DOCUMENTS, ids=place)
def test_every_command_that_is_named_exists(document: Path) -> None:
    named = re.findall(r"(?:^|[\s/])barbershop ([a-z][a-z-]*)", code(document), re.MULTILINE)

    assert set(named) <= set(main.commands)


@pytest.mark.parametrize("document", DOCUMENTS, ids=place)
def test_every_option_that_is_named_exists(document: Path) -> None:
    named = re.findall(r"barbershop ([a-z-]+)([^\n#`]*)", code(document))
    asked = {
        (command, option) for command, rest in named for option in re.findall(r"--[a-z-]+", rest)
    }
    known = {
        (name, option)
        for name, command in main.commands.items()
        for option in ["--help", *options_of(command)]
    }

    assert asked <= known


def options_of(command: click.Command) -> list[str]:
    """Its own, and those of the commands within it."""
    within = command.commands.values() if isinstance(command, click.Group) else ()
    inner = [option for one in within for option in options_of(one)]
    return [option for parameter in command.params for option in parameter.opts] + inner


@pytest.mark.parametrize("document", DOCUMENTS, ids=place)
def test_every_target_that_is_named_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))

    assert set(re.findall(r"(?:^|\s)make ([a-z-]+)", code(document), re.MULTILINE)) <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=place)
def test_every_link_within_leads_somewhere(document: Path) -> None:
    links = [link for link in LINK.findall(document.read_text("utf-8")) if "://" not in link]
    broken = [link for link in links if not leads_somewhere(document, link)]

    assert broken == []


def leads_somewhere(document: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (document.parent / path).resolve() if path else document
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or anchor in anchors(target)


def anchors(document: Path) -> list[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("document", DOCUMENTS, ids=place)
def test_every_path_that_is_named_exists(document: Path) -> None:
    text = FENCE.sub("", document.read_text("utf-8"))
    rooms = r"(?:domain|application|infrastructure|entrypoints|tests|shops|docs|\.ci)"
    named = re.findall(rf"`({rooms}/[\w./*-]+)`", text)
    missing = [path for path in named if "xx" not in path and not any(ROOT.glob(path.strip("/")))]

    assert missing == []


def test_every_suite_stands_in_the_contributing_guide() -> None:
    named = set(re.findall(r"^\| `tests/(\w+)` \|", CONTRIBUTING.read_text("utf-8"), re.MULTILINE))
    suites = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}

    assert named == suites


def test_every_decision_stands_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    pages = {path.name: path.read_text("utf-8") for path in folder.glob("0*.md")}
    headings = ("\n## Context\n", "\n## Decision\n", "\n## What it costs\n")

    assert sorted(LINK.findall(index)) == sorted(pages)
    assert [name for name, page in pages.items() if any(one not in page for one in headings)] == []


def commands_to_run() -> list[str]:
    lines = [
        line
        for document in DOCUMENTS
        for block in blocks(document, "sh")
        for line in block.splitlines()
    ]
    written = [match[1] for line in lines if (match := RUN.match(line))]
    return sorted({*written, "barbershop check --sandbox"})


@pytest.mark.parametrize("command", commands_to_run())
def test_every_command_that_only_tells_something_runs(command: str, tmp_path: Path) -> None:
    words = shlex.split(command, comments=True)[1:]

    told = subprocess.run(  # noqa: S603 - the documents' own commands
        [sys.executable, "-c", "from entrypoints.cli import main; main()", *words],
        cwd=tmp_path,
        env={**foreign_environment(), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout


def foreign_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in SETTINGS}


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_tells_its_options(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"])

    assert told.exit_code == 0
    assert told.output.startswith("Usage:")


@pytest.mark.parametrize("snippet", [one for page in DOCUMENTS for one in blocks(page, "python")])
def test_python_in_the_documents_runs(snippet: str, tmp_path: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - the documents' own code
        [sys.executable, "-c", snippet],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_route_that_the_readme_names_exists() -> None:
    sources = [*(ROOT / "entrypoints").glob("*.py"), *(ROOT / "infrastructure").rglob("*.py")]
    routes = "\n".join(path.read_text("utf-8") for path in sources)
    named = set(re.findall(r"/api/[a-z]+(?:/[a-z]+)?", code(README)))

    assert named
    assert [route for route in sorted(named) if f'"{route}' not in routes] == []


@pytest.mark.parametrize("file", [*DOCUMENTS, *PICTURES, EXAMPLE], ids=place)
def test_no_document_names_a_machine(file: Path) -> None:
    text = file.read_text("utf-8")

    assert MACHINE_PATH.findall(text) == []
    assert REGISTRY.findall(text) == []


@pytest.mark.parametrize("picture", PICTURES, ids=place)
def test_pictures_stand_alone(picture: Path) -> None:
    text = picture.read_text("utf-8")

    assert "prefers-color-scheme: dark" in text
    assert re.findall(r"<script|<image|href=|https?://(?!www\.w3\.org/2000/svg)", text) == []


def test_the_lock_file_names_versions_and_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")

    assert re.findall(r"\w+://|index-url|find-links|trusted-host", lock) == []
    assert all("--hash=sha256:" in one for one in re.split(r"\n(?=[a-z0-9])", lock) if "==" in one)

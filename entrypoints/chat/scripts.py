"""Playing the files of dialogues, each in a sandbox that is its own."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from secrets import randbelow

import msgspec

from entrypoints.chat.dialogue import Dialogue
from entrypoints.chat.own_sandbox import OwnSandbox, SandboxDidNotStart
from entrypoints.chat.player import Played, Player
from entrypoints.chat.reading import Unreadable, read_dialogue
from entrypoints.chat.sandbox_client import SandboxClient
from entrypoints.chat.telling import as_it_went, difference


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How one file went; it is `ok` without a `problem` and a `diff`."""

    file: str
    title: str
    ok: bool
    seconds: float
    problem: str | None = None
    diff: str = ""
    readable: bool = True
    updated: bool = False


def play_scripts(
    files: Sequence[Path], *, url: str | None, update: bool, jobs: int
) -> Iterator[Outcome]:
    """Play the files, so many at a time, and tell of each in the order given.

    In a sandbox at `url` they are played one after the other, for all of them move its clock.
    """
    with ThreadPoolExecutor(1 if url else jobs, thread_name_prefix="dialogue") as pool:
        try:
            yield from pool.map(lambda file: play_script(file, url=url, update=update), files)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def play_script(
    file: Path,
    *,
    url: str | None = None,
    update: bool = False,
    opened: Callable[[str], OwnSandbox] = OwnSandbox,
) -> Outcome:
    """Play one file: in the sandbox at `url`, or in one that is `opened` for its shop."""
    began = time.monotonic()
    try:
        dialogue = read_dialogue(file.read_text("utf-8"), name=file.stem, complete=not update)
        own = None if url else opened(_shop_of(dialogue, file))
    except (OSError, UnicodeDecodeError, Unreadable) as error:
        return _outcome(file, began, title=file.stem, problem=_unreadable(error), readable=False)
    try:
        played = _play(dialogue, own, url, update=update)
    except SandboxDidNotStart as error:
        problem = f"the sandbox does not start:\n{error.log}"
        return _outcome(file, began, title=dialogue.title, problem=problem)
    finally:
        if own is not None:
            own.stop()
    return _told(file, began, dialogue, played, update=update)


def _shop_of(dialogue: Dialogue, file: Path) -> str:
    """The shop file of that name beside the dialogue, or one that ships with the program."""
    beside = file.parent / f"{dialogue.shop}.toml"
    return str(beside) if beside.is_file() else dialogue.shop


def _play(dialogue: Dialogue, own: OwnSandbox | None, url: str | None, *, update: bool) -> Played:
    if own is not None:
        own.start()
    with closing(SandboxClient(own.url if own else url or "")) as client:
        player = Player(
            client,
            restart=own.restart if own else None,
            updating=update,
            first_phone=15550100101 if own else _fresh_phone(),
        )
        return player.play(dialogue)


def _told(file: Path, began: float, dialogue: Dialogue, played: Played, *, update: bool) -> Outcome:
    went = as_it_went(dialogue.text, played.passages)
    diff = difference(dialogue.text, went, name=str(file))
    if update and diff:
        file.write_text("\n".join(went) + "\n", "utf-8")
        return _outcome(file, began, title=dialogue.title, problem=played.problem, updated=True)
    return _outcome(file, began, title=dialogue.title, problem=played.problem, diff=diff)


def _outcome(  # noqa: PLR0913 - one argument for each thing to tell
    file: Path,
    began: float,
    *,
    title: str,
    problem: str | None = None,
    diff: str = "",
    readable: bool = True,
    updated: bool = False,
) -> Outcome:
    return Outcome(
        file=str(file),
        title=title,
        ok=problem is None and not diff,
        seconds=round(time.monotonic() - began, 2),
        problem=problem,
        diff=diff,
        readable=readable,
        updated=updated,
    )


def _unreadable(error: Exception) -> str:
    match error:
        case Unreadable(line=line, what=what):
            return f"line {line}: {what}"
        case FileNotFoundError(filename=None):
            return f"there is no shop file {error}"
        case OSError(strerror=why):
            return f"cannot be read: {why}"
        case _:
            return "is no text in UTF-8"


def _fresh_phone() -> int:
    """A phone that nobody had before in a sandbox that others use; room for a hundred more."""
    return 15550000000 + randbelow(10**4) * 100

"""How far a long command has come, on a terminal's standard error."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

from infrastructure.audit.verification import Progress as Told


@contextmanager
def shown(what: str) -> Iterator[Told]:
    """A bar under that name while something is done; nothing where nobody looks."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield tell

"""How far a long command has come, on a terminal's standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from rich.progress import Progress as Bars

from infrastructure.history.progress import Progress


@contextmanager
def shown() -> Iterator[Progress]:
    """One bar, under the name of what is being done; nothing where nobody looks."""
    console = Console(stderr=True)
    with Bars(console=console, disable=not console.is_terminal, transient=True) as bars:
        task = bars.add_task("", total=None)

        def tell(what: str, done: int, total: int | None) -> None:
            bars.update(task, description=what, completed=done, total=total)

        yield tell


@contextmanager
def shown_as(what: str) -> Iterator[Callable[[int, int], None]]:
    """The same for work that has but one name: it tells how much is done, and of how much."""
    with shown() as tell:
        tell(what, 0, None)
        yield partial(tell, what)

"""How far a long piece of work has come."""

from typing import Protocol


class Progress(Protocol):
    """Is told now and then; `total` is `None` where the end is not known."""

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """So much of it is done."""
        ...


def silent(what: str, done: int, total: int | None) -> None:
    """For nobody."""

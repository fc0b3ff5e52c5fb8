"""The names of new things."""

from typing import Protocol


class Identities(Protocol):
    """Gives new things their names."""

    def fresh(self) -> str:
        """A name nobody had before: 16 characters `a`-`v` and `0`-`9`."""
        ...

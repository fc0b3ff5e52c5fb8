"""Names that depend on what they are given for, and not on who came first."""

import base64
import hashlib
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Occasion:
    """What names are given for, and how many were."""

    about: str
    given: int = 0


_occasion: ContextVar[Occasion | None] = ContextVar("occasion", default=None)


def begin(about: str) -> None:
    """From now on, this task gives names for that: the same ones whenever it begins anew."""
    _occasion.set(Occasion(about))


def begin_again() -> None:
    """Give the same names again, but for the first, which a turn keeps when it decides anew."""
    occasion = _occasion.get()
    if occasion is not None:
        occasion.given = 1


class OccasionalIdentities:
    """The identities port: names of 16 characters by their occasion and their number in it."""

    def fresh(self) -> str:
        """As the port says. Raises `LookupError` where no occasion was begun."""
        occasion = _occasion.get()
        if occasion is None:
            raise LookupError
        occasion.given += 1
        digest = hashlib.sha256(f"{occasion.about} {occasion.given}".encode()).digest()
        return base64.b32hexencode(digest[:10]).decode().lower()

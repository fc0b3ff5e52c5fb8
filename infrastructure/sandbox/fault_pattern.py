"""Which requests or webhooks a fault is meant for: a verb, and a glob over what comes after it."""

import re
from collections.abc import Iterable

import msgspec

EVERY = "*"


class Pattern(msgspec.Struct, frozen=True):
    """A verb in any case, or `*`; then a path in which `*` stands for any characters, `/` too.

    Without a `?` in it, the path is compared with what stands before the query.
    """

    verb: str
    path: str

    def fits(self, verb: str, paths: Iterable[str]) -> bool:
        """Whether it means that verb on one of these names of the same path."""
        if self.verb not in (EVERY, verb.upper()):
            return False
        wanted = re.compile(".*".join(map(re.escape, self.path.split(EVERY))), re.DOTALL)
        return any(wanted.fullmatch(self._compared(path)) for path in paths)

    def _compared(self, path: str) -> str:
        return path if "?" in self.path else path.partition("?")[0]


def pattern_of(when: str, verbs: Iterable[str]) -> Pattern:
    """Read `<verb> <path>`; either may be left out for all of its kind. Raises `ValueError`."""
    words = when.split()
    match words:
        case [path] if path.startswith(("/", EVERY)):
            return Pattern(EVERY, path)
        case [verb]:
            return Pattern(_known(verb, verbs), EVERY)
        case [verb, path] if path.startswith(("/", EVERY)):
            return Pattern(_known(verb, verbs), path)
        case _:
            raise ValueError(f"`when`: {when!r} is not `<verb> /<path>`")


def _known(verb: str, verbs: Iterable[str]) -> str:
    if verb.upper() not in (EVERY, *verbs):
        raise ValueError(f"`when`: {verb!r} is none of *, {', '.join(verbs)}")
    return verb.upper()

"""The kinds of events that this release knows, for those who ask for some."""

from itertools import groupby
from typing import get_args

from application.events import Event

TAGS = tuple(sorted(str(struct.__struct_config__.tag) for struct in get_args(Event)))


def is_kind(tag: str, kind: str) -> bool:
    """Whether the event of that tag is of that kind: the tag itself, or its family."""
    return tag == kind or tag.startswith(f"{kind}.")


def is_known(kind: str) -> bool:
    """Whether any event of this release is of that kind."""
    return any(is_kind(tag, kind) for tag in TAGS)


def known_kinds() -> str:
    """All of them, a family a line."""
    families = groupby(TAGS, key=lambda tag: tag.partition(".")[0])
    return "\n".join(f"  {family}: {', '.join(tags)}" for family, tags in families)

"""How what was stored by an older schema becomes what today's events are made of.

A schema is raised where a field has to be derived anew; a field that is only added takes a default,
and a meaning that changes takes a new tag. Upcasts are never changed or taken out: the log keeps
what they were written for.
"""

from collections.abc import Callable, Mapping

Fields = dict[str, object]
Upcast = Callable[[Fields], Fields]
Upcasts = Mapping[str, tuple[Upcast, ...]]

UPCASTS: Upcasts = {}
"""By tag: the steps from schema 1 to 2, from 2 to 3 and so on, each from fields to fields."""


def schema_of(tag: str, upcasts: Upcasts = UPCASTS) -> int:
    """The schema that events of that tag are stored by today."""
    return 1 + len(upcasts.get(tag, ()))

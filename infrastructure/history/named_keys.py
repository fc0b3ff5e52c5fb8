"""Which keys of a partition are those of an application that has a name."""

from typing import Literal, cast, get_args

import redis

from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.redis.clients import outages_as_unavailable
from infrastructure.redis_recorders.partition import KINDS

Kind = Literal["log", "head", "stream", "aggregate", "tracking", "view"]

_KINDS = get_args(Kind)


def owner_of(name: str) -> tuple[str, str]:
    """The application, empty where it has no name, and what the key is to it."""
    first, _, rest = name.partition(":")
    kind = rest.partition(":")[0]
    return (first, kind) if first not in KINDS and kind in _KINDS else ("", first)


class NamedApplications:
    """Those that have a log in the partition. Raises `Unavailable`."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._client = client
        self._keys = keys
        self._known: dict[str, bool] = {}

    @property
    def names(self) -> list[str]:
        """Those that were asked for and have one."""
        return [name for name, has_log in self._known.items() if has_log]

    def have(self, application: str) -> bool:
        """Whether there is such a one."""
        if application and application not in self._known:
            self._known[application] = self._has_log(application)
        return self._known.get(application, False)

    def _has_log(self, application: str) -> bool:
        with outages_as_unavailable():
            log, head = (
                cast("bytes", self._client.type(self._keys(f"{application}:{kind}")))
                for kind in ("log", "head")
            )
        return (log, head) == (b"stream", b"string")

"""The keys of a partition as they are found, by how a backup reads them."""

from collections.abc import Iterator, Sequence

import redis

from infrastructure.history.named_keys import NamedApplications, owner_of
from infrastructure.history.partition_keys import QUEUES, PartitionKeys, is_sign_of_life
from infrastructure.history.scanning import scanned
from infrastructure.redis.clients import outages_as_unavailable

SMALL = 16 * 1024  # bytes of Redis' memory
MOST_SMALL = 1000  # keys
MOST_BYTES = 1 << 20  # of all small ones together
GROWING = frozenset({"keys", "identities"})
OF_THE_LOG = frozenset({"log", "head", "holes", "stream", "removed", "relay", "restoring"})
OF_QUEUES = frozenset({"ready", "due", "settling", "attempts", "waits", "parked", "dead"})
OF_MAILBOXES = frozenset({"mail", "back"})
OF_NUMBERS = frozenset({"started", "paused"})
OF_WITNESSES = frozenset({"checkpoints", "handovers"})  # read at the moment, found or not


class FoundKeys:
    """Looks through the partition once, and is asked afterwards. Raises `Unavailable`.

    What is not of the log, of the mailboxes, or of streams and customers is small or large. What an
    application followed goes before its views where one of these is large: see
    `infrastructure.history.held`.
    """

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._client = client
        self._keys = keys
        self._bytes = 0
        self._known: set[str] = set()  # a key may be found twice
        self._trackings: list[str] = []
        self._small = sorted(OF_WITNESSES)
        self._large: list[str] = []
        self.mailboxes: list[str] = []
        self.applications = NamedApplications(client, keys)

    def fingerprints(self) -> Iterator[list[str]]:
        """Look through all keys; the names of fingerprints, page by page."""
        for page in scanned(self._client, self._keys.pattern):
            names = [self._keys.name(key) for key in page]
            self.mailboxes += (one for one in names if owner_of(one)[1] in OF_MAILBOXES)
            others = [one for one in dict.fromkeys(names) if self._is_other(one)]
            self._sort([one for one in others if one not in self._known])
            self._known.update(others)
            yield [one for one in names if owner_of(one) == ("", "seen")]

    @property
    def small(self) -> list[str]:
        """What is read with the mailboxes: heads, what was followed, and whatever is small."""
        heads = [f"{name}:head" for name in self.applications.names]
        early = set(self.early)
        return [*heads, *(one for one in self._trackings if one not in early), *self._small]

    @property
    def early(self) -> list[str]:
        """What was followed by applications that have a large view."""
        owners = {owner for owner, kind in map(owner_of, self._large) if kind == "view"}
        return [one for one in self._trackings if owner_of(one)[0] in owners]

    @property
    def large(self) -> list[str]:
        """What is read page by page."""
        return self._large

    def _is_other(self, name: str) -> bool:
        owner, kind = owner_of(name)
        if self.applications.have(owner) and kind in {"log", "head", "stream"}:
            return False
        if owner:
            return True
        if kind in OF_QUEUES and name.partition(":")[2] in QUEUES:
            return False
        return not (
            kind in OF_THE_LOG | OF_MAILBOXES | {"seen"}
            or name in GROWING | OF_NUMBERS | OF_WITNESSES
            or is_sign_of_life(name)
        )

    def _sort(self, names: Sequence[str]) -> None:
        trackings = [one for one in names if owner_of(one)[1] == "tracking"]
        self._trackings += trackings
        others = [one for one in names if owner_of(one)[1] != "tracking"]
        for name, size in zip(others, self._weights(others), strict=True):
            is_small = len(self._small) < MOST_SMALL and self._bytes + size <= MOST_BYTES
            if size <= SMALL and is_small:
                self._small.append(name)
                self._bytes += size
            else:
                self._large.append(name)

    def _weights(self, names: Sequence[str]) -> list[int]:
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            for name in names:
                pipeline.memory_usage(self._keys(name))
            return [one or 0 for one in pipeline.execute()]

"""All keys of a partition, by what they are for."""

from typing import Literal, get_args

from application.ports import Queue
from infrastructure.redis.glob import literally
from infrastructure.redis_recorders.partition import Partition

Part = Literal[
    "log", "stream indexes", "keys", "identities", "removed leaves", "mailboxes",
    "seen fingerprints", "the rest",
]  # fmt: skip

QUEUES: tuple[str, ...] = get_args(Queue)
MAILBOX_KINDS = (
    *("mail", "back", "ready", "due", "settling", "attempts", "waits", "parked", "dead"),
    *("started", "paused", "pace"),
)

_PARTS: dict[str, Part] = {
    "log": "log",
    "head": "log",
    "holes": "log",
    "stream": "stream indexes",
    "keys": "keys",
    "identities": "identities",
    "removed": "removed leaves",
    "seen": "seen fingerprints",
    **dict.fromkeys(MAILBOX_KINDS, "mailboxes"),
}


class PartitionKeys:
    """Names of the keys of one partition; `name` is what follows the hash tag and a colon."""

    def __init__(self, partition: Partition | None = None) -> None:
        self.partition = partition or Partition()
        self.tag = self.partition.log.removesuffix(":log")
        self.pattern = f"{literally(self.tag)}:*"

    def __call__(self, name: str) -> str:
        """The key of that name."""
        return f"{self.tag}:{name}"

    def name(self, key: bytes) -> str:
        """The name of a key of this partition."""
        return key.decode().removeprefix(f"{self.tag}:")


def part_of(name: str) -> Part:
    """What a key is for."""
    return _PARTS.get(name.partition(":")[0], "the rest")


def is_sign_of_life(name: str) -> bool:
    """Whether it tells of a running service, for some minutes at most, and of nothing else."""
    return name == "pulse" or name.startswith(("pulse:", "pace:", "google:quota"))

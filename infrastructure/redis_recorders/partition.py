"""The names of the keys of one application in one partition.

Every key begins with the partition in braces, the hash tag of Redis Cluster, so that all of them
stand on one node. For `barbershop:0` and the application without a name:

- `{barbershop:0}:log`: a stream; entry `N-0` is notification `N`, with the fields `o` (originator),
  `v` (version), `t` (topic) and `s` (state);
- `{barbershop:0}:head`: the last notification id, which outlives a trimmed log;
- `{barbershop:0}:stream:<originator>`: a sorted set; score = version, member = notification id;
- `{barbershop:0}:aggregate:<purpose>:<originator>`: a sorted set; score = version, member = a
  msgpack array of version, topic and state;
- `{barbershop:0}:tracking:<upstream>`: a stream of one entry `N-1`, where `N` is the position;
- `{barbershop:0}:view:<name>`: whatever a view writes together with its position.

An application with a name has its own keys beside these: `{barbershop:0}:counters:log` and so on.
`{barbershop:0}:keys`, the keys of personal streams, and `{barbershop:0}:pulse`, the worker's sign of
life, are the partition's.
"""

import re

KINDS = frozenset({"log", "head", "keys", "stream", "aggregate", "tracking", "view"})
PARTITION = re.compile(r"[^{}]+")
PLAIN = re.compile(r"[^{}:]+")


class Partition:
    """Raises `ValueError` for names that would mix the keys of two applications.

    Applications' names are the same in capitals, as in the library's environment.
    """

    def __init__(self, name: str = "barbershop:0", application: str = "") -> None:
        application = application.lower()
        if not PARTITION.fullmatch(name):
            raise ValueError("the name of a partition has no braces, and is not empty")
        if application and (not PLAIN.fullmatch(application) or application in KINDS):
            raise ValueError("an application is not named like a key, nor with a colon or braces")
        self.name = name
        tag = f"{{{name}}}"
        self._own = f"{tag}:{application}" if application else tag
        self._stream = f"{self._own}:stream:"
        self.keys = f"{tag}:keys"
        self.pulse = f"{tag}:pulse"
        self.log = f"{self._own}:log"
        self.head = f"{self._own}:head"

    def stream(self, originator_id: object) -> str:
        """The index of one originator."""
        return f"{self._stream}{originator_id}"

    def aggregate(self, purpose: str, originator_id: object) -> str:
        """What is stored of one originator for that purpose, apart from the log."""
        return f"{self._own}:aggregate:{purpose}:{originator_id}"

    def tracking(self, upstream: str) -> str:
        """How far an upstream application was followed."""
        return f"{self._own}:tracking:{upstream}"

    def view(self, name: str) -> str:
        """A key for a view's own data."""
        return f"{self._own}:view:{name}"

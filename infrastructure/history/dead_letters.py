"""Dead letters on their way into a backup.

They are read before the mailboxes and kept aside, in a file without a name once they are many. A
letter that is buried meanwhile is among the newer ones, which are read with the mailboxes or after
them: none is lost between the two. One that is sent again or dropped meanwhile may be among the
dead in the backup as well, where its keeper meets it again. Only what parks a mailbox has to fit
to it exactly, for it names the letter at its head: it is told if, and only if, the mailbox was
parked by it when that was read.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from tempfile import SpooledTemporaryFile

import msgspec
import redis

from infrastructure.history.backup_lines import StreamLine
from infrastructure.history.key_lines import Told, key_lines
from infrastructure.history.paged_keys import FIRST, PagedKeys, flat
from infrastructure.history.partition_keys import QUEUES, PartitionKeys
from infrastructure.history.pieces import pieces

IN_MEMORY = 4 << 20  # bytes of a queue
PAGE = 200

Entry = tuple[str, tuple[bytes, ...]]

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(StreamLine).decode


class DeadLetters:
    """Those of all queues. Everything raises `Unavailable` and `OSError`."""

    def __init__(self, client: redis.Redis, keys: PartitionKeys) -> None:
        self._keys = keys
        self._paged = PagedKeys(client, keys)
        self._kept = {
            queue: SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - `close` closes them
            for queue in QUEUES
        }
        self.newest = dict.fromkeys(QUEUES, FIRST)

    def read(self) -> None:
        """Read those that are newer than the ones that were read before."""
        for queue, kept in self._kept.items():
            key = self._keys(f"dead:{queue}")
            for page in self._paged.entries(key, after=self.newest[queue], size=PAGE):
                for line in _lines(queue, flat(page)):
                    kept.write(_encode(line) + b"\n")
                self.newest[queue] = page[-1][0].decode()

    def lines(
        self, further: Mapping[str, Sequence[Entry]], parking: Mapping[str, Collection[str]]
    ) -> Iterator[StreamLine]:
        """All that were read and those further ones, by age.

        `parking` are the ids of those that park a mailbox; others that did so are left out.
        """
        for queue in QUEUES:
            more = sorted(further.get(queue, ()), key=_age)
            entries = _once(merge(self._read_again(queue), more, key=_age))
            stand = (one for one in entries if not _parks(one) or one[0] in parking.get(queue, ()))
            for page in pieces(stand, PAGE):
                content = [(one.encode(), list(fields)) for one, fields in page]
                yield from _lines(queue, content)

    def close(self) -> None:
        """Forget them."""
        for kept in self._kept.values():
            kept.close()

    def _read_again(self, queue: str) -> Iterator[Entry]:
        self._kept[queue].seek(0)
        for line in self._kept[queue]:
            yield from _decode(line).entries


def _lines(queue: str, content: list[tuple[bytes, list[bytes]]]) -> Iterator[StreamLine]:
    told: Told = (f"dead:{queue}".encode(), b"stream", -1, content)
    return (line for line in key_lines(told) if isinstance(line, StreamLine))


def _once(entries: Iterator[Entry]) -> Iterator[Entry]:
    return (next(same) for _, same in groupby(entries, key=lambda one: one[0]))


def _age(entry: Entry) -> tuple[int, int]:
    milliseconds, _, number = entry[0].partition("-")
    return int(milliseconds), int(number)


def _parks(entry: Entry) -> bool:
    return b"parks" in entry[1][0::2]

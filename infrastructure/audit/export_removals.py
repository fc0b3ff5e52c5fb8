"""Which removals the removal events of an export make lawful."""

from functools import cached_property

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.export_lines import (
    ExportedCheckpoint,
    ExportedEvent,
    ExportedLeaf,
    ExportedRemovals,
)
from infrastructure.audit.export_reading import ExportFile, line_of, notification
from infrastructure.audit.fingerprint import link
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.proof import Proof, check_proof
from infrastructure.audit.removals import TOPIC, Removals

Placed = ExportedEvent | ExportedLeaf

_TOPIC = TOPIC.encode()


class _Place(msgspec.Struct):
    line: str
    position: int = 0


_place_of = msgspec.json.Decoder(_Place).decode


class ExportRemovals:
    """Hears the removal events that are where they belong, all before them being there, too.

    Of those behind a gap it hears the ones that a checkpoint vouches for: its chain value is that
    of the last line before it, and each line before that follows from the one before. Any other
    tells nothing, as whoever took events out may have written it.
    """

    def __init__(self, file: ExportFile, keys: KeyRing) -> None:
        self._file = file
        self._keys = keys
        self._claimed = Removals()

    def covers(self, position: int) -> bool:
        """Whether one tells of the removal of that event."""
        return self._in_place.covers(position) or self._vouched_for.covers(position)

    def is_claimed(self, position: int) -> bool:
        """Whether any tells of it, be it one of those that tell nothing."""
        return self.covers(position) or self._claimed.covers(position)

    @cached_property
    def _in_place(self) -> Removals:
        heard, expected, is_in_place = Removals(), 1, True
        claiming: ExportedEvent | None = None
        for text in self._file.texts():
            place = _place(text)
            is_placed = place.line in ("event", "removed")
            if is_placed:
                is_in_place = is_in_place and place.position == expected
                expected += 1
            line = line_of(text) if _TOPIC in text or (is_placed and claiming) else None
            if claiming and is_placed:
                self._claim(claiming, line)
                claiming = None
            if isinstance(line, ExportedEvent) and line.topic == TOPIC:
                if is_in_place:
                    heard.hear(notification(line))
                else:
                    claiming = line
            elif isinstance(line, ExportedRemovals) and self._is_proven(line.proof):
                for event in line.proof.events:
                    heard.hear(notification(event))
        if claiming:
            self._claimed.hear(notification(claiming))
        return heard

    def _claim(self, event: ExportedEvent, behind: object) -> None:
        """Hear one that is behind a gap, unless it was put between lines that it does not join."""
        if isinstance(behind, ExportedEvent | ExportedLeaf) and _follows(event, behind):
            self._claimed.hear(notification(event))

    @cached_property
    def _vouched_for(self) -> Removals:
        """Reads the file once more, which only one that is bad asks for."""
        heard, waiting = Removals(), list[Notification]()
        last: Placed | None = None
        for line in map(line_of, self._file.texts()):
            match line:
                case ExportedEvent() | ExportedLeaf():
                    if last is None or not _follows(last, line):
                        waiting.clear()
                    elif isinstance(line, ExportedEvent) and line.topic == TOPIC:
                        waiting.append(notification(line))
                    last = line
                case ExportedCheckpoint(checkpoint=one) if self._vouches(one, last):
                    for event in waiting:
                        heard.hear(event)
                    waiting.clear()
                case _:
                    pass
        return heard

    def _vouches(self, one: Checkpoint, last: Placed | None) -> bool:
        is_of_it = last is not None and (one.size, one.chain) == (last.position, last.chain)
        return is_of_it and one.log == self._file.header.log and self._keys.signed(one)

    def _is_proven(self, proof: Proof) -> bool:
        is_of_it = proof.checkpoint.log == self._file.header.log
        return is_of_it and not check_proof(proof, self._keys.key).fault


def _place(text: bytes) -> _Place:
    try:
        return _place_of(text)
    except (msgspec.MsgspecError, ValueError):
        return _Place("event")  # it stands in the place of one


def _follows(last: Placed, line: Placed) -> bool:
    made = link(bytes.fromhex(last.chain), _leaf(line)).hex()
    return (line.position, line.chain) == (last.position + 1, made)


def _leaf(line: Placed) -> bytes:
    if isinstance(line, ExportedEvent):
        return leaf_of(notification(line))
    return bytes.fromhex(line.leaf)

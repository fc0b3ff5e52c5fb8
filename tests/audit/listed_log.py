"""A log in a list, that a test may manipulate at will, and those who read it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, KeptCheckpoints
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.log_reader import KeptLeaves, LogReader
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.notary import Notary
from infrastructure.audit.trail import Judge, Trail
from infrastructure.audit.verdict import Verdict
from infrastructure.audit.verification import Verification
from infrastructure.audit.version_check import VersionCheck
from infrastructure.audit.witness import Witness
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.audit.witness_records import Line, WitnessRecords
from tests.fakes.clock import StandingClock

NAME = "barbershop:0"
NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
KEY = SigningKey(bytes(range(32)))


class ListedLog:
    """A reader of notifications that stand in a list; `head` is told as the last position."""

    def __init__(self, events: Sequence[Notification], head: int | None = None) -> None:
        self.events = list(events)
        self.head = head

    def select_notifications(self, start: int | None, limit: int) -> Sequence[Notification]:
        first = start or 1
        if self._are_in_place():
            return self.events[first - 1 : first - 1 + limit]
        return [one for one in self.events if one.id >= first][:limit]

    def max_notification_id(self) -> int | None:
        return self.head if self.head is not None else len(self.events) or None

    def _are_in_place(self) -> bool:
        return bool(self.events) and self.events[-1].id == len(self.events) == self.head


class KeptInList:
    """Leaves of removed events by position."""

    def __init__(self, leaves: dict[int, bytes]) -> None:
        self._leaves = leaves

    def between(self, first: int, last: int) -> dict[int, bytes]:
        return {at: leaf for at, leaf in self._leaves.items() if first <= at <= last}


class Board:
    """Shows checkpoints as Redis does: the last one first."""

    def __init__(self, *shown: Checkpoint) -> None:
        self.shown = list(shown)

    def publish(self, checkpoint: Checkpoint) -> None:
        if checkpoint not in self.shown:
            self.shown.insert(0, checkpoint)

    def lines(self) -> Sequence[Line]:
        return self.shown

    def handovers(self) -> Sequence[Checkpoint]:
        return [one for one in self.shown if one.handover]


def event(position: int, stream: str, version: int, state: bytes | None = None) -> Notification:
    text = state if state is not None else f"{stream} {version}".encode()
    return Notification(stream, version, "told/1", text, position)


def woven(count: int, streams: int = 7) -> list[Notification]:
    """So many events of streams that take turns."""
    return [
        event(n + 1, f"appointment:{n % streams}", n // streams + 1, b"state %d" % n)
        for n in range(count)
    ]


def removal(position: int, version: int, *runs: tuple[int, int]) -> Notification:
    """The event that tells of the removal of these runs."""
    data = {"type": "history", "runs": [{"first": a, "last": b} for a, b in runs], "why": "ended"}
    told = {"at": NOON, "actor": "retention", "cause": "", "correlation": "", "data": data}
    state = msgspec.msgpack.encode(told)
    return Notification("history", version, "history.conversations_removed/1", state, position)


def witnessed(
    folder: Path, log: ListedLog, seals: Sequence[int], kept: KeptLeaves | None = None
) -> None:
    """Let a witness follow the log, and seal it at these sizes; then on to its end, unsealed."""
    opened = WitnessFolder(folder)
    for size in seals:
        shorter = ListedLog([one for one in log.events if one.id <= size], size)
        witness_of(opened, shorter, kept).advance()
        witness_of(opened, shorter, kept).seal()
    witness_of(opened, log, kept).advance()
    opened.close()


def witness_of(
    folder: WitnessFolder,
    log: ListedLog,
    kept: KeptLeaves | None = None,
    clock: StandingClock | None = None,
    board: Board | None = None,
) -> Witness:
    return Witness(
        log=NamedLog(NAME, AuditLog(log, kept)),
        folder=folder,
        key=KEY,
        clock=clock or StandingClock(NOON),
        publisher=board or Board(),
    )


def notary(folder: Path, log: LogReader) -> Notary:
    """Keeps records of the log in the folder, and shows nobody its checkpoints."""
    return Notary(
        folder=folder,
        log=NamedLog(NAME, AuditLog(log)),
        key=KEY,
        clock=StandingClock(NOON),
        publisher=Board(),
    )


def verified(
    folder: Path,
    log: ListedLog,
    leaves: KeptLeaves | None = None,
    kept: KeptCheckpoints = NOTHING_KEPT,
) -> Verdict:
    """What a verification with the records of the folder finds."""
    records, judge = WitnessRecords(folder), Judge(NAME, KeyRing(KEY.public))
    trail = Trail(judge.in_order(records.lines()), kept.row(judge))
    with VersionCheck() as versions:
        verification = Verification(
            log=AuditLog(log, leaves), records=records, trail=trail, checks=[versions]
        )
        return verification(NAME)

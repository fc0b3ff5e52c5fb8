"""Everything that a proof about the log of this service needs, opened from the settings."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from typing import cast

import redis
from eventsourcing.persistence import ApplicationRecorder

from entrypoints.audit.refusals import refuse
from entrypoints.half_a_backup import half_a_backup
from entrypoints.heartbeat import alarm_key
from entrypoints.history.event_log import EventLog
from entrypoints.own_redis import redis_of
from entrypoints.persistence import factory_of, recorder_of
from entrypoints.recorded_data import nothing_recorded
from entrypoints.settings import Settings
from entrypoints.settings_or_exit import settings_or_exit
from infrastructure.audit.alarm_file import Alarm, AlarmFile
from infrastructure.audit.audit_key import AuditKey, SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.index_check import IndexCheck
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, KeptCheckpoints
from infrastructure.audit.key_ring import KeyRing, in_use
from infrastructure.audit.log_leaves import LogLeaves
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.partition_names import log_name
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.audit.trail import Judge, Trail, row_among
from infrastructure.audit.verdict import Verdict
from infrastructure.audit.verification import Progress, Verification
from infrastructure.audit.version_check import VersionCheck
from infrastructure.audit.witness_folder import DamagedRecords
from infrastructure.audit.witness_records import CHECKPOINTS, Line, WitnessRecords, handovers_in
from infrastructure.event_store.indexed_recorder import IndexedRecorder
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.removed import RemovedLeaves
from infrastructure.event_store.store import StreamRecorder
from infrastructure.redis.clients import connect, outages_as_unavailable
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition

FOLDER = "audit"


class Audited:
    """The log, and what was witnessed of it in the data folder of this machine."""

    def __init__(
        self, client: redis.Redis, settings: Settings, recorder: ApplicationRecorder
    ) -> None:
        self._client = client
        self._partition = Partition(settings.partition)
        self.name = log_name(self._partition)
        self.folder = settings.data_dir / FOLDER
        # Looked at from the newest to the oldest, for they are written in the opposite order.
        self.board = PublishedCheckpoints(client, self._partition)
        self.published = self.board.lines()
        self.records = WitnessRecords(self.folder)
        self._handovers = [*handovers_in(self.folder), *self.board.handovers()]
        self.key = self.in_use(SigningKey(settings.master_key)).public
        self.recorder: StreamRecorder = (
            recorder if isinstance(recorder, StreamRecorder) else IndexedRecorder(recorder)
        )
        self.log = AuditLog(recorder, RemovedLeaves(client, self._partition))
        self.leaves = LogLeaves(NamedLog(self.name, self.log), self.records)
        self._is_in_redis = isinstance(recorder, RedisApplicationRecorder)
        vault = RedisKeyVault(client, settings.master_key, name=self._partition.keys)
        self.events = EventLog(recorder, vault)

    def in_use(self, first: SigningKey) -> SigningKey:
        """The key of the same master key that signs now."""
        return in_use(first, self._handovers)

    def keys(self, key: AuditKey | None = None, kept: KeptCheckpoints = NOTHING_KEPT) -> KeyRing:
        """The keys that one vouches for; without one, the key that is in use."""
        return KeyRing(key or self.key, [*self._handovers, *kept.handovers])

    def verify(
        self, key: AuditKey, progress: Progress, kept: KeptCheckpoints = NOTHING_KEPT
    ) -> Verdict:
        """Check the log, its indexes and all that was witnessed here, published or kept."""
        judge = Judge(self.name, self.keys(key, kept))
        trail = Trail(
            judge.in_order(self.records.lines()), judge.by_size(self.published), kept.row(judge)
        )
        indexes = [IndexCheck(self._client, self.log, self._partition)] if self._is_in_redis else []
        with VersionCheck() as versions:
            verification = Verification(
                log=self.log,
                records=self.records,
                trail=trail,
                checks=[versions, *indexes],
                progress=progress,
            )
            return verification(self.name)

    def checkpoints(self) -> Iterator[Checkpoint]:
        """Those of the folder in order; where it has none, those that are published, by size."""
        shown = list(reversed(self.published))
        shown.sort(key=_size)
        lines = self.records.lines() if self.records.has_lines else shown
        for line in lines:
            if not isinstance(line, Checkpoint):
                raise DamagedRecords(self.folder / CHECKPOINTS)
            yield line

    def row(self) -> Iterable[Checkpoint]:
        """All the checkpoints of one witness; what Redis shows may be but the end of several."""
        if self.records.has_lines or not self.published:
            return self.checkpoints()
        row = row_among(self.checkpoints())
        if not row:
            refuse(
                "Redis shows only the newest checkpoints: export where the data folder of a worker "
                f"is. {self.folder} has none."
            )
        return row

    def is_sealed_by(self, key: AuditKey, kept: KeptCheckpoints) -> bool:
        """Whether it vouches for the key of any checkpoint; so, too, where there is none at all."""
        lines = chain(self.records.lines(), self.published, kept.lines)
        keys = self.keys(key, kept)
        ids = {line.key_id for line in lines if isinstance(line, Checkpoint)}
        return not ids or any(map(keys.named, ids))

    def alarm(self) -> Alarm | None:
        """Why the notary of the folder stopped, if it did."""
        return AlarmFile(self.folder).read()

    def alarm_of_a_worker(self) -> str | None:
        """Why a notary stopped whose worker lives, here or elsewhere."""
        with outages_as_unavailable():
            found = cast("bytes | None", self._client.get(alarm_key(self._partition.pulse)))
        return found.decode() if found else None

    def last(self) -> Checkpoint | None:
        """The last checkpoint, wherever it is."""
        last = None
        for checkpoint in self.checkpoints():
            last = checkpoint
        return last


def _size(line: Line) -> int:
    return line.size if isinstance(line, Checkpoint) else 0


def require_sealed_by(key: AuditKey, it: Audited, kept: KeptCheckpoints = NOTHING_KEPT) -> None:
    """End with words where all checkpoints are of other keys."""
    if not it.is_sealed_by(key, kept):
        refuse(
            "No checkpoint of this log is of this key, so nothing can be checked: "
            "is BARBERSHOP_MASTER_KEY, or the public key, another than that of the service?"
        )


@contextmanager
def audited(settings: Settings) -> Iterator[Audited]:
    """The log and its records, while Redis is open. Raises what they raise."""
    with (
        redis_of(settings) as url,
        connect(url) as client,
        closing(factory_of(settings.persistence, url)) as factory,
    ):
        if words := half_a_backup(client, settings):
            refuse(words)
        yield Audited(client, settings, recorder_of(factory))


def settings_with_data(*, sandbox: bool) -> Settings:
    """The settings, or an end with words; nothing is created for one who only reads."""
    if words := nothing_recorded(sandbox=sandbox):
        refuse(words)
    return settings_or_exit(sandbox=sandbox)

"""One witness of the log: it writes down what it sees, once, and seals it from time to time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from application.ports import Clock
from infrastructure.audit.alarms import ForeignRecords, LogTampered
from infrastructure.audit.audit_key import AuditKey, SigningKey
from infrastructure.audit.checkpoint import NOTHING, Checkpoint, Claim, Handover
from infrastructure.audit.key_ring import KeyRing, in_use
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.precedents import Precedents
from infrastructure.audit.recovery import recovered
from infrastructure.audit.rereading import Rereading
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.audit.witness_records import Line

PAGE = 1000
MOST = 1000  # events that wait for their checkpoint
LONGEST = timedelta(seconds=60)


class Publisher(Protocol):
    """Where the checkpoints of all witnesses are shown."""

    def publish(self, checkpoint: Checkpoint) -> None:
        """Show it; twice is as good as once. Raises `Unavailable`."""
        ...

    def lines(self) -> Sequence[Line]:
        """The newest that are shown. Raises `Unavailable`."""
        ...

    def handovers(self) -> Sequence[Checkpoint]:
        """All with which a signing key handed over. Raises `Unavailable`."""
        ...


class NothingToSeal(Exception):
    """Nothing was recorded yet."""


class Witness:
    """Follows the log into its folder. It serves one thread at a time.

    What was written down is never written anew from another log: where they differ it raises
    `LogTampered` and has written nothing. Beside the events that come it reads a page of the past
    anew, round after round; what was there at the start has to be compared once before anything is
    sealed. It raises what log, folder and publisher raise, too, and goes on where it was.

    `key` is the first of its master key: it signs with the one that handovers lead to. Where the
    folder was not told yet, its next checkpoint hands over. Raises `ForeignRecords` where the last
    checkpoint is of a key that none of these was handed over by.
    """

    def __init__(
        self,
        *,
        log: NamedLog,
        folder: WitnessFolder,
        key: SigningKey,
        clock: Clock,
        publisher: Publisher,
    ) -> None:
        self._log = log
        self._folder = folder
        self._clock = clock
        self._publisher = publisher
        shown = publisher.lines()  # before the log is looked at: it has all that they speak of
        handovers = [*folder.handovers(), *publisher.handovers()]
        self._key = in_use(key, handovers)
        keys = KeyRing(self._key.public, handovers)
        self._seen = recovered(log, folder, keys)
        self._signer = _signer_of(folder, self._key)
        self._precedents = Precedents(log.name, keys, shown, after=self._seen.size)
        self._past = Rereading(log, folder)
        self._sealed_at = folder.last.at if folder.last else clock.now()
        self._unpublished = folder.last

    @property
    def unsealed(self) -> int:
        """How many events wait for a checkpoint."""
        return self._seen.size - (self._folder.last.size if self._folder.last else 0)

    @property
    def is_behind(self) -> bool:
        """Whether some of what was there at the start was not compared yet."""
        return self._past.is_in_first_round

    def advance(self) -> int:
        """Write down the next page, and seal if that is due; how many events it had."""
        leaves = self._next_leaves()
        self._past.step()
        self._precedents.bind(self._seen, leaves)
        if leaves:
            self._folder.add_leaves(leaves)
            self._seen.extend(leaves)
        if self._is_due():
            self.seal()
        self._publish()
        return len(leaves)

    def seal(self) -> None:
        """Sign what was seen, if any of it is not sealed."""
        if self.unsealed:
            self._seal()

    def hand_over(self, successor: SigningKey | None = None) -> AuditKey:
        """Seal what was seen; that key signs from then on, and is told.

        Without one it is the key that others handed over to, else the next. Raises `NothingToSeal`.
        """
        if not self._seen.size:
            raise NothingToSeal
        is_told = self._signer.public.id == self._key.public.id
        self._key = successor or (self._key.next() if is_told else self._key)
        self._seal()
        return self._key.public

    def _seal(self) -> None:
        checkpoint = self._signed()
        self._folder.add_checkpoint(checkpoint)
        self._signer = self._key
        self._sealed_at, self._unpublished = checkpoint.at, checkpoint
        self._publish()

    def _next_leaves(self) -> list[bytes]:
        """The leaves after those that were seen; the last one that was is compared anew."""
        known = self._seen.size
        size = self._log.size(at_least=max(known, self._precedents.size))
        start = max(known - 1, 0)
        pages = self._log.leaves(start, min(size, known + PAGE))
        leaves = [leaf for page in pages for leaf in page]
        if known and leaves[0] != self._folder.read_leaves(known - 1, known):
            raise LogTampered(self._log.name, known, "changed")
        return leaves[known - start :]

    def _is_due(self) -> bool:
        if not self.unsealed or self.is_behind:
            return False
        is_late = not self._sealed_at <= self._clock.now() < self._sealed_at + LONGEST
        return self.unsealed >= MOST or is_late

    def _signed(self) -> Checkpoint:
        last, signer, successor = self._folder.last, self._signer, None
        if signer.public.id != self._key.public.id:
            successor = self._key
        claim = Claim(
            log=self._log.name,
            size=self._seen.size,
            chain=self._seen.chain.hex(),
            root=self._seen.root.hex(),
            at=self._clock.now(),
            previous=last.digest() if last else NOTHING,
            key_id=signer.public.id,
            handover=_handover(signer, successor) if successor else None,
        )
        return Checkpoint.sign(claim, signer, successor)

    def _publish(self) -> None:
        if self._unpublished:
            self._publisher.publish(self._unpublished)
            self._unpublished = None


def _signer_of(folder: WitnessFolder, key: SigningKey) -> SigningKey:
    """Who has to sign the next checkpoint of the folder: that key, or one before it."""
    last = folder.last
    if last is None or last.next_key_id == key.public.id:
        return key
    signer = key.named(last.next_key_id)
    if signer is None:
        raise ForeignRecords(last.log, last.next_key_id)
    return signer


def _handover(old: SigningKey, new: SigningKey) -> Handover:
    return Handover(key=old.public.text, next_key=new.public.text)

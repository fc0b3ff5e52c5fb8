"""One witness of the log: it writes down what it sees, once, and seals it from time to time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from application.ports import Clock
from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.checkpoint import NOTHING, Checkpoint, Claim
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


class Witness:
    """Follows the log into its folder. It serves one thread at a time.

    What was written down is never written anew from another log: where they differ it raises
    `LogTampered` and has written nothing. Beside the events that come it reads a page of the past
    anew, round after round; what was there at the start has to be compared once before anything is
    sealed. It raises what log, folder and publisher raise, too, and goes on where it was.
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
        self._key = key
        self._clock = clock
        self._publisher = publisher
        shown = publisher.lines()  # before the log is looked at: it has all that they speak of
        self._seen = recovered(log, folder, key.public)
        self._precedents = Precedents(log.name, key.public, shown, after=self._seen.size)
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
        if not self.unsealed:
            return
        checkpoint = self._signed()
        self._folder.add_checkpoint(checkpoint)
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
        last = self._folder.last
        claim = Claim(
            log=self._log.name,
            size=self._seen.size,
            chain=self._seen.chain.hex(),
            root=self._seen.root.hex(),
            at=self._clock.now(),
            previous=last.digest() if last else NOTHING,
            key_id=self._key.public.id,
        )
        return Checkpoint.sign(claim, self._key)

    def _publish(self) -> None:
        if self._unpublished:
            self._publisher.publish(self._unpublished)
            self._unpublished = None

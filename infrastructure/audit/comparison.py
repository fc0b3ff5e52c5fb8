"""A log's leaves beside the checkpoints that speak of it."""

from collections.abc import Iterator, Sequence

from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.trail import Judged, Trail
from infrastructure.audit.verdict import FirstBad, Verdict


class Comparison:
    """Takes leaves in order, and tells the first checkpoint that they do not bear out."""

    def __init__(self, trail: Trail) -> None:
        self.seen = Fingerprint()
        self.sealed = 0
        self._trail = trail
        self._digests: set[str] = set()
        self._checked = 0

    def take(self, leaves: Sequence[bytes]) -> FirstBad | None:
        """Add leaves, as far as they go."""
        stop = self.seen.size + len(leaves)
        while judged := self._trail.due(stop):
            count = max(judged.size - self.seen.size, 0)
            self.seen.extend(leaves[:count])
            leaves = leaves[count:]
            if found := self.compare(judged):
                return found
        self.seen.extend(leaves)
        return None

    def rest(self) -> Iterator[Judged]:
        """The checkpoints that speak of more; each is told once."""
        return self._trail.rest()

    def stretch(self, judged: Judged, size: int) -> FirstBad:
        """What a checkpoint that does not count leaves without a proof, in a log of that size."""
        first = self.sealed + 1
        return FirstBad(first, max(first, min(judged.size, size)), judged.fault or "cut off")

    def verdict(self, log: str, found: FirstBad | None) -> Verdict:
        """What came of it."""
        return Verdict(
            log=log,
            size=self.seen.size,
            sealed=self.sealed,
            chain=self.seen.chain.hex(),
            root=self.seen.root.hex(),
            checkpoints=self._checked,
            first_bad=found,
        )

    def compare(self, judged: Judged) -> FirstBad | None:
        """Whether a checkpoint is good, and the log is so far what it states."""
        first = self.sealed + 1
        if judged.fault or judged.checkpoint is None:
            return self.stretch(judged, self.seen.size)
        if not judged.checkpoint.states(self.seen):
            return FirstBad(first, max(first, self.seen.size), "unlike its checkpoint")
        self._count(judged)
        return None

    def _count(self, judged: Judged) -> None:
        """One that is published too is counted once."""
        if judged.size > self.sealed:
            self._digests.clear()
        self.sealed = judged.size
        digest = judged.checkpoint.digest() if judged.checkpoint else ""
        self._checked += digest not in self._digests
        self._digests.add(digest)

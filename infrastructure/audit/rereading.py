"""The past of a log beside what was written down of it, page by page, round after round."""

from infrastructure.audit.alarms import LogTampered
from infrastructure.audit.fingerprint import parted
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.witness_folder import WitnessFolder

PAGE = 998  # events: two of the log's own pages


class Rereading:
    """A change of any event is found one round after it was made, at the latest.

    The first round begins with what the folder holds at the start.
    """

    def __init__(self, log: NamedLog, folder: WitnessFolder) -> None:
        self._log = log
        self._folder = folder
        self._read = 0
        self._first_round = folder.leaves

    @property
    def is_in_first_round(self) -> bool:
        """Whether some of what was there at the start was not compared yet."""
        return self._first_round > 0

    def step(self) -> None:
        """Compare the next page. Raises `LogTampered`, and what log and folder raise."""
        start, stop = self._read, min(self._read + PAGE, self._folder.leaves)
        for page in self._log.leaves(start, stop):
            known = self._folder.read_leaves(start, start + len(page))
            self._require_same(start, page, parted(known))
            start += len(page)
        if stop >= self._first_round:
            self._first_round = 0
        self._read = stop if stop < self._folder.leaves else 0

    def _require_same(self, after: int, page: list[bytes], known: list[bytes]) -> None:
        if page == known:
            return
        pairs = zip(page, known, strict=True)
        differing = (at for at, pair in enumerate(pairs, after + 1) if pair[0] != pair[1])
        raise LogTampered(self._log.name, next(differing), "changed")

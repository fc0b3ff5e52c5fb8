"""Where a witness stands when it begins: what its folder says, as far as the log bears it out."""

from collections.abc import Iterator

from infrastructure.audit.alarms import ForeignRecords, LogTampered
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.fingerprint import Fingerprint, parted
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.named_log import NamedLog, fingerprint
from infrastructure.audit.witness_folder import WitnessFolder

PAGE = 1000


def recovered(log: NamedLog, folder: WitnessFolder, keys: KeyRing) -> Fingerprint:
    """What was seen so far. Raises `ForeignRecords`, `LogTampered` and what log and folder raise.

    Leaves up to the last checkpoint have to lead to it, or are made anew from a log that does;
    later ones have to be those of the log.
    """
    last = folder.last
    if last and not (last.log == log.name and keys.signed(last)):
        raise ForeignRecords(last.log, last.key_id)
    seen = _sealed(log, folder, last) if last else Fingerprint()
    _take_in_unsealed(seen, log, folder)
    return seen


def _sealed(log: NamedLog, folder: WitnessFolder, last: Checkpoint) -> Fingerprint:
    seen = fingerprint(_pages(folder, min(last.size, folder.leaves)))
    if last.states(seen):
        return seen
    log.size(at_least=last.size)
    seen = fingerprint(log.leaves(0, last.size))
    if not last.states(seen):
        raise LogTampered(log.name, last.size, "unlike its checkpoint")
    folder.replace_leaves(log.leaves(0, last.size))
    return seen


def _take_in_unsealed(seen: Fingerprint, log: NamedLog, folder: WitnessFolder) -> None:
    known = folder.leaves
    size = log.size(at_least=0)
    for page in log.leaves(seen.size, min(size, known)):
        written = parted(folder.read_leaves(seen.size, seen.size + len(page)))
        for position, pair in enumerate(zip(page, written, strict=True), seen.size + 1):
            if pair[0] != pair[1]:
                raise LogTampered(log.name, position, "changed")
        seen.extend(written)
    log.size(at_least=known)


def _pages(folder: WitnessFolder, leaves: int) -> Iterator[list[bytes]]:
    for start in range(0, leaves, PAGE):
        yield parted(folder.read_leaves(start, min(start + PAGE, leaves)))

"""A signing key that hands over to another, and what somebody who has one of them may conclude."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from infrastructure.audit.alarms import ForeignRecords, LogTampered
from infrastructure.audit.audit_key import AuditKey, SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.checkpoint import Checkpoint, Handover
from infrastructure.audit.key_ring import KeyRing, in_use
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.proof import check_proof, prove
from infrastructure.audit.rotation import rotated
from infrastructure.audit.trail import Judge
from infrastructure.audit.verdict import FirstBad
from infrastructure.audit.witness import NothingToSeal, Witness
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.audit.witness_records import WitnessRecords, handovers_in
from tests.audit.exported import checked, checkpoints, exported, lines_of, text_of, without
from tests.audit.listed_log import KEY, NAME, NOON, Board, ListedLog, woven
from tests.fakes.clock import StandingClock

THIEF = SigningKey(b"t" * 32)
OTHER_MASTER = SigningKey(b"m" * 32)
SECOND, THIRD = KEY.next(), KEY.next().next()
EVENTS = woven(60)


def witness_of(
    folder: WitnessFolder, size: int, board: Board | None = None, key: SigningKey = KEY
) -> Witness:
    return Witness(
        log=NamedLog(NAME, AuditLog(ListedLog(EVENTS[:size], size))),
        folder=folder,
        key=key,
        clock=StandingClock(NOON),
        publisher=board or Board(),
    )


def sealed_at(folder: Path, size: int, board: Board | None = None, key: SigningKey = KEY) -> None:
    with_folder(folder, lambda it: sealing(witness_of(it, size, board, key)))


def sealing(witness: Witness) -> None:
    while witness.advance() or witness.is_behind:
        pass
    witness.seal()


def rotated_at(
    folder: Path,
    size: int,
    board: Board | None = None,
    key: SigningKey = KEY,
    successor: SigningKey | None = None,
) -> None:
    with_folder(folder, lambda it: rotated(witness_of(it, size, board, key), successor))


def with_folder(path: Path, do: Callable[[WitnessFolder], object]) -> None:
    folder = WitnessFolder(path)
    try:
        do(folder)
    finally:
        folder.close()


def lines(folder: Path) -> list[Checkpoint]:
    return [one for one in WitnessRecords(folder).lines() if isinstance(one, Checkpoint)]


def faults(folder: Path, key: AuditKey) -> list[str | None]:
    judge = Judge(NAME, KeyRing(key, handovers_in(folder)))
    return [one.fault for one in judge.in_order(WitnessRecords(folder).lines())]


@pytest.fixture
def thrice(tmp_path: Path) -> Path:
    """Sealed at 10, handed over at 20 and again there, sealed at 30, handed over at 40, and so on."""
    folder = tmp_path / "audit"
    sealed_at(folder, 10)
    rotated_at(folder, 20)
    sealed_at(folder, 30)
    rotated_at(folder, 40)
    sealed_at(folder, 55)
    return folder


def test_a_key_hands_over_in_a_checkpoint_that_both_sign(thrice: Path) -> None:
    first, handover, *rest = lines(thrice)

    assert handover.handover == Handover(key=KEY.public.text, next_key=SECOND.public.text)
    assert handover.previous == first.digest()
    assert handover.is_signed_by(KEY.public)
    assert [one.key_id for one in rest] == [SECOND.public.id] * 2 + [THIRD.public.id]
    assert [one.size for one in rest] == [30, 40, 55]


@pytest.mark.parametrize("key", [KEY, SECOND, THIRD])
def test_whoever_has_one_of_the_keys_can_check_all_of_it(
    thrice: Path, file: Path, key: SigningKey
) -> None:
    verdict = checked(file, exported(thrice, ListedLog(EVENTS)), key.public)

    assert (verdict.first_bad, verdict.sealed, verdict.checkpoints) == (None, 55, 5)


def test_a_handover_needs_no_new_event(tmp_path: Path, file: Path) -> None:
    sealed_at(tmp_path, 60)
    rotated_at(tmp_path, 60)
    rotated_at(tmp_path, 60)

    verdict = checked(file, exported(tmp_path, ListedLog(EVENTS)), THIRD.public)

    assert [one.size for one in lines(tmp_path)] == [60, 60, 60]
    assert (verdict.first_bad, verdict.sealed, verdict.checkpoints) == (None, 60, 3)


def test_a_log_without_events_has_nothing_to_hand_over(tmp_path: Path) -> None:
    with pytest.raises(NothingToSeal):
        rotated_at(tmp_path, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"handover": Handover(key=KEY.public.text, next_key=THIEF.public.text)},
        {"handover": Handover(key=SECOND.public.text, next_key=SECOND.public.text)},
        {"handover": Handover(key=KEY.public.text, next_key=f"{'_' * 43}=")},
        {"handover": None},
        {"countersignature": None},
        {"countersignature": "00" * 64},
        {"signature": "00" * 64},
        {"size": 21},
    ],
)
def test_no_field_of_a_handover_can_be_changed(thrice: Path, change: dict[str, object]) -> None:
    changed = msgspec.structs.replace(lines(thrice)[1], **change)

    assert not changed.is_signed_by(KEY.public)
    assert KeyRing(KEY.public, [changed]).named(SECOND.public.id) is None


def test_a_key_cannot_hand_over_to_one_that_does_not_sign(thrice: Path) -> None:
    handover = Handover(key=THIEF.public.text, next_key=KEY.public.text)
    claim = msgspec.structs.replace(lines(thrice)[1], key_id=THIEF.public.id, handover=handover)
    made_up = msgspec.structs.replace(claim, signature=THIEF.sign(claim.signed_bytes()).hex())

    assert KeyRing(KEY.public, [made_up]).named(THIEF.public.id) is None


def test_who_trusts_the_new_key_does_not_trust_another_heir_of_the_old_one(thrice: Path) -> None:
    handover = Handover(key=KEY.public.text, next_key=THIEF.public.text)
    claim = msgspec.structs.replace(lines(thrice)[1], handover=handover, countersignature=None)
    what = claim.signed_bytes()
    stolen = msgspec.structs.replace(
        claim, signature=KEY.sign(what).hex(), countersignature=THIEF.sign(what).hex()
    )
    keys = KeyRing(SECOND.public, [*lines(thrice), stolen])

    assert stolen.is_signed_by(KEY.public)
    assert keys.named(KEY.public.id)
    assert keys.named(THIEF.public.id) is None
    assert in_use(KEY, [stolen, *lines(thrice)]).public.id == THIRD.public.id


def test_a_key_that_has_handed_over_signs_no_more(thrice: Path) -> None:
    last = lines(thrice)[-1]
    claim = msgspec.structs.replace(
        last, key_id=KEY.public.id, previous=last.digest(), size=60, handover=None
    )
    signed = msgspec.structs.replace(claim, signature=KEY.sign(claim.signed_bytes()).hex())
    with (thrice / "checkpoints.jsonl").open("ab") as out:
        out.write(msgspec.json.encode(signed) + b"\n")

    assert signed.is_signed_by(KEY.public)
    assert faults(thrice, KEY.public)[-1] == "checkpoint not signed by this key"


@pytest.mark.parametrize("number", range(5))
def test_no_checkpoint_around_a_handover_can_be_left_out(
    thrice: Path, file: Path, number: int
) -> None:
    export = lines_of(exported(thrice, ListedLog(EVENTS)))
    cut = without(export, checkpoints(export)[number])

    verdict = checked(file, text_of(cut), KEY.public)

    assert verdict.first_bad is not None


def test_an_export_without_its_handovers_is_not_signed_by_the_new_key(
    thrice: Path, file: Path
) -> None:
    header, *rest = lines_of(exported(thrice, ListedLog(EVENTS)))
    bare = msgspec.structs.replace(header, handovers=())

    verdict = checked(file, text_of([bare, *rest]), THIRD.public)

    assert verdict.first_bad == FirstBad(1, 10, "checkpoint not signed by this key")


def test_a_proof_leads_from_an_older_checkpoint_to_the_key_of_today(thrice: Path) -> None:
    records, (earlier, *_, last) = WitnessRecords(thrice), lines(thrice)
    handovers = tuple(handovers_in(thrice))
    proof = prove(EVENTS[3:5], records.read_leaves, last, earlier, handovers)

    found = [check_proof(proof, one.public).fault for one in (KEY, SECOND, THIRD, THIEF)]

    assert found == [None, None, None, "checkpoint not signed by this key"]


def test_another_witness_hands_over_when_it_next_begins(tmp_path: Path) -> None:
    board, ours, theirs = Board(), tmp_path / "ours", tmp_path / "theirs"
    sealed_at(theirs, 10, board)
    rotated_at(ours, 20, board)

    sealed_at(theirs, 30, board)
    sealed_at(theirs, 40, board)

    assert [one.key_id for one in lines(theirs)] == [KEY.public.id] * 2 + [SECOND.public.id]
    assert faults(theirs, SECOND.public) == [None] * 3


def test_a_rotation_beside_another_one_joins_it(tmp_path: Path) -> None:
    board, ours, theirs = Board(), tmp_path / "ours", tmp_path / "theirs"
    sealed_at(theirs, 10, board)
    rotated_at(ours, 20, board)

    rotated_at(theirs, 30, board)

    assert lines(theirs)[-1].next_key_id == SECOND.public.id


def test_a_witness_with_an_empty_folder_is_bound_by_what_older_keys_sealed(tmp_path: Path) -> None:
    board = Board()
    sealed_at(tmp_path / "ours", 20, board)
    rotated_at(tmp_path / "ours", 20, board)
    changed = ListedLog([*woven(9), *EVENTS[10:11], *EVENTS[10:30]], 30)
    log = NamedLog(NAME, AuditLog(changed))

    def begin(folder: WitnessFolder) -> None:
        clock = StandingClock(NOON)
        sealing(Witness(log=log, folder=folder, key=KEY, clock=clock, publisher=board))

    with pytest.raises(LogTampered):
        with_folder(tmp_path / "new", begin)


def test_a_replaced_master_key_takes_over_with_the_old_one_at_hand(
    tmp_path: Path, file: Path
) -> None:
    sealed_at(tmp_path, 10)
    rotated_at(tmp_path, 20)
    rotated_at(tmp_path, 30, successor=OTHER_MASTER)
    sealed_at(tmp_path, 40, key=OTHER_MASTER)
    rotated_at(tmp_path, 50, key=OTHER_MASTER)

    export = exported(tmp_path, ListedLog(EVENTS))

    assert lines(tmp_path)[-1].next_key_id == OTHER_MASTER.next().public.id
    assert checked(file, export, KEY.public).first_bad is None
    assert checked(file, export, OTHER_MASTER.public).first_bad is None


def test_a_replaced_master_key_without_a_handover_does_not_go_on(tmp_path: Path) -> None:
    sealed_at(tmp_path, 10)

    with pytest.raises(ForeignRecords):
        sealed_at(tmp_path, 20, key=OTHER_MASTER)


def test_a_checkpoint_without_a_handover_is_written_as_before(thrice: Path) -> None:
    first, *_ = (thrice / "checkpoints.jsonl").read_bytes().splitlines()

    assert list(msgspec.json.decode(first)) == [
        "log",
        "size",
        "chain",
        "root",
        "at",
        "previous",
        "key_id",
        "signature",
    ]

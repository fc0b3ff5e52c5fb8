"""Whatever is done to a log or to what was witnessed of it, the first bad position is named."""

import random
import shutil
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.verdict import FirstBad
from tests.audit.listed_log import ListedLog, event, verified, witnessed, woven
from tests.audit.manipulations import SEALS, SIZE, Manipulated, altered, in_order, manipulated

FORGER = SigningKey(b"f" * 32)
BEFORE = dict(zip(SEALS, (0, *SEALS), strict=False))
NEXT = dict(pairwise(SEALS))


@pytest.fixture
def copied(records: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(records, tmp_path / "copy"))


def lines(folder: Path) -> list[bytes]:
    return (folder / "checkpoints.jsonl").read_bytes().splitlines(keepends=True)


def write(folder: Path, of: list[bytes]) -> None:
    (folder / "checkpoints.jsonl").write_bytes(b"".join(of))


def write_leaf(folder: Path, position: int, leaf: bytes) -> None:
    data = (folder / "leaves").read_bytes()
    at = (position - 1) * 32
    (folder / "leaves").write_bytes(data[:at] + leaf + data[at + 32 :])


def seal_over(position: int) -> int:
    return next(size for size in SEALS if size >= position)


def test_a_log_as_it_was_witnessed_is_good_and_its_end_not_yet_sealed(records: Path) -> None:
    verdict = verified(records, ListedLog(woven(SIZE)))

    assert verdict.first_bad is None
    assert (verdict.size, verdict.sealed, verdict.unsealed, verdict.checkpoints) == (60, 55, 5, 4)


def test_a_log_that_grew_since_is_good(records: Path) -> None:
    verdict = verified(records, ListedLog(woven(SIZE + 20)))

    assert (verdict.first_bad, verdict.unsealed) == (None, 25)


def test_an_empty_log_without_records_is_good(tmp_path: Path) -> None:
    verdict = verified(tmp_path, ListedLog([]))

    assert (verdict.size, verdict.sealed, verdict.first_bad) == (0, 0, None)


@pytest.mark.parametrize("seed", range(800))
def test_the_first_bad_position_of_a_manipulated_log_is_exact(records: Path, seed: int) -> None:
    bad: Manipulated = manipulated(seed)

    verdict = verified(records, ListedLog(bad.events, bad.head))

    found = verdict.first_bad
    assert found == FirstBad(bad.position, bad.position, bad.reason)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(60))
def test_who_changes_the_leaves_of_the_witness_as_well_is_found_between_two_checkpoints(
    copied: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    position = chance.randint(1, SEALS[-1])
    events = woven(SIZE)
    events[position - 1] = altered(chance, events[position - 1])
    write_leaf(copied, position, leaf_of(events[position - 1]))

    verdict = verified(copied, ListedLog(events))

    size = seal_over(position)
    assert verdict.first_bad == FirstBad(BEFORE[size] + 1, size, "unlike its checkpoint")


@pytest.mark.parametrize("position", [1, 9, 10, 11, 40, 55])
def test_changed_leaves_of_a_witness_are_not_taken_for_a_changed_log(
    copied: Path, position: int
) -> None:
    write_leaf(copied, position, b"x" * 32)

    verdict = verified(copied, ListedLog(woven(SIZE)))

    assert verdict.first_bad == FirstBad(position, position, "witness changed")


def test_where_log_and_leaves_are_both_unlike_what_was_sealed_the_stretch_is_named(
    copied: Path,
) -> None:
    write_leaf(copied, 12, b"x" * 32)

    verdict = verified(copied, ListedLog([*woven(11), event(12, "a:1", 1), *woven(SIZE)[12:]]))

    assert verdict.first_bad == FirstBad(11, 25, "unlike its checkpoint")


@pytest.mark.parametrize("missing", range(0, SIZE, 7))
def test_without_leaves_of_the_witness_the_stretch_is_named(copied: Path, missing: int) -> None:
    (copied / "leaves").write_bytes((copied / "leaves").read_bytes()[: missing * 32])
    events = woven(SIZE)
    events[36] = event(37, str(events[36].originator_id), events[36].originator_version)

    verdict = verified(copied, ListedLog(events))

    exact, stretch = FirstBad(37, 37, "changed"), FirstBad(26, 40, "unlike its checkpoint")
    assert verdict.first_bad == (exact if missing >= 37 else stretch)


@pytest.mark.parametrize("size", SEALS)
@pytest.mark.parametrize(
    "change",
    [
        {"size": 7},
        {"chain": "00" * 32},
        {"root": "00" * 32},
        {"previous": "00" * 31 + "01"},
        {"log": "other"},
        {"signature": "00" * 64},
    ],
)
def test_a_checkpoint_that_was_changed_is_found(
    copied: Path, size: int, change: dict[str, object]
) -> None:
    of = lines(copied)
    place = SEALS.index(size)
    changed = msgspec.structs.replace(msgspec.json.decode(of[place], type=Checkpoint), **change)
    of[place] = msgspec.json.encode(changed) + b"\n"
    write(copied, of)

    found = verified(copied, ListedLog(woven(SIZE))).first_bad

    assert found
    assert (found.position, found.reason) == (
        BEFORE[size] + 1,
        "checkpoint not signed by this key",
    )


@pytest.mark.parametrize("size", SEALS)
def test_a_checkpoint_that_another_key_signed_is_found(copied: Path, size: int) -> None:
    of = lines(copied)
    place = SEALS.index(size)
    claim = msgspec.structs.replace(
        msgspec.json.decode(of[place], type=Checkpoint), key_id=FORGER.public.id
    )
    signature = FORGER.sign(claim.signed_bytes()).hex()
    of[place] = msgspec.json.encode(msgspec.structs.replace(claim, signature=signature)) + b"\n"
    write(copied, of)

    verdict = verified(copied, ListedLog(woven(SIZE)))

    expected = FirstBad(BEFORE[size] + 1, size, "checkpoint not signed by this key")
    assert (verdict.first_bad, verdict.sealed) == (expected, BEFORE[size])


@pytest.mark.parametrize("size", SEALS[:-1])
def test_a_checkpoint_that_was_taken_out_is_found(copied: Path, size: int) -> None:
    of = lines(copied)
    del of[SEALS.index(size)]
    write(copied, of)

    verdict = verified(copied, ListedLog(woven(SIZE)))

    assert verdict.first_bad == FirstBad(BEFORE[size] + 1, NEXT[size], "checkpoint out of order")


@pytest.mark.parametrize("size", SEALS[:-1])
def test_checkpoints_that_changed_places_are_found(copied: Path, size: int) -> None:
    of = lines(copied)
    place = SEALS.index(size)
    of[place], of[place + 1] = of[place + 1], of[place]
    write(copied, of)

    verdict = verified(copied, ListedLog(woven(SIZE)))

    assert verdict.first_bad == FirstBad(BEFORE[size] + 1, NEXT[size], "checkpoint out of order")


@pytest.mark.parametrize("size", SEALS)
def test_a_checkpoint_that_cannot_be_read_is_found(copied: Path, size: int) -> None:
    of = lines(copied)
    of[SEALS.index(size)] = b"{}\n"
    write(copied, of)

    found = verified(copied, ListedLog(woven(SIZE))).first_bad

    first = BEFORE[size] + 1
    assert found == FirstBad(first, first, "checkpoint unreadable")


@pytest.mark.parametrize("cut", range(SIZE))
def test_a_log_that_ends_before_its_records_is_cut_off_there(records: Path, cut: int) -> None:
    verdict = verified(records, ListedLog(woven(cut)))

    assert verdict.first_bad == FirstBad(cut + 1, cut + 1, "cut off")


def test_a_checkpoint_beyond_the_end_of_the_log_tells_of_the_cut_without_leaves(
    copied: Path,
) -> None:
    (copied / "leaves").unlink()

    verdict = verified(copied, ListedLog(woven(50)))

    assert verdict.first_bad == FirstBad(41, 51, "cut off")


@pytest.mark.parametrize("witnessed_leaves", [0, 40, 45, 48])
def test_an_event_that_was_taken_out_before_the_end_is_in_the_stretch_that_is_named(
    copied: Path, witnessed_leaves: int
) -> None:
    (copied / "leaves").write_bytes((copied / "leaves").read_bytes()[: witnessed_leaves * 32])
    events = woven(55)
    del events[49]

    verdict = verified(copied, ListedLog(in_order(events)))

    first = max(witnessed_leaves, 40) + 1
    assert verdict.first_bad == FirstBad(first, 55, "cut off")


def test_a_version_that_does_not_follow_is_found_where_nothing_was_sealed(tmp_path: Path) -> None:
    events = [*woven(20), event(21, "appointment:0", 9)]

    verdict = verified(tmp_path, ListedLog(events))

    assert verdict.first_bad == FirstBad(21, 21, "version out of order")


def test_the_last_position_may_not_be_counted_on_past_the_log(tmp_path: Path) -> None:
    witnessed(tmp_path, ListedLog(woven(20)), [20])

    verdict = verified(tmp_path, ListedLog(woven(20), 25))

    assert verdict.first_bad == FirstBad(21, 21, "head unlike the log")

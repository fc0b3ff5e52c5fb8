import random
from pathlib import Path

import msgspec
import pytest
from eventsourcing.persistence import Notification

from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.export_lines import ExportedCheckpoint, ExportedEvent
from infrastructure.audit.verdict import FirstBad
from tests.audit.exported import (
    Lines,
    checked,
    checkpoints,
    event_at,
    lines_of,
    made_anew,
    place,
    text_of,
    without,
)
from tests.audit.manipulations import SEALS, SIZE, altered

BEFORE = dict(zip(SEALS, (0, *SEALS), strict=False))
FORGER = SigningKey(b"f" * 32)


def changed(lines: Lines, position: int, chance: random.Random) -> Lines:
    """The lines with another event at that position."""
    line = event_at(lines, position)
    event = Notification(line.stream, line.version, line.topic, line.state, position)
    other = altered(chance, event)
    put = msgspec.structs.replace(
        line,
        stream=str(other.originator_id),
        version=other.originator_version,
        topic=other.topic,
        state=other.state,
    )
    number = place(lines, position)
    return [*lines[:number], put, *lines[number + 1 :]]


def seal_over(position: int) -> int:
    return next(size for size in SEALS if size >= position)


@pytest.mark.parametrize("seed", range(120))
def test_a_changed_event_is_named_exactly(export: bytes, file: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    position = chance.randint(1, SIZE)
    lines = changed(lines_of(export), position, chance)

    verdict = checked(file, text_of(lines))

    assert verdict.first_bad == FirstBad(position, position, "changed")


@pytest.mark.parametrize("seed", range(120))
def test_a_changed_event_whose_chain_was_made_anew_is_in_the_stretch_that_is_named(
    export: bytes, file: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    position = chance.randint(1, SEALS[-1])
    lines = made_anew(changed(lines_of(export), position, chance))

    verdict = checked(file, text_of(lines))

    size = seal_over(position)
    assert verdict.first_bad == FirstBad(BEFORE[size] + 1, size, "unlike its checkpoint")


@pytest.mark.parametrize("position", range(1, SIZE + 1))
def test_a_removed_line_is_named_exactly(export: bytes, file: Path, position: int) -> None:
    lines = lines_of(export)

    verdict = checked(file, text_of(without(lines, place(lines, position))))

    reason = "removed" if position < SIZE else "cut off"
    assert verdict.first_bad == FirstBad(position, position, reason)  # type: ignore[arg-type]


@pytest.mark.parametrize("position", range(1, SEALS[-1] + 1))
def test_a_removed_event_whose_chain_was_made_anew_is_in_the_stretch_that_is_named(
    export: bytes, file: Path, position: int
) -> None:
    lines = lines_of(export)
    lines = made_anew(without(lines, place(lines, position)))

    found = checked(file, text_of(lines)).first_bad

    assert found
    assert found.position == BEFORE[seal_over(position)] + 1
    assert found.position <= position <= found.upto


@pytest.mark.parametrize("position", range(1, SEALS[-1] + 1))
@pytest.mark.parametrize("tail", range(3))
def test_a_removed_event_is_in_the_stretch_that_is_named_however_long_the_unsealed_tail_is(
    export: bytes, file: Path, position: int, tail: int
) -> None:
    lines = lines_of(export)
    lines = [*lines[: place(lines, SEALS[-1] + 1 + tail)], lines[-1]]
    assert checked(file, text_of(made_anew(lines))).first_bad is None
    lines = made_anew(without(lines, place(lines, position)))

    found = checked(file, text_of(lines)).first_bad

    assert found
    assert found.position == BEFORE[seal_over(position)] + 1
    assert found.position <= position <= found.upto


@pytest.mark.parametrize("position", range(1, SEALS[-1] + 1))
def test_an_inserted_event_whose_chain_was_made_anew_is_in_the_stretch_that_is_named(
    export: bytes, file: Path, position: int
) -> None:
    lines = lines_of(export)
    foreign = msgspec.structs.replace(event_at(lines, position), stream="foreign:1", version=1)
    lines.insert(place(lines, position), foreign)

    found = checked(file, text_of(made_anew(lines))).first_bad

    assert found
    assert found.position == BEFORE[seal_over(position)] + 1


@pytest.mark.parametrize("position", range(1, SIZE + 1))
def test_a_line_that_stands_twice_is_named_exactly(
    export: bytes, file: Path, position: int
) -> None:
    lines = lines_of(export)
    number = place(lines, position)
    lines.insert(number, lines[number])

    verdict = checked(file, text_of(lines))

    assert verdict.first_bad == FirstBad(position, position, "inserted")


@pytest.mark.parametrize("seed", range(120))
def test_events_that_changed_places_are_named_exactly(export: bytes, file: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    first, second = sorted(chance.sample(range(1, SIZE + 1), 2))
    lines = lines_of(export)
    one, other = place(lines, first), place(lines, second)
    lines[one], lines[other] = lines[other], lines[one]

    verdict = checked(file, text_of(lines))

    assert verdict.first_bad == FirstBad(first, first, "reordered")


@pytest.mark.parametrize("kept", range(1, SIZE + len(SEALS) + 2, 3))
def test_an_export_that_ends_too_early_is_cut_off(export: bytes, file: Path, kept: int) -> None:
    lines = lines_of(export)[:kept]

    verdict = checked(file, text_of(lines))

    size = sum(isinstance(line, ExportedEvent) for line in lines)
    assert verdict.first_bad == FirstBad(size + 1, size + 1, "cut off")


@pytest.mark.parametrize("lost", [2, 100, 300, 500])
def test_an_export_that_ends_within_a_line_is_cut_off(export: bytes, file: Path, lost: int) -> None:
    found = checked(file, export[:-lost]).first_bad

    assert found
    assert found.reason == "cut off"


@pytest.mark.parametrize("number", range(1, 66, 4))
def test_a_line_that_cannot_be_read_is_named(export: bytes, file: Path, number: int) -> None:
    lines = export.splitlines(keepends=True)
    position = sum(isinstance(line, ExportedEvent) for line in lines_of(export)[:number]) + 1
    lines[number] = b'{"line":"event"}\n'

    verdict = checked(file, b"".join(lines))

    assert verdict.first_bad == FirstBad(position, position, "unreadable")


@pytest.mark.parametrize("size", SEALS)
def test_a_forged_checkpoint_is_found(export: bytes, file: Path, size: int) -> None:
    lines = lines_of(export)
    number = checkpoints(lines)[SEALS.index(size)]
    line = lines[number]
    assert isinstance(line, ExportedCheckpoint)
    signature = FORGER.sign(line.checkpoint.signed_bytes()).hex()
    forged = msgspec.structs.replace(line.checkpoint, signature=signature)
    lines[number] = ExportedCheckpoint(checkpoint=forged)

    verdict = checked(file, text_of(lines))

    expected = FirstBad(BEFORE[size] + 1, size, "checkpoint not signed by this key")
    assert verdict.first_bad == expected


@pytest.mark.parametrize("size", SEALS)
def test_a_checkpoint_line_that_was_taken_out_is_found(
    export: bytes, file: Path, size: int
) -> None:
    lines = lines_of(export)

    found = checked(file, text_of(without(lines, checkpoints(lines)[SEALS.index(size)]))).first_bad

    assert found
    assert (found.position, found.reason) == (BEFORE[size] + 1, "checkpoint out of order")


@pytest.mark.parametrize("place_of_first", range(len(SEALS) - 1))
def test_checkpoint_lines_that_changed_places_are_found(
    export: bytes, file: Path, place_of_first: int
) -> None:
    lines = lines_of(export)
    one, other = checkpoints(lines)[place_of_first : place_of_first + 2]
    lines[one], lines[other] = lines[other], lines[one]

    found = checked(file, text_of(lines)).first_bad

    assert found
    expected = BEFORE[SEALS[place_of_first]] + 1
    assert (found.position, found.reason) == (expected, "checkpoint out of order")


@pytest.mark.parametrize("moved", [-3, -1, 1, 3])
def test_a_checkpoint_line_in_another_place_is_found(export: bytes, file: Path, moved: int) -> None:
    lines = lines_of(export)
    number = checkpoints(lines)[1]
    line = lines.pop(number)
    lines.insert(number + moved, line)

    found = checked(file, text_of(lines)).first_bad

    assert found
    assert (found.position, found.reason) == (11, "checkpoint out of order")


@pytest.mark.parametrize(
    "change", [{"chain": "00" * 32}, {"root": "00" * 32}, {"size": 59}, {"size": 61}]
)
def test_a_trailer_that_does_not_fit_is_found(
    export: bytes, file: Path, change: dict[str, object]
) -> None:
    lines = lines_of(export)
    lines[-1] = msgspec.structs.replace(lines[-1], **change)

    assert checked(file, text_of(lines)).first_bad


def test_what_follows_the_trailer_is_found(export: bytes, file: Path) -> None:
    lines = lines_of(export)

    verdict = checked(file, text_of([*lines, lines[1]]))

    assert verdict.first_bad == FirstBad(61, 61, "inserted")

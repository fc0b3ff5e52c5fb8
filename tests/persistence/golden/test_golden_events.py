"""Every event that was ever released is read by this release, and says what it said then."""

import hashlib
from typing import get_args

import msgspec
import pytest

from application.events import Event
from infrastructure.event_store.codec import EventCodec
from tests.persistence.golden.samples import FILE, FixedVault, Golden, golden, shapes

RELEASED = (132, "15a1a339a99dea19b452902c90f26599bbb7a506ce7986b71150c918ddd27230")
GOLDEN = golden()
STRUCTS = {str(one.__struct_config__.tag): one for one in get_args(Event)}


@pytest.mark.parametrize("line", GOLDEN, ids=lambda one: one.topic)
def test_an_event_that_was_stored_once_is_read_for_ever(line: Golden) -> None:
    struct = STRUCTS[line.topic.rpartition("/")[0]]
    said = msgspec.json.decode(msgspec.json.encode(line.says), type=struct)

    (recorded,) = EventCodec(FixedVault()).recorded([line.notification()])

    assert recorded.event == said


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda one: one.__name__)
def test_every_shape_that_events_take_today_is_in_the_file(kind: type[Event]) -> None:
    in_the_file = {msgspec.json.encode(one.says, order="sorted") for one in GOLDEN}

    today = {
        msgspec.json.encode(msgspec.to_builtins(event, str_keys=True), order="sorted")
        for event in shapes(kind)
    }

    assert today <= in_the_file, "run python -m tests.persistence.golden.samples"


def test_no_line_that_was_released_is_changed_or_taken_out() -> None:
    count, digest = RELEASED

    released = b"".join(FILE.read_bytes().splitlines(keepends=True)[:count])

    assert hashlib.sha256(released).hexdigest() == digest

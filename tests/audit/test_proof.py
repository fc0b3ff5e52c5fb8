from hashlib import sha256

import msgspec
import pytest

from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.checkpoint import NOTHING, Checkpoint, Claim
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.proof import Proof, ProvenEvent, check_proof, prove
from tests.audit.listed_log import KEY, NAME, NOON, woven

EVENTS = woven(50)
LEAVES = b"".join(map(leaf_of, EVENTS))
OTHER = SigningKey(bytes(32))


def leaves(start: int, stop: int) -> bytes:
    return LEAVES[start * 32 : stop * 32]


def sealed(size: int) -> Checkpoint:
    seen = Fingerprint()
    seen.extend([leaf_of(one) for one in EVENTS[:size]])
    claim = Claim(
        log=NAME,
        size=size,
        chain=seen.chain.hex(),
        root=seen.root.hex(),
        at=NOON,
        previous=NOTHING,
        key_id=KEY.public.id,
    )
    return Checkpoint.sign(claim, KEY)


PROOF = prove([EVENTS[3], EVENTS[10], EVENTS[44]], leaves, sealed(50), sealed(20))


def test_the_events_of_a_stream_are_proven_with_nothing_but_the_public_key() -> None:
    verdict = check_proof(msgspec.json.decode(msgspec.json.encode(PROOF), type=Proof), KEY.public)

    assert (verdict.fault, verdict.events, verdict.checkpoint) == (None, 3, sealed(50))
    assert verdict.streams == ("appointment:3", "appointment:2")


def test_a_proof_of_nothing_is_none() -> None:
    verdict = check_proof(msgspec.structs.replace(PROOF, events=()), KEY.public)

    assert verdict.fault == "no event in it"


@pytest.mark.parametrize(
    "change",
    [
        {"position": 5},
        {"stream": "appointment:9"},
        {"version": 9},
        {"topic": "told/2"},
        {"state": b"other"},
        {"path": ()},
        {"path": PROOF.events[0].path[:-1]},
        {"path": (*PROOF.events[0].path[:-1], sha256(b"").hexdigest())},
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_field_of_a_proven_event_can_be_changed(change: dict[str, object], place: int) -> None:
    events = list(PROOF.events)
    events[place] = msgspec.structs.replace(events[place], **change)

    verdict = check_proof(msgspec.structs.replace(PROOF, events=tuple(events)), KEY.public)

    assert verdict.fault == "event not in the log"
    assert verdict.position == events[place].position


def test_an_event_that_was_made_up_is_not_proven() -> None:
    made_up = ProvenEvent(
        position=4, stream="a:1", version=1, topic="told/1", state=b"", path=PROOF.events[0].path
    )

    verdict = check_proof(msgspec.structs.replace(PROOF, events=(made_up,)), KEY.public)

    assert (verdict.fault, verdict.position) == ("event not in the log", 4)


def test_a_proof_is_worth_nothing_for_another_key() -> None:
    assert check_proof(PROOF, OTHER.public).fault == "checkpoint not signed by this key"


@pytest.mark.parametrize("change", [{"signature": "00" * 64}, {"log": "other"}, {"size": 19}])
def test_an_earlier_checkpoint_has_to_be_signed_too(change: dict[str, object]) -> None:
    earlier = msgspec.structs.replace(sealed(20), **change)

    verdict = check_proof(msgspec.structs.replace(PROOF, earlier=earlier), KEY.public)

    assert verdict.fault == "earlier checkpoint not signed by this key"


@pytest.mark.parametrize("consistency", [(), PROOF.consistency[:-1], PROOF.consistency[::-1]])
def test_an_earlier_checkpoint_has_to_be_consistent(consistency: tuple[str, ...]) -> None:
    proof = msgspec.structs.replace(PROOF, consistency=consistency)

    assert check_proof(proof, KEY.public).fault == "log changed since the earlier checkpoint"


def test_a_proof_from_the_last_checkpoint_to_itself_is_good() -> None:
    proof = prove([EVENTS[0]], leaves, sealed(50), sealed(50))

    assert check_proof(proof, KEY.public).fault is None


def test_it_is_told_since_when_the_log_is_proven_to_have_only_grown() -> None:
    without = prove([EVENTS[3]], leaves, sealed(50))
    broken = msgspec.structs.replace(PROOF, consistency=())

    assert check_proof(PROOF, KEY.public).earlier == sealed(20)
    assert check_proof(without, KEY.public).earlier is None
    assert check_proof(broken, KEY.public).earlier is None


def test_a_consistency_with_nothing_earlier_proves_nothing() -> None:
    proof = msgspec.structs.replace(PROOF, earlier=None)

    assert check_proof(proof, KEY.public).fault == "consistency without an earlier checkpoint"


def test_an_event_that_stands_twice_in_a_proof_counts_once() -> None:
    proof = msgspec.structs.replace(PROOF, events=PROOF.events * 2)

    assert check_proof(proof, KEY.public).events == 3

"""The proof that some events stand in the log, to hand to somebody who has but the public key."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.audit_key import AuditKey
from infrastructure.audit.checkpoint import Checkpoint, Hash
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.leaf import Position, Version, leaf_hash
from infrastructure.audit.merkle_checks import Tree, extends, includes
from infrastructure.audit.merkle_proofs import LeafReader, MerkleProofs


class ProvenEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event as it is stored (its state in base64), and its audit path (RFC 6962, 2.1.1)."""

    position: Position
    stream: str
    version: Version
    topic: str
    state: bytes
    path: tuple[Hash, ...]


class Proof(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Events that stand in the log of the checkpoint, at least one; their streams may have more.

    Where there is an `earlier` checkpoint, `consistency` proves (RFC 6962, 2.1.2) that what it
    sealed was not changed until the later one. `handovers` lead from signing key to signing key.
    """

    format: Literal[1]
    events: tuple[ProvenEvent, ...]
    checkpoint: Checkpoint
    earlier: Checkpoint | None = None
    consistency: tuple[Hash, ...] = ()
    handovers: tuple[Checkpoint, ...] = ()


Fault = Literal[
    "no event in it",
    "checkpoint not signed by this key",
    "earlier checkpoint not signed by this key",
    "event not in the log",
    "log changed since the earlier checkpoint",
    "consistency without an earlier checkpoint",
]


class ProofVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a proof is worth; `position` is that of the first event that is not proven.

    Since `earlier`, where there is one, the log is proven to have only grown. An event counts once.
    That the streams have no other events is not proven.
    """

    events: int
    streams: tuple[str, ...]
    checkpoint: Checkpoint
    earlier: Checkpoint | None = None
    fault: Fault | None = None
    position: int | None = None


def prove(
    events: Sequence[Notification],
    read: LeafReader,
    checkpoint: Checkpoint,
    earlier: Checkpoint | None = None,
    handovers: tuple[Checkpoint, ...] = (),
) -> Proof:
    """The proof out of the leaves of the log; all events have to be sealed by the checkpoint."""
    proofs, size = MerkleProofs(read), checkpoint.size
    consistency = proofs.consistency(earlier.size, size) if earlier else ()
    return Proof(
        format=1,
        events=tuple(_proven(one, proofs.inclusion(one.id - 1, size)) for one in events),
        checkpoint=checkpoint,
        earlier=earlier,
        consistency=_hexadecimal(consistency),
        handovers=handovers,
    )


def check_proof(proof: Proof, key: AuditKey) -> ProofVerdict:
    """Whether the holder of the key sealed these events. Nothing else is needed."""
    verdict = ProofVerdict(
        events=len({one.position for one in proof.events}),
        streams=tuple(dict.fromkeys(one.stream for one in proof.events)),
        checkpoint=proof.checkpoint,
    )
    fault = _fault(proof, KeyRing(key, proof.handovers))
    if fault:
        return msgspec.structs.replace(verdict, fault=fault)
    tree = _tree(proof.checkpoint)
    for one in proof.events:
        if not includes(tree, _leaf(one), one.position - 1, _bytes(one.path)):
            fault = "event not in the log"
            return msgspec.structs.replace(verdict, fault=fault, position=one.position)
    return msgspec.structs.replace(verdict, earlier=proof.earlier)


def _fault(proof: Proof, keys: KeyRing) -> Fault | None:
    later, earlier = proof.checkpoint, proof.earlier
    if not proof.events:
        return "no event in it"
    if not keys.signed(later):
        return "checkpoint not signed by this key"
    if earlier is None:
        return "consistency without an earlier checkpoint" if proof.consistency else None
    if earlier.log != later.log or not keys.signed(earlier):
        return "earlier checkpoint not signed by this key"
    is_kept = extends(_tree(later), _tree(earlier), _bytes(proof.consistency))
    return None if is_kept else "log changed since the earlier checkpoint"


def _proven(one: Notification, path: Sequence[bytes]) -> ProvenEvent:
    return ProvenEvent(
        position=one.id,
        stream=str(one.originator_id),
        version=one.originator_version,
        topic=one.topic,
        state=one.state,
        path=_hexadecimal(path),
    )


def _leaf(one: ProvenEvent) -> bytes:
    return leaf_hash(one.position, one.stream, one.version, one.topic, one.state)


def _tree(checkpoint: Checkpoint) -> Tree:
    return Tree(checkpoint.size, bytes.fromhex(checkpoint.root))


def _hexadecimal(hashes: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(one.hex() for one in hashes)


def _bytes(hashes: Sequence[str]) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(one) for one in hashes)

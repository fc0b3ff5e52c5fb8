"""A signed statement of how the log stood."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Self

import msgspec
from msgspec import Meta

from infrastructure.audit.audit_key import AuditKey, NotAPublicKey, SigningKey, public_key
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import Position

DOMAIN = b"barbershop audit checkpoint 1\x00"
HANDOVER = b"barbershop audit handover 1\x00"
NOTHING = bytes(32).hex()
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Signature = Annotated[str, Meta(pattern="^[0-9a-f]{128}$")]
KeyText = Annotated[str, Meta(pattern="^[A-Za-z0-9+/]{43}=$")]


class Handover(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That `next_key` signs from here on, and `key` no longer; both are public."""

    key: KeyText
    next_key: KeyText


class Claim(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What a checkpoint states of a log; hashes are 32 bytes in hexadecimal.

    `previous` is the digest of the checkpoint before it in the same folder, zeros for the first.
    The last one of a signing key has a `handover`; `key_id` is still of the old key then.
    """

    log: str
    size: Position
    chain: Hash
    root: Hash
    at: Annotated[datetime, Meta(tz=True)]
    previous: Hash
    key_id: str
    handover: Handover | None = None

    @property
    def next_key_id(self) -> str:
        """Of the key that has to sign the checkpoint after it. Raises `NotAPublicKey`."""
        return public_key(self.handover.next_key).id if self.handover else self.key_id

    def signed_bytes(self) -> bytes:
        """What is signed: a prefix of our own, then a msgpack array; the instant in microseconds."""
        hashes = [bytes.fromhex(one) for one in (self.chain, self.root, self.previous)]
        at = (self.at - EPOCH) // timedelta(microseconds=1)
        stated = (self.log, self.size, *hashes, at, self.key_id)
        if self.handover is None:
            return DOMAIN + msgspec.msgpack.encode(stated)
        keys = (self.handover.key, self.handover.next_key)
        return HANDOVER + msgspec.msgpack.encode((*stated, *keys))

    def digest(self) -> str:
        """SHA-256 of what is signed."""
        return sha256(self.signed_bytes()).hexdigest()

    def states(self, fingerprint: Fingerprint) -> bool:
        """Whether a log with that fingerprint is the one that it speaks of."""
        stated = (self.size, self.chain, self.root)
        return stated == (fingerprint.size, fingerprint.chain.hex(), fingerprint.root.hex())


class Checkpoint(Claim, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A claim and its Ed25519 signature, 64 bytes in hexadecimal.

    A handover is signed by both keys, so that whoever trusts the one may trust the other.
    """

    signature: Signature
    countersignature: Signature | None = None

    def is_signed_by(self, key: AuditKey) -> bool:
        """Whether the holder of that key stated it, and of both keys where it is a handover."""
        is_named = self.key_id == key.id
        is_stated = is_named and key.signed(bytes.fromhex(self.signature), self.signed_bytes())
        return is_stated and self._is_taken_over(key)

    @classmethod
    def sign(cls, claim: Claim, key: SigningKey, successor: SigningKey | None = None) -> Self:
        """The claim, signed; a handover by its successor, too."""
        what = claim.signed_bytes()
        return cls(
            **msgspec.structs.asdict(claim),
            signature=key.sign(what).hex(),
            countersignature=successor.sign(what).hex() if successor else None,
        )

    def _is_taken_over(self, key: AuditKey) -> bool:
        """Whether it is no handover, or one by that key, which the next one has signed."""
        if self.handover is None or self.countersignature is None:
            return self.handover is None and self.countersignature is None
        try:
            successor = public_key(self.handover.next_key)
        except NotAPublicKey:
            return False
        is_its = self.handover.key == key.text and successor.id != key.id
        return is_its and successor.signed(
            bytes.fromhex(self.countersignature), self.signed_bytes()
        )

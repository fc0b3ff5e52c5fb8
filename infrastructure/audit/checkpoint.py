"""A signed statement of how the log stood."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Self

import msgspec
from msgspec import Meta

from infrastructure.audit.audit_key import AuditKey, SigningKey
from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import Position

DOMAIN = b"barbershop audit checkpoint 1\x00"
NOTHING = bytes(32).hex()
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a checkpoint states of a log; hashes are 32 bytes in hexadecimal.

    `previous` is the digest of the checkpoint before it in the same folder, zeros for the first.
    """

    log: str
    size: Position
    chain: Hash
    root: Hash
    at: Annotated[datetime, Meta(tz=True)]
    previous: Hash
    key_id: str

    def signed_bytes(self) -> bytes:
        """What is signed: a prefix of our own, then a msgpack array; the instant in microseconds."""
        hashes = [bytes.fromhex(one) for one in (self.chain, self.root, self.previous)]
        at = (self.at - EPOCH) // timedelta(microseconds=1)
        return DOMAIN + msgspec.msgpack.encode((self.log, self.size, *hashes, at, self.key_id))

    def digest(self) -> str:
        """SHA-256 of what is signed."""
        return sha256(self.signed_bytes()).hexdigest()

    def states(self, fingerprint: Fingerprint) -> bool:
        """Whether a log with that fingerprint is the one that it speaks of."""
        stated = (self.size, self.chain, self.root)
        return stated == (fingerprint.size, fingerprint.chain.hex(), fingerprint.root.hex())


class Checkpoint(Claim, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim and its Ed25519 signature, 64 bytes in hexadecimal."""

    signature: Annotated[str, Meta(pattern="^[0-9a-f]{128}$")]

    def is_signed_by(self, key: AuditKey) -> bool:
        """Whether the holder of that key stated it."""
        is_named = self.key_id == key.id
        return is_named and key.signed(bytes.fromhex(self.signature), self.signed_bytes())

    @classmethod
    def sign(cls, claim: Claim, key: SigningKey) -> Self:
        """The claim, signed."""
        signature = key.sign(claim.signed_bytes()).hex()
        return cls(**msgspec.structs.asdict(claim), signature=signature)

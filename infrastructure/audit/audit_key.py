"""The key that checkpoints are signed with, and its public half for auditors."""

import base64
import binascii
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from infrastructure.event_store.key_vault import derive

LABEL = b"audit signing"
MOST = 100  # keys that are tried: nobody rotates so often


class NotAPublicKey(Exception):
    """The text is no Ed25519 public key, neither in base64 nor as PEM."""


class AuditKey:
    """A public key: 32 bytes, in base64 as text."""

    def __init__(self, key: Ed25519PublicKey) -> None:
        self._key = key
        raw = key.public_bytes_raw()
        self.text = base64.b64encode(raw).decode()
        self.id = sha256(raw).hexdigest()[:16]

    @property
    def pem(self) -> str:
        """As openssl and others read it."""
        return self._key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    def signed(self, signature: bytes, what: bytes) -> bool:
        """Whether the signature of these bytes was made with the private half of the key."""
        try:
            self._key.verify(signature, what)
        except InvalidSignature:
            return False
        return True


class SigningKey:
    """The private half, derived from the service's master key: the first of a row of keys."""

    def __init__(self, master: bytes, number: int = 1) -> None:
        label = LABEL if number == 1 else LABEL + b" %d" % number
        self._master = master
        self._number = number
        self._key = Ed25519PrivateKey.from_private_bytes(derive(master, label))
        self.public = AuditKey(self._key.public_key())

    def next(self) -> Self:
        """The next one of the row."""
        return type(self)(self._master, self._number + 1)

    def named(self, key_id: str) -> Self | None:
        """The one of that id, if it is among the first of the row."""
        row = (type(self)(self._master, number) for number in range(1, MOST + 1))
        return next((one for one in row if one.public.id == key_id), None)

    def sign(self, what: bytes) -> bytes:
        """A signature of 64 bytes."""
        return self._key.sign(what)


def public_key(text: str) -> AuditKey:
    """The key of that base64 or PEM text. Raises `NotAPublicKey`."""
    try:
        if "-----BEGIN" in text:
            key = load_pem_public_key(text.strip().encode())
        else:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(text.strip(), validate=True))
    except (ValueError, binascii.Error) as error:
        raise NotAPublicKey from error
    if not isinstance(key, Ed25519PublicKey):
        raise NotAPublicKey
    return AuditKey(key)

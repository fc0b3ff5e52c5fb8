"""Letters are sealed while they lie in Redis: they hold what customers write, and their numbers."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12  # bytes, as NIST SP 800-38D recommends; random, so good for 2^32 letters per key


class LetterUnreadable(Exception):
    """A letter was sealed with another key, for another queue, or has been changed."""

    def __init__(self, queue: str) -> None:
        super().__init__(queue)
        self.queue = queue


class LetterSeal:
    """AES-256-GCM with a key of 32 bytes; a letter opens only for the queue it was sealed for."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, queue: str, body: bytes) -> bytes:
        """The nonce and what it hides; different each time."""
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, body, queue.encode())

    def open(self, queue: str, sealed: bytes) -> bytes:
        """What was sealed. Raises `LetterUnreadable`."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], queue.encode())
        except (InvalidTag, ValueError) as error:
            raise LetterUnreadable(queue) from error

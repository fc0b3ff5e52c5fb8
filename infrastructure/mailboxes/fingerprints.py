"""Names by which personal data is found again without being kept."""

import base64
import hashlib
import hmac

SIZE = 16  # bytes: 128 bits of HMAC-SHA256 do not collide by chance


class Fingerprints:
    """Keyed fingerprints: without the key (32 bytes) a phone number cannot be tried out."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, kind: str, name: str) -> str:
        """22 characters, always the same for that name of that kind."""
        digest = hmac.digest(self._key, f"{kind}\0{name}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:SIZE]).decode().rstrip("=")

"""Names for new things, from the system's random numbers."""

import base64
import secrets


class RandomIdentities:
    """16 characters of base32hex (RFC 4648, lower case): 80 random bits, fit for Google Calendar ids."""

    def fresh(self) -> str:
        """See `Identities.fresh`."""
        return base64.b32hexencode(secrets.token_bytes(10)).decode().lower()

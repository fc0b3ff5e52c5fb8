"""Texts out of Redis, whether its client decodes them or not."""


def as_text(raw: object) -> str:
    """Return a reply of Redis as text."""
    return raw.decode() if isinstance(raw, bytes) else f"{raw}"

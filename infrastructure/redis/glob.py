"""Patterns of Redis, such as those of `SCAN`."""


def literally(text: str) -> str:
    """The pattern that matches just that text."""
    return "".join(f"\\{one}" if one in "*?[]\\^" else one for one in text)

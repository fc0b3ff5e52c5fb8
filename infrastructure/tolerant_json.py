"""JSON from outside, taken as it comes: what has another shape than expected reads as absent."""

import json

import msgspec

_LONGEST_INTEGER = 19


def decoded(body: bytes) -> object:
    """The value, with broken characters replaced and absurd numbers absent.

    Raises `ValueError` for what is no JSON and `RecursionError` for what nests too deeply.
    """
    try:
        value: object = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _loosely(_without_lone_surrogates(_loosely(body.decode("utf-8", "replace"))))
    return value


def encoded(value: object) -> bytes:
    """Compact JSON of a decoded value."""
    return msgspec.json.encode(value)


def as_object(value: object) -> dict[str, object]:
    """An object's fields; none if it is something else."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """A list's items; none if it is something else."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """A string; empty if it is something else."""
    return value if isinstance(value, str) else ""


def as_name(value: object) -> str:
    """An identifier, which some write as a number; empty if it is neither."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else as_text(value)


def as_code(value: object) -> int | None:
    """A number of an error; `None` if it is none."""
    digits = as_name(value)
    sane = digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_INTEGER
    return int(digits) if sane else None


def _loosely(text: str) -> object:
    value: object = json.loads(text, parse_int=_integer, parse_constant=lambda _: None)
    return value


def _integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else None


def _without_lone_surrogates(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()

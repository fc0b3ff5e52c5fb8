"""Reading JSON whose shape the other side decides: what is absent or mistyped reads as empty."""

from typing import TypeAlias

import msgspec

JsonObject: TypeAlias = dict[str, object]


def object_in(value: object) -> JsonObject:
    """Return the value when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects_in(value: object) -> tuple[JsonObject, ...]:
    """Return the objects of the value when it is an array, in its order."""
    return tuple(e for e in value if isinstance(e, dict)) if isinstance(value, list) else ()


def text_in(value: object) -> str:
    """Return the value when it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def inside(value: object, *path: str) -> object:
    """Return what stands at that path of keys; none where the path breaks off."""
    for key in path:
        value = object_in(value).get(key)
    return value


def text_at(value: object, *path: str) -> str:
    """Return the text at that path of keys; empty when there is none."""
    return text_in(inside(value, *path))


def decoded_object(raw: bytes | str) -> JsonObject | None:
    """Return the JSON object that these bytes are; none when they are anything else."""
    try:
        value: object = msgspec.json.decode(raw)
    except msgspec.DecodeError:
        return None
    return value if isinstance(value, dict) else None

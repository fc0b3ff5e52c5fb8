"""The `fields` mask: `items(id,start),nextPageToken`, with `/` into objects and `*` for all."""

from infrastructure.sandbox.google_error import invalid
from infrastructure.sandbox.loose_json import JsonObject


class Mask:
    """A parsed mask: names to keep, each with the mask of what is inside; none keeps it all."""

    def __init__(self) -> None:
        self.inside: dict[str, Mask] = {}

    def at(self, name: str) -> "Mask":
        """Return the mask inside that name, noted as one to keep."""
        return self.inside.setdefault(name, Mask())

    def kept(self, value: object) -> object:
        """Return what the mask leaves of a value."""
        if not self.inside or "*" in self.inside:
            return value
        if isinstance(value, list):
            return [self.kept(each) for each in value]
        if not isinstance(value, dict):
            return value
        return {name: m.kept(value[name]) for name, m in self.inside.items() if name in value}


def masked(document: JsonObject, fields: str | None) -> object:
    """Return the document with only the fields asked for. Raises `GoogleError` 400."""
    if not fields:
        return document
    mask = Mask()
    rest = _parse(fields, mask)
    if rest:
        raise invalid(f"Invalid field selection {fields}", "invalidParameter")
    return mask.kept(document)


def _parse(text: str, mask: Mask) -> str:
    while text:
        name, text = _name(text)
        inner = mask.at(name)
        while text.startswith("/"):
            step, text = _name(text[1:])
            inner = inner.at(step)
        if text.startswith("("):
            text = _parse(text[1:], inner).removeprefix(")")
        if not text.startswith(","):
            return text
        text = text[1:]
    return text


def _name(text: str) -> tuple[str, str]:
    length = next((i for i, sign in enumerate(text) if sign in ",()/"), len(text))
    return text[:length].strip(), text[length:]

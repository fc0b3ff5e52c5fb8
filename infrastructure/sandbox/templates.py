"""The message templates that the shop has submitted; the sandbox approves each at once."""

import re
import secrets

import msgspec
from redis.asyncio import Redis

from infrastructure.sandbox.outgoing import Template

_KEY = "sandbox:templates"


class TemplateButton(msgspec.Struct, frozen=True):
    """A button of a template."""

    type: str = ""
    text: str = ""


class TemplatePart(msgspec.Struct, frozen=True):
    """A component of a template: header, body, footer or buttons."""

    type: str = ""
    format: str = ""
    text: str = ""
    buttons: tuple[TemplateButton, ...] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        """The names or numbers in double braces, in their order, each once."""
        return tuple(dict.fromkeys(re.findall(r"\{\{\s*(\w+)\s*\}\}", self.text)))


class TemplateText(msgspec.Struct, frozen=True, kw_only=True):
    """A template as submitted, in one language."""

    id: str = ""
    name: str
    language: str
    category: str
    components: tuple[TemplatePart, ...] = ()
    status: str = "APPROVED"

    def part(self, kind: str) -> TemplatePart:
        """Return the component of that type, in any case; an empty one when there is none."""
        return next((p for p in self.components if p.type.upper() == kind), TemplatePart())


class Templates:
    """Templates by name and language, in Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def add(self, text: TemplateText) -> TemplateText | None:
        """Store it and return it with its id; none when that name has this language already."""
        kept = msgspec.structs.replace(
            text, id=str(secrets.randbelow(9 * 10**14) + 10**14), status="APPROVED"
        )
        is_new = await self._redis.hsetnx(
            _KEY, f"{text.name}/{text.language}", msgspec.json.encode(kept)
        )
        return kept if is_new else None

    async def named(self, name: str | None) -> list[TemplateText]:
        """Return the templates of that name, or all, in every language."""
        raw = await self._redis.hgetall(_KEY)
        texts = (msgspec.json.decode(one, type=TemplateText) for one in raw.values())
        return [text for text in texts if name in (None, text.name)]

    async def remove(self, name: str) -> bool:
        """Remove a template in all languages; false when there was none."""
        fields = [f"{text.name}/{text.language}" for text in await self.named(name)]
        return bool(fields and await self._redis.hdel(_KEY, *fields))

    async def of(self, template: Template) -> tuple[TemplateText | None, bool]:
        """Return the text of a sent template, and whether its name is known in any language."""
        known = await self.named(template.name)
        code = template.language.code if template.language else ""
        return next((text for text in known if text.language == code), None), bool(known)

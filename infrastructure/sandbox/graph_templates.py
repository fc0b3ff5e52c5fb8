"""`/{waba_id}/message_templates`: submitting, listing and deleting templates."""

import re

import msgspec

from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.graph_error import GraphError, bad_shape
from infrastructure.sandbox.templates import Templates, TemplateText

CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")


class GraphTemplates:
    """The management of templates. Raises `GraphError`."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    async def __call__(self, call: Call) -> Answer:
        """Answer one request."""
        match call.method:
            case "POST":
                return await self._submit(call)
            case "DELETE":
                return await self._delete(call)
            case _:
                texts = await self._templates.named(call.parameter("name"))
                return Answer.json({"data": texts})

    async def _submit(self, call: Call) -> Answer:
        try:
            text = msgspec.json.decode(call.body, type=TemplateText)
        except msgspec.DecodeError as wrong:
            raise bad_shape(f"{wrong}") from wrong
        if not re.fullmatch(r"[a-z0-9_]{1,512}", text.name):
            raise bad_shape("Param name must consist of lowercase letters, digits and _.")
        if text.category not in CATEGORIES:
            raise bad_shape(f"Param category must be one of {', '.join(CATEGORIES)}.")
        kept = await self._templates.add(text)
        if kept is None:
            details = "Content in this language already exists"
            raise GraphError(100, "Invalid parameter", details, subcode=2388024)
        return Answer.json({"id": kept.id, "status": kept.status, "category": kept.category})

    async def _delete(self, call: Call) -> Answer:
        if not await self._templates.remove(call.parameter("name") or ""):
            raise bad_shape("There is no template of that name.")
        return Answer.json({"success": True})

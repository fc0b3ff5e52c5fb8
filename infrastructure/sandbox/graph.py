"""The emulator of the WhatsApp Cloud API, at any version and at none."""

import re
import secrets

from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.graph_error import GraphError, bad_token, unknown_object
from infrastructure.sandbox.graph_media import DOWNLOAD, GraphMedia
from infrastructure.sandbox.graph_send import GraphSend
from infrastructure.sandbox.graph_templates import GraphTemplates
from infrastructure.sandbox.settings import SandboxNumber, SandboxSettings
from infrastructure.sandbox.webhook import digits_of

NEWEST_VERSION = "v26.0"


class Graph:
    """graph.facebook.com, as far as a shop calls it."""

    def __init__(
        self,
        *,
        settings: SandboxSettings,
        send: GraphSend,
        media: GraphMedia,
        templates: GraphTemplates,
    ) -> None:
        self._settings = settings
        self._send = send
        self._media = media
        self._templates = templates

    async def __call__(self, call: Call) -> Answer:
        """Answer one request."""
        version, path = _versioned(call.path)
        try:
            if call.bearer != self._settings.access_token:
                raise bad_token()
            answer = await self._answer(call, path)
        except GraphError as refusal:
            answer = refusal.answer()
        return _with_headers(answer, version)

    async def _answer(self, call: Call, path: tuple[str, ...]) -> Answer:
        match call.method, path:
            case "GET", _ if path == DOWNLOAD:
                return await self._media.download(call)
            case "POST", (phone_number_id, "messages" | "media" as edge):
                return await self._on_number(self._number(phone_number_id, call), edge, call)
            case _, (self._settings.waba_id, edge):
                return await self._on_account(edge, call)
            case "GET", (object_id,):
                number = self._settings.number(object_id)
                if number is None:
                    return await self._media.look_up(object_id, call)
                return _fields(number, call)
            case "DELETE", (media_id,):
                return await self._media.delete(media_id, call)
            case _, (object_id, *_):
                raise unknown_object(object_id, call.method)
            case _:
                raise unknown_object("", call.method)

    async def _on_number(self, number: SandboxNumber, edge: str, call: Call) -> Answer:
        if edge == "media":
            return await self._media.upload(call)
        return await self._send(number, call)

    async def _on_account(self, edge: str, call: Call) -> Answer:
        match call.method, edge:
            case "GET" | "POST" | "DELETE", "message_templates":
                return await self._templates(call)
            case "POST", "subscribed_apps":
                return Answer.json({"success": True})
            case _:
                raise unknown_object(self._settings.waba_id, call.method)

    def _number(self, phone_number_id: str, call: Call) -> SandboxNumber:
        number = self._settings.number(phone_number_id)
        if number is None:
            raise unknown_object(phone_number_id, call.method)
        return number


def _versioned(path: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if path and re.fullmatch(r"v\d+\.\d+", path[0]):
        return path[0], path[1:]
    return NEWEST_VERSION, path


def _fields(number: SandboxNumber, call: Call) -> Answer:
    known = {
        "verified_name": number.name,
        "display_phone_number": f"+{digits_of(number.display)}",
        "quality_rating": "GREEN",
        "code_verification_status": "VERIFIED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
        "id": number.id,
    }
    asked = call.parameter("fields")
    names = {*asked.split(","), "id"} if asked else set(known)
    return Answer.json({name: value for name, value in known.items() if name in names})


def _with_headers(answer: Answer, version: str) -> Answer:
    headers = {
        "facebook-api-version": version,
        "x-fb-trace-id": secrets.token_urlsafe(8),
        "x-fb-request-id": secrets.token_hex(10),
    }
    return Answer(
        status=answer.status, body=answer.body, media_type=answer.media_type, headers=headers
    )

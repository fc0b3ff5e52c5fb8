"""The media calls of the Cloud API: look up, download, upload, delete."""

from email import message_from_bytes
from email.message import Message

from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.graph_error import missing, unknown_object
from infrastructure.sandbox.media import Media

DOWNLOAD = ("whatsapp_business", "attachments")


class GraphMedia:
    """Media by id; the download address needs the same token as every call."""

    def __init__(self, media: Media) -> None:
        self._media = media

    async def look_up(self, media_id: str, call: Call) -> Answer:
        """Tell about a file and where it can be downloaded. Raises `GraphError`."""
        file = await self._media.find(media_id)
        if file is None:
            raise unknown_object(media_id, call.method)
        return Answer.json(
            {
                "messaging_product": "whatsapp",
                "url": f"{call.mount}{'/'.join(DOWNLOAD)}/?mid={media_id}",
                "mime_type": file.mime_type,
                "sha256": file.sha256,
                "file_size": len(file.content),
                "id": media_id,
            }
        )

    async def download(self, call: Call) -> Answer:
        """Return the bytes of a file, or 404."""
        file = await self._media.find(call.parameter("mid") or "")
        if file is None:
            return Answer(status=404, body=b"Not Found", media_type="text/html")
        return Answer(body=file.content, media_type=file.mime_type)

    async def delete(self, media_id: str, call: Call) -> Answer:
        """Delete a file. Raises `GraphError`."""
        if not await self._media.delete(media_id):
            raise unknown_object(media_id, call.method)
        return Answer.json({"success": True})

    async def upload(self, call: Call) -> Answer:
        """Store the file of a multipart form. Raises `GraphError`."""
        parts = _form(call)
        if _text(parts, "messaging_product") != "whatsapp":
            raise missing("The parameter messaging_product is required.")
        if "file" not in parts:
            raise missing("The parameter file is required.")
        file = parts["file"]
        media_id = await self._media.upload(
            content=_bytes(file), mime_type=_text(parts, "type") or file.get_content_type()
        )
        return Answer.json({"id": media_id})


def _form(call: Call) -> dict[str, Message]:
    head = f"Content-Type: {call.headers.get('content-type', '')}\r\n\r\n".encode("latin-1")
    form = message_from_bytes(head + call.body)
    parts = form.get_payload()
    if not isinstance(parts, list):
        return {}
    return {
        str(part.get_param("name", header="content-disposition")): part
        for part in parts
        if isinstance(part, Message)
    }


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(parts: dict[str, Message], name: str) -> str:
    return _bytes(parts[name]).decode() if name in parts else ""

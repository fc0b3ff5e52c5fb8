"""What customers send beside texts, as the Cloud API carries it."""

from collections.abc import Mapping

SENDABLES: Mapping[str, Mapping[str, object]] = {
    "sticker": {
        "type": "sticker",
        "sticker": {"id": "901", "mime_type": "image/webp", "sha256": "c3RpY2tlcg==", "animated": False},
    },
    "voice": {
        "type": "audio",
        "audio": {"id": "902", "mime_type": "audio/ogg; codecs=opus", "sha256": "dm9pY2U=", "voice": True},
    },
    "image": {
        "type": "image",
        "image": {"id": "903", "mime_type": "image/jpeg", "sha256": "aW1hZ2U=", "caption": "Like this?"},
    },
    "document": {
        "type": "document",
        "document": {"id": "904", "mime_type": "application/pdf", "sha256": "ZG9j", "filename": "style.pdf"},
    },
    "location": {
        "type": "location",
        "location": {"latitude": 40.7484, "longitude": -73.9857, "name": "Empire State Building"},
    },
    "reaction": {"type": "reaction", "reaction": {"message_id": "", "emoji": "👍"}},
    "unknown": {
        "type": "unsupported",
        "errors": [{"code": 131051, "title": "Message type unknown"}],
        "unsupported": {"type": "unknown"},
    },
}  # fmt: skip


def sendable(kind: str, *, last_shown: str | None) -> Mapping[str, object]:
    """The message object; a reaction is one to the message that was shown last."""
    if kind == "reaction":
        return {"type": "reaction", "reaction": {"message_id": last_shown or "", "emoji": "👍"}}
    return SENDABLES[kind]

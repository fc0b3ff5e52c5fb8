"""A status webhook that tells of a failure instead of progress."""

import msgspec

from infrastructure.sandbox.graph_error import GraphError
from infrastructure.sandbox.loose_json import (
    JsonObject,
    decoded_object,
    inside,
    object_in,
    objects_in,
)
from infrastructure.sandbox.webhook import wire_bytes
from infrastructure.sandbox.webhook_queue import PendingWebhook

PROGRESS = ("pricing", "conversation")  # what a failure does not have


def failed_instead(webhook: PendingWebhook, code: int) -> PendingWebhook:
    """Return the same webhook of the status `failed`, with that error; it names no contact."""
    document = decoded_object(webhook.body) or {}
    change = object_in(objects_in(objects_in(inside(document, "entry"))[0].get("changes"))[0])
    value = object_in(change.get("value"))
    value.pop("contacts", None)
    value["statuses"] = [_failed(one, code) for one in objects_in(value.get("statuses"))]
    body = wire_bytes(document).decode("ascii")
    return msgspec.structs.replace(webhook, body=body, status="failed")


def _failed(status: JsonObject, code: int) -> JsonObject:
    kept = {name: told for name, told in status.items() if name not in PROGRESS}
    error = GraphError(code, "Told later", "The sandbox was asked for this error.")
    return {**kept, "status": "failed", "errors": [error.in_status()]}

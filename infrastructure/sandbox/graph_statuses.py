"""The status webhooks that follow a message of the shop."""

from infrastructure.sandbox.chat_message import Status
from infrastructure.sandbox.graph_error import GraphError
from infrastructure.sandbox.loose_json import JsonObject
from infrastructure.sandbox.outgoing import Outgoing
from infrastructure.sandbox.phones import Phone
from infrastructure.sandbox.webhook import contact


def ticks_of(message: Outgoing) -> tuple[Status, ...]:
    """Return the statuses that an arriving message goes through; a reaction is only sent."""
    return ("sent",) if message.type == "reaction" else ("sent", "delivered", "read")


def status_value(
    message_id: str, phone: Phone, message: Outgoing, *, status: Status, timestamp: int
) -> JsonObject:
    """Return the change that tells of a message's progress, as payloads of v24 and later do."""
    entry: JsonObject = {"id": message_id, "status": status, "timestamp": str(timestamp)}
    if not phone.without_phone:
        entry["recipient_id"] = phone.wa_id
    entry["recipient_user_id"] = phone.bsuid
    _add_callback_data(entry, message)
    if status in ("sent", "delivered"):
        category = "utility" if message.type == "template" else "service"
        entry["pricing"] = {
            "billable": True,
            "pricing_model": "PMP",
            "category": category,
            "type": "regular",
        }
    return {"contacts": [contact(phone)], "statuses": [entry]}


def failed_value(
    message_id: str, phone: Phone, message: Outgoing, *, reason: GraphError, timestamp: int
) -> JsonObject:
    """Return the change that tells of a failure: it names no contact."""
    entry: JsonObject = {"id": message_id, "status": "failed", "timestamp": str(timestamp)}
    if message.to is None:
        entry["recipient_user_id"] = phone.bsuid
    else:
        entry["recipient_id"] = phone.wa_id
    _add_callback_data(entry, message)
    return {"statuses": [{**entry, "errors": [reason.in_status()]}]}


def _add_callback_data(entry: JsonObject, message: Outgoing) -> None:
    if message.biz_opaque_callback_data is not None:
        entry["biz_opaque_callback_data"] = message.biz_opaque_callback_data

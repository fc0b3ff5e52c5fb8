"""One element of a webhook's `statuses` ("Status messages webhook")."""

from application.inbound import IncomingStatus
from domain.conversation import ReplyProgressed
from domain.sending import Status
from infrastructure.tolerant_json import as_code, as_list, as_object, as_text
from infrastructure.whatsapp.address import address
from infrastructure.whatsapp.errors import remedy_afterwards

_PROGRESS: dict[str, Status] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "played": "read",
    "failed": "failed",
}


def incoming_status(status: dict[str, object], phone_number_id: str) -> IncomingStatus | None:
    """How far a message of ours is; `None` if it was sent without a callback or names nobody.

    The callback as given along stands in for the reply's id: only who composed it can take it
    apart.
    """
    callback = as_text(status.get("biz_opaque_callback_data"))
    recipient = address(status.get("recipient_id"), status.get("recipient_user_id"), {})
    progress = _PROGRESS.get(as_text(status.get("status")))
    if recipient is None or progress is None or not callback or not phone_number_id:
        return None
    return IncomingStatus(
        phone_number_id=phone_number_id,
        address=recipient,
        callback=callback,
        progress=_progressed(callback, progress, _code(status)),
    )


def _progressed(callback: str, status: Status, code: int | None) -> ReplyProgressed:
    remedy = remedy_afterwards(code) if status == "failed" else None
    return ReplyProgressed(reply_id=callback, status=status, code=code, remedy=remedy)


def _code(status: dict[str, object]) -> int | None:
    codes = (as_code(as_object(error).get("code")) for error in as_list(status.get("errors")))
    return next(codes, None)

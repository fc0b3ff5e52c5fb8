"""How the Cloud API refuses: code, HTTP status and wording of its error documents."""

import secrets

from infrastructure.sandbox.exchange import Answer
from infrastructure.sandbox.loose_json import JsonObject

HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"


class GraphError(Exception):
    """A refusal; `details` is for developers, and programs go by `code`."""

    def __init__(
        self, code: int, title: str, details: str = "", *, status: int = 400, subcode: int = 0
    ) -> None:
        super().__init__(title)
        self.code = code
        self.title = title
        self.details = details
        self.status = status
        self.subcode = subcode

    def answer(self) -> Answer:
        """Return the error document."""
        error: JsonObject = {
            "message": f"(#{self.code}) {self.title}" if self.code != BAD_TOKEN else self.title,
            "type": "OAuthException",
            "code": self.code,
        }
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        if self.subcode:
            error["error_subcode"] = self.subcode
        error["fbtrace_id"] = "A" + secrets.token_urlsafe(16)
        return Answer.json({"error": error}, status=self.status)

    def in_status(self) -> JsonObject:
        """Return the refusal as a webhook of the status `failed` carries it."""
        return {
            "code": self.code,
            "title": self.title,
            "message": self.title,
            "error_data": {"details": self.details},
            "href": HREF,
        }


BAD_TOKEN = 190


def bad_token() -> GraphError:
    """The token is missing, expired or wrong."""
    title = "Invalid OAuth access token - Cannot parse access token"
    return GraphError(BAD_TOKEN, title, status=401)


def unknown_object(object_id: str, method: str) -> GraphError:
    """The id is nobody's, or not visible to the token."""
    verb = method.lower()
    title = (
        f"Unsupported {verb} request. Object with ID '{object_id}' does not exist, cannot be "
        "loaded due to missing permissions, or does not support this operation"
    )
    return GraphError(100, title, subcode=33)


def bad_shape(details: str) -> GraphError:
    """The body is not what the call takes."""
    return GraphError(100, "Invalid parameter", details)


def missing(details: str) -> GraphError:
    """A required parameter is not there."""
    return GraphError(131008, "Required parameter is missing", details)


def bad_value(details: str) -> GraphError:
    """A parameter is there with a value that is not allowed."""
    return GraphError(131009, "Parameter value is not valid", details)


def window_closed() -> GraphError:
    """More than 24 hours have passed since the customer wrote."""
    return GraphError(
        131047,
        "Re-engagement message",
        "Message failed to send because more than 24 hours have passed since the customer last "
        "replied to this number.",
    )


def pair_limited() -> GraphError:
    """Too many messages to the same person."""
    return GraphError(
        131056,
        "(Business Account, Consumer Account) pair rate limit hit",
        "Message failed to send because there were too many messages sent from this phone number "
        "to the same phone number in a short period of time.",
        subcode=2494055,
    )


def undeliverable() -> GraphError:
    """Nobody can be reached there."""
    return GraphError(131026, "Message undeliverable", "Message Undeliverable.")


def throughput_exceeded(status: int = 400) -> GraphError:
    """Too many messages of this number to anybody."""
    return GraphError(
        130429,
        "Rate limit hit",
        "Message failed to send because there were too many messages sent from this phone number "
        "in a short period of time",
        status=status,
    )


def no_permission() -> GraphError:
    """The permission was not granted, or has been removed."""
    return GraphError(10, "Application does not have permission for this action", status=403)


def overloaded() -> GraphError:
    """The service is down or has too much to do."""
    return GraphError(2, "Service temporarily unavailable", status=503)


def went_wrong(status: int = 500) -> GraphError:
    """An error of the service's own, of which it tells nothing."""
    return GraphError(131000, "Something went wrong", status=status)

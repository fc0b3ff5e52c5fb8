"""How the Calendar API refuses: domain, reason and wording of its error documents."""

from infrastructure.sandbox.exchange import Answer
from infrastructure.sandbox.loose_json import JsonObject


class GoogleError(Exception):
    """A refusal; programs go by `reason`."""

    def __init__(
        self, status: int, reason: str, message: str, *, domain: str = "global", at: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.reason = reason
        self.message = message
        self.domain = domain
        self.location = at

    def answer(self) -> Answer:
        """Return the error document."""
        error: JsonObject = {
            "domain": self.domain,
            "reason": self.reason,
            "message": self.message,
        }
        if self.location:
            kind, _, name = self.location.partition(" ")
            error |= {"locationType": kind, "location": name}
        document = {"errors": [error], "code": self.status, "message": self.message}
        return Answer.json({"error": document}, status=self.status)


def bad_credentials() -> GoogleError:
    """The token is missing or wrong."""
    return GoogleError(401, "authError", "Invalid Credentials", at="header Authorization")


def not_found() -> GoogleError:
    """Nothing there, or not shared with the account."""
    return GoogleError(404, "notFound", "Not Found")


def no_writer() -> GoogleError:
    """The calendar is shared for reading only."""
    message = "You need to have writer access to this calendar."
    return GoogleError(403, "requiredAccessLevel", message, domain="calendar")


def no_invitations() -> GoogleError:
    """Plain service accounts cannot invite."""
    message = (
        "Service accounts cannot invite attendees without Domain-Wide Delegation of Authority."
    )
    return GoogleError(403, "forbiddenForServiceAccounts", message, domain="calendar")


def duplicate() -> GoogleError:
    """An event of that id exists or existed."""
    return GoogleError(409, "duplicate", "The requested identifier already exists.")


def already_deleted() -> GoogleError:
    """The event has been deleted before."""
    return GoogleError(410, "deleted", "Resource has been deleted")


def changed_meanwhile() -> GoogleError:
    """The event is no longer the one that the etag names."""
    return GoogleError(412, "conditionNotMet", "Precondition Failed", at="header If-Match")


def full_sync_required() -> GoogleError:
    """The sync token is worth nothing any more."""
    message = "Sync token is no longer valid, a full sync is required."
    at = "parameter syncToken"
    return GoogleError(410, "fullSyncRequired", message, domain="calendar", at=at)


def empty_range(at: str = "") -> GoogleError:
    """The end does not come after the start."""
    message = "The specified time range is empty."
    return GoogleError(400, "timeRangeEmpty", message, domain="calendar", at=at)


def invalid(message: str, reason: str = "invalid") -> GoogleError:
    """A value is not allowed."""
    return GoogleError(400, reason, message)


def rate_limited(status: int) -> GoogleError:
    """Too many requests; Google says so with a 403 or with a 429."""
    return GoogleError(status, "rateLimitExceeded", "Rate Limit Exceeded", domain="usageLimits")


def backend_error(status: int) -> GoogleError:
    """An error of the service's own."""
    return GoogleError(status, "backendError", "Backend Error")

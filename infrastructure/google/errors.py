"""What the ways in which Google Calendar fails mean ("Handle API errors" of Calendar API v3)."""

from datetime import timedelta

from google.auth.exceptions import GoogleAuthError, RefreshError
from googleapiclient.errors import HttpError

from application.ports import CalendarRefused, Unavailable
from infrastructure.asked_wait import asked_wait
from infrastructure.tolerant_json import as_list, as_object, as_text, decoded

SERVICE = "google"

_PASSING = frozenset(
    {"userRateLimitExceeded", "rateLimitExceeded", "backendError", "internalError", "conflict"}
)
_RATES = frozenset({"userRateLimitExceeded", "rateLimitExceeded"})
_TOO_MUCH = "quotaExceeded"  # the usage limit against abuse, which takes hours to lift
_HOUR = timedelta(hours=1)
_REQUEST_TIMEOUT, _TOO_MANY_REQUESTS, _SERVER_ERRORS = 408, 429, 500


def reason_of(error: HttpError) -> str:
    """The machine's reason; empty where the body is no error document.

    The library's own `reason` is a text, and its `error_details` leave this one out when Google
    sends `details` as well.
    """
    try:
        document = as_object(as_object(decoded(error.content)).get("error"))
    except (ValueError, RecursionError):
        return ""
    reasons = (as_text(as_object(item).get("reason")) for item in as_list(document.get("errors")))
    return next(reasons, "") or as_text(document.get("status"))


def answers(error: HttpError, *known: tuple[int, str]) -> bool:
    """Whether it is one of these, by status and reason."""
    return (int(error.resp.status), reason_of(error)) in known


def too_fast(error: HttpError) -> bool:
    """Whether Google asks for fewer requests, so that all of ours have to wait."""
    return int(error.resp.status) == _TOO_MANY_REQUESTS or reason_of(error) in _RATES


def answered(error: HttpError) -> Unavailable | CalendarRefused:
    """What an answer with an error status means; without an error document it is an outage."""
    reason, status = reason_of(error), int(error.resp.status)
    wait = asked_wait(error.resp)
    if reason == _TOO_MUCH:
        return Unavailable(SERVICE, retry_after=wait or _HOUR)
    passes = status in (_REQUEST_TIMEOUT, _TOO_MANY_REQUESTS) or status >= _SERVER_ERRORS
    if passes or not reason or reason in _PASSING:
        return Unavailable(SERVICE, retry_after=wait)
    return CalendarRefused(reason)


def not_authorised(error: GoogleAuthError) -> Unavailable | CalendarRefused:
    """What a failure to get a token means: a refusal is for a person, the rest for later."""
    if isinstance(error, RefreshError) and not error.retryable:
        return CalendarRefused("invalid_grant" if "invalid_grant" in str(error) else "authError")
    return Unavailable(SERVICE)

"""The errors of Google Calendar ("Handle API errors" of Calendar API v3), and a proxy's pages."""

from functools import partial

from infrastructure.sandbox.documented_error import DocumentedError, body_of, page_of
from infrastructure.sandbox.exchange import Answer
from infrastructure.sandbox.fault import Fault, ServiceFault
from infrastructure.sandbox.google_error import (
    GoogleError,
    already_deleted,
    backend_error,
    bad_credentials,
    changed_meanwhile,
    duplicate,
    empty_range,
    full_sync_required,
    invalid,
    no_invitations,
    no_writer,
    not_found,
    rate_limited,
)

INSERT = "POST /calendars/*/events"
PATCH = "PATCH /calendars/*/events/*"
DELETE = "DELETE /calendars/*/events/*"
SYNC = "GET /calendars/*/events?*syncToken=*"
ANY = "*"


def _limited(reason: str, message: str) -> GoogleError:
    return GoogleError(403, reason, message, domain="usageLimits")


def _not_the_organizer() -> GoogleError:
    message = "Shared properties can only be changed by the organizer of the event."
    return GoogleError(403, "forbiddenForNonOrganizer", message, domain="calendar")


def _too_long_ago() -> GoogleError:
    message = "The requested minimum modification time lies too far in the past."
    at = "parameter updatedMin"
    return GoogleError(410, "updatedMinTooLongAgo", message, domain="calendar", at=at)


REFUSALS: tuple[tuple[GoogleError, str], ...] = (
    (rate_limited(403), ANY),
    (_limited("userRateLimitExceeded", "User Rate Limit Exceeded"), ANY),
    (_limited("quotaExceeded", "Calendar usage limits exceeded."), ANY),
    (_limited("dailyLimitExceeded", "Daily Limit Exceeded"), ANY),
    (_limited("accessNotConfigured", "Access Not Configured"), ANY),
    (rate_limited(429), ANY),
    (backend_error(500), ANY),
    (backend_error(503), ANY),
    (bad_credentials(), ANY),
    (GoogleError(403, "insufficientPermissions", "Insufficient Permission"), ANY),
    (no_writer(), INSERT),
    (_not_the_organizer(), PATCH),
    (no_invitations(), INSERT),
    (not_found(), ANY),
    (duplicate(), INSERT),
    (GoogleError(409, "conflict", "Conflict"), INSERT),
    (full_sync_required(), SYNC),
    (_too_long_ago(), SYNC),
    (already_deleted(), DELETE),
    (changed_meanwhile(), PATCH),
    (empty_range("parameter timeMax"), INSERT),
    (invalid("Invalid resource id value."), INSERT),
    (invalid("Missing end time.", "required"), INSERT),
    (invalid("Bad Request", "badRequest"), ANY),
    (invalid("Parse Error", "parseError"), ANY),
)
PAGES = (
    (500, "Internal Server Error"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
)


def _fault(answer: Answer, when: str) -> Fault:
    return ServiceFault(service="google", when=when, status=answer.status, body=body_of(answer))


ANSWERED = (
    *(
        DocumentedError(
            key=f"{one.status} {one.reason}",
            title=one.message.rstrip("."),
            status=one.status,
            fault=partial(_fault, one.answer(), when),
        )
        for one, when in REFUSALS
    ),
    *(
        DocumentedError(
            key=f"{status} page",
            title=title,
            status=status,
            fault=partial(_fault, page_of(status, title), ANY),
        )
        for status, title in PAGES
    ),
)

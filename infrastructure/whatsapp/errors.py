"""What to do about each error of the Cloud API ("Cloud API error codes").

The page says to decide by `code`, never by title, subcode or HTTP status.
"""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from application.meta_codes import TRIES
from application.ports import InDoubt, PerhapsRefused, SendRefused, Throttled, Unavailable
from domain.sending import Refusal, Remedy
from infrastructure.asked_wait import asked_wait
from infrastructure.tolerant_json import as_code, as_list, as_object, decoded

SERVICE = "whatsapp"

_SOON = timedelta(seconds=5)
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)

WAIT: Mapping[int, timedelta | None] = {
    1: None,  # unknown API, or trouble on their side
    2: None,  # service down or overloaded
    4: _MINUTE,  # calls of the app
    613: _MINUTE,  # a limit of its own
    80007: _MINUTE,  # calls of the business account
    130429: _SOON,  # throughput of the number
    131000: None,  # something went wrong
    131016: None,  # service unavailable
    131053: None,  # our media could not be fetched
    131056: None,  # too many messages to this person: Meta's advice is 4^n seconds
    131057: None,  # account in maintenance
    131064: _HOUR,  # new people per day
    132069: _HOUR,  # flow throttled
    133000: None,  # an earlier deregistration is not complete
    133004: None,  # server temporarily unavailable
    133015: _HOUR,  # number just deleted
    133016: _HOUR,  # registered too often
    135000: None,  # generic, often bad parameters
    2494100: None,  # number in maintenance
}
THROTTLED: Mapping[int, Literal["number", "person"]] = {130429: "number", 131056: "person"}

REFUSED: Mapping[int, Refusal] = {
    131047: "template",  # more than 24 h since the customer wrote
    130403: "suppress",  # blocked by the shop
    130472: "suppress",  # the customer is in an experiment of Meta's
    130497: "suppress",  # no messages to that country
    131021: "suppress",  # to oneself
    131026: "suppress",  # undeliverable
    131049: "suppress",  # held back for the customer's sake, for a day at least
    131050: "suppress",  # the customer stopped marketing
    0: "pause",  # cannot authenticate
    3: "pause",  # capability missing
    10: "pause",  # permission missing
    33: "pause",  # the shop's number is deleted
    190: "pause",  # token expired
    368: "pause",  # blocked for a violation of policy
    131005: "pause",  # access denied
    131031: "pause",  # account locked
    131037: "pause",  # display name not approved
    131042: "pause",  # payment
    131045: "pause",  # number not registered
    133010: "pause",  # number not registered
    131030: "alert",  # not on the list of a test number
    131044: "alert",  # payment of calls
    131048: "alert",  # blocked or reported too often: the number rests for hours, too
    131062: "alert",  # this message needs a phone number
    131063: "alert",  # marketing templates are switched off
    132001: "alert",  # no such template in that language
    132007: "alert",  # the template's content is against policy
    132015: "alert",  # template paused
    132016: "alert",  # template disabled
    132068: "alert",  # flow blocked
    133005: "alert",  # wrong PIN
    133006: "alert",  # number not verified
    133008: "alert",  # too many PINs
    133009: "alert",  # PINs too fast
    100: "bug",  # bad parameter
    131008: "bug",  # required parameter missing
    131009: "bug",  # parameter value invalid
    131051: "bug",  # message type unsupported
    131052: "bug",  # the customer's media could not be fetched
    131055: "bug",  # method not allowed
    132000: "bug",  # number of template values
    132005: "bug",  # template too long once filled
    132008: "bug",  # template value invalid
    132012: "bug",  # template value of the wrong form
    134011: "bug",  # payments product
    134100: "bug",  # Marketing Messages product, as the next two
    134101: "bug",
    134102: "bug",
    137000: "bug",  # identity hash mismatch, which is never asked for
    **dict.fromkeys(range(139000, 139007), "bug"),  # managing flows
}
_PERMISSIONS = range(200, 300)
_NOT_VISIBLE = 33  # as the subcode of 100: no such object, or not visible to the token
_UNAUTHORIZED, _TOO_MANY_REQUESTS = 401, 429
_SERVER_ERRORS, _NOT_TAKEN = 500, 503
_OK, _REDIRECTS = 200, 300
_INVALID_PARAMETER = 100


def trouble(status: int, body: bytes, headers: Mapping[str, str]) -> Unavailable | SendRefused:
    """What an answer that names no message means.

    Anything but an error document is an outage; where it tells of success or of a broken server,
    the message may have been sent all the same.
    """
    error = _error(body)
    code = as_code(error.get("code"))
    if status == _UNAUTHORIZED:
        return SendRefused(_UNAUTHORIZED if code is None else code, "pause")
    if code is None:
        outage = InDoubt if _may_have_sent(status) else Unavailable
        return outage(SERVICE, retry_after=_asked_to_wait(headers))
    if code in WAIT or (code not in REFUSED and _passes(status)):
        return _outage(code, _asked_to_wait(headers) or WAIT.get(code))
    if code == _INVALID_PARAMETER and as_code(error.get("error_subcode")) == _NOT_VISIBLE:
        return SendRefused(code, "pause")
    return SendRefused(code, remedy(code))


def remedy(code: int) -> Refusal:
    """What a refusal with that code asks for; an unknown one is a bug."""
    return REFUSED.get(code, "pause" if code in _PERMISSIONS else "bug")


def remedy_afterwards(code: int | None) -> Remedy:
    """What a message asks for that was taken first and told as failed later."""
    if code is None:
        return "bug"
    return "retry" if code in WAIT else remedy(code)


def _outage(code: int, wait: timedelta | None) -> Unavailable:
    if code in THROTTLED:
        return Throttled(SERVICE, THROTTLED[code], retry_after=wait)
    if code in TRIES:
        return PerhapsRefused(SERVICE, code, tries=TRIES[code], retry_after=wait)
    return Unavailable(SERVICE, retry_after=wait)


def _may_have_sent(status: int) -> bool:
    is_success = _OK <= status < _REDIRECTS
    return is_success or (status >= _SERVER_ERRORS and status != _NOT_TAKEN)


def _passes(status: int) -> bool:
    return status == _TOO_MANY_REQUESTS or status >= _SERVER_ERRORS


def _error(body: bytes) -> dict[str, object]:
    try:
        return as_object(as_object(decoded(body)).get("error"))
    except (ValueError, RecursionError):
        return {}


def _asked_to_wait(headers: Mapping[str, str]) -> timedelta | None:
    """What `Retry-After` asks, or `X-Business-Use-Case-Usage`, which tells minutes."""
    wait = asked_wait(headers)
    return _regain(headers.get("x-business-use-case-usage", "")) if wait is None else wait


def _regain(usage: str) -> timedelta | None:
    try:
        accounts = as_object(json.loads(usage or "{}"))
    except (ValueError, RecursionError):
        return None
    uses = (as_object(use) for account in accounts.values() for use in as_list(account))
    minutes = [as_code(use.get("estimated_time_to_regain_access")) or 0 for use in uses]
    longest = max(minutes, default=0)
    return min(timedelta(hours=24), timedelta(minutes=min(longest, 1440))) if longest else None

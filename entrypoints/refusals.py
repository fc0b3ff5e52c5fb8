"""What WhatsApp refuses, in words for whoever has to mend it."""

import logging
from collections.abc import Mapping

from application.ports import NumberPaused

WORDS: Mapping[int, str] = {
    0: "the token is not valid",
    3: "the app lacks a capability",
    10: "the app lacks a permission",
    33: "the number was deleted",
    100: "the number's id is wrong, or the token does not see it",
    190: "the token has expired",
    368: "the account is blocked for a violation of policy",
    401: "the token is not valid",
    131005: "access is denied",
    131031: "the account is locked or restricted",
    131037: "the display name is not approved",
    131042: "a payment is missing",
    131045: "the number is not registered",
    131048: "too many of the number's messages were blocked or reported",
    132001: "there is no such template in that language",
    132007: "the template is against policy",
    132015: "the template is paused for its quality",
    132016: "the template is disabled for its quality",
    133010: "the number is not registered",
}
_PERMISSIONS = range(200, 300)

log = logging.getLogger("barbershop.worker")


def why_refused(code: int) -> str:
    """What the code asks for, beside the code itself."""
    words = WORDS.get(code, "the app lacks a permission" if code in _PERMISSIONS else "")
    return f"{code}: {words}" if words else str(code)


def tell_of_pause(paused: NumberPaused) -> None:
    """Raise the alarm, once for a pause however often it is met."""
    if paused.first:
        words = "number %s is paused, and a person must mend it: WhatsApp says %s"
        log.error(words, paused.number, why_refused(paused.code))

"""The ways in which Google fails ("Handle API errors" of Calendar API v3), and broken lines."""

from typing import Literal

import msgspec

PROXY = "<html><head><title>Bad Gateway</title></head></html>"

Moment = Literal["before", "after"]  # the effect of the call
Times = Literal[1, 3] | None  # for ever
MOMENTS: tuple[Moment, ...] = ("before", "after")
TIMES: tuple[Times, ...] = (1, 3, None)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One way to fail. What `passes` is waited for; all else is for a person to mend at once.

    Without a reason it is the page of a proxy, without a status a connection that ends so.
    """

    status: int = 0
    reason: str = ""
    domain: str = "global"
    ending: Literal["reset", "close"] | None = None
    passes: bool = False

    @property
    def name(self) -> str:
        """What to call it in a table."""
        return " ".join(str(one) for one in (self.status, self.reason, self.ending) if one)

    def fault(self, when: str, *, times: Times, moment: Moment) -> dict[str, object]:
        """The fault of the emulator, for the next `times` calls that fit, or for all."""
        where: dict[str, object] = {"service": "google", "when": when, "times": times}
        if self.ending is not None:
            return {**where, "cut": moment, "ending": self.ending}
        return {**where, "status": self.status, "answered": moment, "body": self._body}

    @property
    def _body(self) -> object:
        if not self.reason:
            return PROXY
        error = {"domain": self.domain, "reason": self.reason, "message": self.reason}
        return {"error": {"errors": [error], "code": self.status, "message": self.reason}}


ROWS = (
    Row(status=400, reason="timeRangeEmpty", domain="calendar"),
    Row(status=400, reason="invalid"),
    Row(status=400, reason="required"),
    Row(status=400, reason="badRequest"),
    Row(status=400, reason="parseError"),
    Row(status=401, reason="authError"),
    Row(status=403, reason="userRateLimitExceeded", domain="usageLimits", passes=True),
    Row(status=403, reason="rateLimitExceeded", domain="usageLimits", passes=True),
    Row(status=403, reason="quotaExceeded", domain="usageLimits", passes=True),
    Row(status=403, reason="dailyLimitExceeded", domain="usageLimits"),
    Row(status=403, reason="accessNotConfigured", domain="usageLimits"),
    Row(status=403, reason="insufficientPermissions"),
    Row(status=403, reason="requiredAccessLevel", domain="calendar"),
    Row(status=403, reason="forbiddenForNonOrganizer", domain="calendar"),
    Row(status=403, reason="forbiddenForServiceAccounts", domain="calendar"),
    Row(status=404, reason="notFound"),
    Row(status=409, reason="duplicate"),
    Row(status=409, reason="conflict", passes=True),
    Row(status=410, reason="fullSyncRequired", domain="calendar"),
    Row(status=410, reason="updatedMinTooLongAgo", domain="calendar"),
    Row(status=410, reason="deleted"),
    Row(status=412, reason="conditionNotMet"),
    Row(status=429, reason="rateLimitExceeded", domain="usageLimits", passes=True),
    Row(status=500, reason="backendError", passes=True),
    Row(status=503, reason="backendError", passes=True),
    Row(status=500, passes=True),
    Row(status=502, passes=True),
    Row(status=503, passes=True),
    Row(status=504, passes=True),
    Row(ending="reset", passes=True),
    Row(ending="close", passes=True),
)

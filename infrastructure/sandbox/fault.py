"""What can go wrong on purpose, as whoever drives the sandbox writes it down."""

import re
from typing import Annotated, Literal, TypeAlias

import msgspec

from infrastructure.sandbox.exchange import Call
from infrastructure.sandbox.fault_pattern import Pattern, pattern_of
from infrastructure.sandbox.loose_json import JsonObject, decoded_object
from infrastructure.sandbox.problem import Problem, decoded

VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")
KINDS = ("MESSAGES", "STATUSES")
VERSIONS = {"graph": r"/v\d+\.\d+", "google": "/calendar/v3", "xai": "/v1"}

Name = Annotated[str, msgspec.Meta(max_length=60)]
Times = Annotated[int, msgspec.Meta(ge=1)]
Milliseconds = Annotated[int, msgspec.Meta(ge=0, le=600_000)]
Status = Annotated[int, msgspec.Meta(ge=200, le=599)]
Group = Annotated[int, msgspec.Meta(ge=2, le=100)]


class ServiceFault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fault of an emulated service, for the next `times` requests that it fits, or for all.

    It waits first, then cuts the connection if it has a `cut`, else answers with its `status` if
    it has one, else lets the service answer. Without a `body`, a status is answered as the service
    documents it; `answered` after the effect, the service did what was asked. A cut is a reset, or
    with `ending` an orderly close: some clients send again by themselves after the one and not after
    the other. WhatsApp takes messages and read receipts by the same call; `only` tells them apart.
    """

    service: Literal["graph", "google", "xai"]
    when: str = "*"
    only: Literal["messages", "receipts"] | None = None
    times: Times | None = None
    status: Status | None = None
    answered: Literal["before", "after"] = "before"
    body: object = None
    headers: dict[str, str | int] = {}
    delay_ms: Milliseconds = 0
    cut: Literal["before", "after"] | None = None
    ending: Literal["reset", "close"] = "reset"
    name: Name = ""

    def __post_init__(self) -> None:
        pattern_of(self.when, VERBS)
        if self.only and self.service != "graph":
            raise ValueError("`only` is for `graph`")
        for name, value in self.headers.items():
            _check_header(name, f"{value}")
        if self.body and self.status is None and self.cut is None:
            raise ValueError("`body` needs a `status`")
        if self.answered == "after" and self.status is None:
            raise ValueError("`answered` needs a `status`")
        if self.only_delays and not self.delay_ms:
            raise ValueError("it does nothing: give `status`, `cut` or `delay_ms`")

    @property
    def only_delays(self) -> bool:
        """Whether the request goes on after the delay."""
        return self.status is None and self.cut is None

    def fits(self, call: Call) -> bool:
        """Whether it is meant for this request; the API's version may be left out of its path."""
        if call.service != self.service or self.only not in (None, _taken(call)):
            return False
        return self._pattern.fits(call.method, _names(call))

    @property
    def _pattern(self) -> Pattern:
        return pattern_of(self.when, VERBS)


class WebhookFault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fault of the way to the shop, for the next `times` webhooks that it fits, or for all.

    `backwards` holds so many webhooks of a phone, for `within_ms` at most, and delivers the newest
    of them first. `failed` lets a status tell of a failure with that `code`, after which nothing
    more is told of the message. A delay counts from when a webhook was due.
    """

    service: Literal["webhooks"]
    when: str = "*"
    times: Times | None = None
    delay_ms: Milliseconds = 0
    deliver: Literal["never", "twice", "backwards", "failed"] | None = None
    code: int = 131000
    hold: Group = 3
    within_ms: Milliseconds = 2_000
    name: Name = ""

    def __post_init__(self) -> None:
        pattern_of(self.when, KINDS)
        if self.only_delays and not self.delay_ms:
            raise ValueError("it does nothing: give `deliver` or `delay_ms`")
        if self.deliver == "failed" and not self.when.startswith("statuses"):
            raise ValueError("only `statuses` can be `failed`")

    @property
    def only_delays(self) -> bool:
        """Whether the webhook goes on after the delay."""
        return self.deliver is None

    def fits(self, kind: str, path: str) -> bool:
        """Whether it is meant for a webhook of that kind, at `/<wa_id>/<type or status>`."""
        return pattern_of(self.when, KINDS).fits(kind, [path])


Fault: TypeAlias = ServiceFault | WebhookFault


def faults_in(body: bytes | str) -> tuple[Fault, ...]:
    """Return the faults of a JSON list. Raises `Problem` 400 that names place and field."""
    raw = decoded(body.encode() if isinstance(body, str) else body, list[JsonObject])
    return tuple(_fault(index, one) for index, one in enumerate(raw))


def _fault(index: int, raw: JsonObject) -> Fault:
    try:
        if raw.get("service") == "webhooks":
            return msgspec.convert(raw, WebhookFault)
        return msgspec.convert(raw, ServiceFault)
    except msgspec.ValidationError as wrong:
        what, _, field = f"{wrong}".partition(" - at `$")
        place = f"[{index}]{field.rstrip('`')}"
        raise Problem(400, f"The fault at `{place}` cannot be read: {what}.") from wrong


def _names(call: Call) -> tuple[str, ...]:
    query = "&".join(f"{name}={value}" for name, value in call.query)
    path = "/" + "/".join(call.path) + (f"?{query}" if query else "")
    bare = re.sub(rf"^{VERSIONS[call.service]}(?=/)", "", path)
    return path, bare, f"/sandbox/{call.service}{path}"


def _taken(call: Call) -> str:
    """What a call brings to `/messages`: a receipt tells the status of somebody else's message."""
    if (call.method, *call.path[-1:]) != ("POST", "messages"):
        return "neither"
    return "receipts" if "status" in (decoded_object(call.body) or {}) else "messages"


def _check_header(name: str, value: str) -> None:
    if not re.fullmatch(r"[A-Za-z0-9-]+", name) or not re.fullmatch(r"[\x20-\x7e]*", value):
        raise ValueError(f"`headers`: {name!r} is no header, or its value is not plain ASCII")
    if name.lower() in ("connection", "content-length", "transfer-encoding"):
        raise ValueError(f"`headers`: {name!r} belongs to the server")

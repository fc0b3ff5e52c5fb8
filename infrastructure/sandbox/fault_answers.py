"""The answers of faults: what was written down, else what the service documents for the status."""

from collections.abc import Callable, Mapping

import msgspec

from infrastructure.sandbox.exchange import Answer
from infrastructure.sandbox.fault import ServiceFault
from infrastructure.sandbox.google_error import (
    GoogleError,
    backend_error,
    bad_credentials,
    changed_meanwhile,
    duplicate,
    full_sync_required,
    not_found,
    rate_limited,
)
from infrastructure.sandbox.graph_error import (
    GraphError,
    bad_shape,
    bad_token,
    no_permission,
    overloaded,
    throughput_exceeded,
    went_wrong,
)
from infrastructure.sandbox.xai import (
    XaiError,
    exhausted,
    forbidden,
    mistyped,
    no_key,
    no_such_model,
    unavailable,
    wrong_key,
)

WITHOUT_BODY = (204, 304)
SERVER_ERROR = 500

Refusal = GraphError | GoogleError | XaiError

DOCUMENTED: Mapping[tuple[str, int], Callable[[], Refusal]] = {
    ("graph", 400): lambda: bad_shape("Invalid parameter."),
    ("graph", 401): bad_token,
    ("graph", 403): no_permission,
    ("graph", 429): lambda: throughput_exceeded(429),
    ("graph", 503): overloaded,
    ("google", 401): bad_credentials,
    ("google", 403): lambda: rate_limited(403),
    ("google", 404): not_found,
    ("google", 409): duplicate,
    ("google", 410): full_sync_required,
    ("google", 412): changed_meanwhile,
    ("google", 429): lambda: rate_limited(429),
    ("xai", 400): wrong_key,
    ("xai", 401): no_key,
    ("xai", 403): forbidden,
    ("xai", 404): no_such_model,
    ("xai", 422): mistyped,
    ("xai", 429): exhausted,
}
OTHERWISE: Mapping[str, Callable[[int], Refusal]] = {
    "graph": went_wrong,
    "google": backend_error,
    "xai": unavailable,
}


def answer_of(fault: ServiceFault) -> Answer:
    """Return the answer of a fault with a status; a text as its body is sent as it is."""
    status = fault.status or 200
    headers = {name.lower(): f"{value}" for name, value in fault.headers.items()}
    content = _content(fault, status)
    return Answer(
        status=status,
        body=b"" if status in WITHOUT_BODY else content.body,
        media_type=headers.pop("content-type", content.media_type),
        headers=headers,
    )


def _content(fault: ServiceFault, status: int) -> Answer:
    match fault.body:
        case None:
            return _documented(fault.service, status)
        case str() as text:
            kind = "html" if text.lstrip().startswith("<") else "plain"
            return Answer(body=text.encode(), media_type=f"text/{kind}; charset=UTF-8")
        case document:
            return Answer(body=msgspec.json.encode(document))


def _documented(service: str, status: int) -> Answer:
    """Return the document for that status; an empty answer where none is documented."""
    if refuse := DOCUMENTED.get((service, status)):
        return refuse().answer()
    return OTHERWISE[service](status).answer() if status >= SERVER_ERROR else Answer()

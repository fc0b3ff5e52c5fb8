"""The errors of xAI's API ("Debugging errors"), and a proxy's pages."""

from functools import partial

from infrastructure.sandbox.documented_error import DocumentedError, body_of, page_of
from infrastructure.sandbox.exchange import Answer
from infrastructure.sandbox.fault import Fault, ServiceFault
from infrastructure.sandbox.xai import (
    BAD_ARGUMENT,
    XaiError,
    exhausted,
    forbidden,
    mistyped,
    no_key,
    no_such_model,
    unavailable,
    wrong_key,
)

_NO_CREDITS = "Your team has either used all available credits or reached its monthly limit."
_TOO_LONG = "The prompt is longer than the model's context."

ANSWERS: tuple[tuple[str, str, Answer], ...] = (
    ("429 rate", "Too many requests", exhausted().answer()),
    (
        "429 credits",
        "All credits used",
        XaiError(429, "Some resource has been exhausted", _NO_CREDITS).answer(),
    ),
    ("400 key", "Wrong API key", wrong_key().answer()),
    ("400 argument", "Invalid argument", XaiError(400, BAD_ARGUMENT, _TOO_LONG).answer()),
    ("401", "No API key", no_key().answer()),
    ("403", "No permission", forbidden().answer()),
    ("404", "No such model", no_such_model("grok-beta").answer()),
    ("422", "Field missing or mistyped", mistyped().answer()),
    ("500", "Internal error", unavailable(500).answer()),
    ("503", "Temporarily unavailable", unavailable(503).answer()),
    ("502 page", "Bad Gateway", page_of(502, "Bad Gateway")),
    ("504 page", "Gateway Timeout", page_of(504, "Gateway Timeout")),
)


def _fault(answer: Answer) -> Fault:
    return ServiceFault(
        service="xai",
        when="POST /chat/completions",
        status=answer.status,
        body=body_of(answer),
    )


ANSWERED = tuple(
    DocumentedError(key=key, title=title, status=answer.status, fault=partial(_fault, answer))
    for key, title, answer in ANSWERS
)

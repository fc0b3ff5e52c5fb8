"""The form that asks for a documented error of a service, and the fault that it asks for."""

from collections.abc import Iterator, Mapping

import msgspec

from infrastructure.sandbox import google_documented, graph_documented, xai_documented
from infrastructure.sandbox.documented_error import DocumentedError
from infrastructure.sandbox.fault import Fault

MOST_TIMES = 1_000
LONGEST_DELAY = 600_000  # milliseconds, as in a fault


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who fails, and in which ways it may; `calls` says what its errors befall."""

    label: str
    calls: str
    errors: Mapping[str, DocumentedError]


def _by_key(errors: tuple[DocumentedError, ...]) -> Mapping[str, DocumentedError]:
    return {one.key: one for one in errors}


SOURCES: Mapping[str, Source] = {
    "whatsapp": Source(
        label="WhatsApp",
        calls="The next messages of the shop are refused; read receipts are not.",
        errors=_by_key(graph_documented.ANSWERED),
    ),
    "whatsapp-later": Source(
        label="WhatsApp, after taking it",
        calls="The next messages are taken, and a webhook tells that they have failed.",
        errors=_by_key(graph_documented.TOLD_LATER),
    ),
    "google": Source(
        label="Google Calendar",
        calls="The next calls that Google documents the error for are answered with it.",
        errors=_by_key(google_documented.ANSWERED),
    ),
    "grok": Source(
        label="Grok",
        calls="The next questions to the model are answered with it.",
        errors=_by_key(xai_documented.ANSWERED),
    ),
}


class ErrorForm(msgspec.Struct, frozen=True, kw_only=True):
    """The fields as they were filled in; without `times` it stays until it is switched off."""

    service: str = ""
    error: str = ""
    times: str = ""
    delay_ms: str = ""


class Unreadable(Exception):
    """What is wrong with the fields, a sentence for each."""


def fault_of(form: ErrorForm) -> Fault:
    """The fault that the form asks for, under a name of its own. Raises `Unreadable`."""
    if complaints := tuple(_complaints(form)):
        raise Unreadable(" ".join(complaints))
    source = SOURCES[form.service]
    return msgspec.structs.replace(
        source.errors[form.error].fault(),
        times=int(form.times) if form.times.strip() else None,
        delay_ms=int(form.delay_ms) if form.delay_ms.strip() else 0,
        name=f"{source.label} {form.error}",
    )


def _complaints(form: ErrorForm) -> Iterator[str]:
    source = SOURCES.get(form.service)
    if source is None:
        yield f"Service is one of {', '.join(SOURCES)}."
    elif form.error not in source.errors:
        yield f"{source.label} has no such error: choose one of its list."
    if not _is_empty_or_within(form.times, 1, MOST_TIMES):
        yield f"Calls is a whole number from 1 to {MOST_TIMES}, or empty."
    if not _is_empty_or_within(form.delay_ms, 0, LONGEST_DELAY):
        yield f"Latency is a whole number of milliseconds from 0 to {LONGEST_DELAY}, or empty."


def _is_empty_or_within(text: str, least: int, most: int) -> bool:
    digits = text.strip()
    is_short_number = digits.isascii() and digits.isdigit() and len(digits) <= len(f"{most}")
    return not digits or (is_short_number and least <= int(digits) <= most)

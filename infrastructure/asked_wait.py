"""How long a service asks to be left alone (`Retry-After`, RFC 9110, section 10.2.3)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from infrastructure.tolerant_json import as_code

LONGEST = timedelta(hours=1)  # whoever asks for more is asked again then


def asked_wait(headers: Mapping[str, str]) -> timedelta | None:
    """The wait that the answer with these headers asks for; `None` without a sensible one.

    The names are in lower case. A moment counts from the answer's own `Date`: clocks may differ.
    """
    asked = headers.get("retry-after", "")
    seconds = as_code(asked)
    if seconds is not None:
        return timedelta(seconds=min(seconds, LONGEST.total_seconds()))
    until, now = _moment(asked), _moment(headers.get("date", ""))
    if until is None or now is None or until <= now:
        return None
    return min(until - now, LONGEST)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None

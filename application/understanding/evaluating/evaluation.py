"""Readings in the plain terms of an evaluation: the intents and slots of labelled messages."""

import datetime as dt
from collections.abc import Mapping
from typing import TypedDict

from application.understanding.evaluating.evaluated_context import context_of
from application.understanding.reading import Context, Intent, Reading
from application.understanding.rules import read, scan_of

Slot = str | list[str] | list[str | None]

LABELS: dict[Intent, str] = {
    "greeting": "greeting",
    "services": "service_inquiry",
    "hours": "hours_location",
    "address": "hours_location",
    "availability": "availability_check",
    "book": "booking_request",
    "move": "reschedule",
    "cancel": "cancel_request",
    "my_appointments": "my_appointments",
    "confirm": "confirm",
    "deny": "deny",
    "choose": "booking_request",
    "person": "human_handoff",
    "opt_out": "opt_out",
    "thanks": "thanks",
    "goodbye": "thanks",
}
_QUESTIONS: tuple[Intent, ...] = ("address", "hours", "services")


class Labels(TypedDict):
    """The one label of what is wanted, and the slots said."""

    intent: str
    slots: dict[str, Slot]


def read_for_evaluation(
    text: str, reference_iso: str, timezone: str, context: Mapping[str, object]
) -> Labels:
    """The labels of a message: `date`, `time`, `time_range`, `date_range`, `service`, `barber`, `name`.

    `reference_iso` is the moment of reading in the time zone's local time. `context` holds the
    question that was `asked`, and the shop: `services`, `barbers`, `hours`, `lang`. What was not
    said is left out; an open end is `None`. Several services, and several days, times or barbers
    any of which would do, are a list. What has more than one reading is given by its likeliest.
    Raises `ValueError` for a reference that is no moment, and for one with an offset in no zone.
    """
    return labels_of(text, context_of(reference_iso, timezone, context))[0]


def labels_of(text: str, context: Context) -> tuple[Labels, Reading]:
    """The labels, and the reading that they are taken from."""
    reading = read(text, context)
    return Labels(intent=_intent(reading, text, context), slots=slots_of(reading)), reading


def _intent(reading: Reading, text: str, context: Context) -> str:
    if _told_in_full(reading):
        return LABELS["book"]
    intent = _asked_beside(reading) or reading.intent
    if intent == "services" and "price" in scan_of(text, context).marks.hints:
        return "price"
    return LABELS.get(intent, "unknown")


def _asked_beside(reading: Reading) -> Intent | None:
    """The question beside a yes, as in "ok, and is there parking?": it says more than the yes."""
    if reading.intent != "confirm":
        return None
    return next((intent for intent in _QUESTIONS if intent in reading.intents), None)


def _told_in_full(reading: Reading) -> bool:
    """Whether a whole booking is told, whatever is asked besides."""
    timed = reading.time is not None or reading.times is not None
    told = (
        bool(reading.services) and timed and (reading.day is not None or reading.days is not None)
    )
    return told and "book" in reading.intents and reading.intent in {"services", "address", "hours"}


def slots_of(reading: Reading) -> dict[str, Slot]:
    """The slots that the reading says, in the terms of an evaluation."""
    slots: dict[str, Slot] = {}
    _put_days(slots, reading)
    _put_times(slots, reading)
    if reading.services:
        several = len(reading.services) > 1
        slots["service"] = list(reading.services) if several else reading.services[0]
    barbers = [barber.lower() for barber in reading.either_barbers]
    if barbers or reading.barber is not None:
        slots["barber"] = barbers or str(reading.barber).lower()
    if reading.name is not None:
        slots["name"] = reading.name
    return slots


def _chooses(reading: Reading) -> bool:
    """Whether several would do, and it is no question which of them was booked."""
    return "my_appointments" not in reading.intents


def _put_days(slots: dict[str, Slot], reading: Reading) -> None:
    """The day wished; the one of the appointment that is left, where no other is wished."""
    day = reading.day or (reading.old_day if reading.days is None else None)
    either = [one.isoformat() for one in reading.either_days if _chooses(reading)]
    if day is not None:
        slots["date"] = either or day.isoformat()
    if reading.days is not None:
        slots["date_range"] = [reading.days.first.isoformat(), reading.days.last.isoformat()]


def _put_times(slots: dict[str, Slot], reading: Reading) -> None:
    left = reading.day is None and reading.days is None and reading.times is None
    time = reading.time or (reading.old_time if left else None)
    either = [one.isoformat("minutes") for one in reading.either_times if _chooses(reading)]
    if time is not None:
        slots["time"] = either or time.isoformat("minutes")
    if reading.times is not None:
        slots["time_range"] = [_clock(reading.times.start), _clock(reading.times.end)]


def _clock(time: dt.time | None) -> str | None:
    return None if time is None else time.isoformat("minutes")

"""A message and what it has to be read as; what a case does not name must be absent."""

import datetime as dt
import pathlib

import msgspec

from application.understanding.reading import Asked, Inferred, Intent, Language, Reading

_HERE = pathlib.Path(__file__).parent


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a case file. `inferred` counts only where it is written."""

    text: str
    intents: tuple[Intent, ...]
    asked: Asked | None = None
    day: dt.date | None = None
    other_days: tuple[dt.date, ...] = ()
    days: tuple[dt.date, dt.date] | None = None
    days_refused: tuple[dt.date, ...] = ()
    time: str | None = None
    other_times: tuple[str, ...] = ()
    times: tuple[str | None, str | None] | None = None
    old_day: dt.date | None = None
    old_time: str | None = None
    services: tuple[str, ...] = ()
    barber: str | None = None
    any_barber: bool = False
    barbers_refused: tuple[str, ...] = ()
    people: int | None = None
    choice: int | None = None
    minutes_late: int | None = None
    name: str | None = None
    wished_language: Language | None = None
    earliest: bool = False
    inferred: tuple[Inferred, ...] | None = None


def cases(language: Language) -> list[Case]:
    """The cases of a language, in the order of the file."""
    lines = (_HERE / f"cases_{language}.jsonl").read_text("utf-8").splitlines()
    return [msgspec.json.decode(line, type=Case) for line in lines]


def as_case(reading: Reading, case: Case) -> Case:
    """The reading in the form of the case that it is held against."""
    return Case(
        text=case.text,
        asked=case.asked,
        intents=reading.intents,
        day=reading.day,
        other_days=reading.other_days,
        days=(reading.days.first, reading.days.last) if reading.days else None,
        days_refused=reading.days_refused,
        time=_clock(reading.time),
        other_times=tuple(time.isoformat("minutes") for time in reading.other_times),
        times=(_clock(reading.times.start), _clock(reading.times.end)) if reading.times else None,
        old_day=reading.old_day,
        old_time=_clock(reading.old_time),
        services=reading.services,
        barber=reading.barber,
        any_barber=reading.any_barber,
        barbers_refused=reading.barbers_refused,
        people=reading.people,
        choice=reading.choice,
        minutes_late=reading.minutes_late,
        name=reading.name,
        wished_language=reading.wished_language,
        earliest=reading.earliest,
        inferred=None if case.inferred is None else reading.inferred,
    )


def _clock(time: dt.time | None) -> str | None:
    return None if time is None else time.isoformat("minutes")

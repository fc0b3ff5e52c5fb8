"""The project's exact cases, which name everything that a reading holds, as labelled ones."""

import datetime as dt
from pathlib import Path
from typing import cast

import msgspec

from application.understanding.evaluating.evaluation import LABELS, slots_of
from application.understanding.reading import DayRange, Reading, TimeRange
from benchmarks.understanding.case import SCORED, Case, Lang, Scored, Value
from tests.understanding.cases import Case as Exact
from tests.understanding.shop import MORNING, WEDNESDAY, context

_FURTHER = (
    "intents",
    "any_barber",
    "barbers_refused",
    "days_refused",
    "people",
    "choice",
    "minutes_late",
    "earliest",
    "wished_language",
)


def exact_cases_in(file: Path) -> list[Case]:
    """The cases of a file whose name ends in its language."""
    lang: Lang = "es" if file.stem.endswith("es") else "en"
    lines = file.read_bytes().splitlines()
    exact = [msgspec.json.decode(line, type=Exact) for line in lines]
    return [_labelled(one, lang, number) for number, one in enumerate(exact, 1)]


def _labelled(exact: Exact, lang: Lang, number: int) -> Case:
    labels = [LABELS.get(intent, "unknown") for intent in exact.intents]
    accepted = [*labels, *(["price"] if "services" in exact.intents else [])]
    told = msgspec.json.decode(msgspec.json.encode(exact))
    return Case(
        id=f"exact-{lang}-{number:04}",
        lang=lang,
        text=exact.text,
        reference=dt.datetime.combine(WEDNESDAY, MORNING).isoformat(),
        tz="Europe/Madrid",
        context={**_shop(exact, lang), "asked": exact.asked},
        intent=labels[0],
        intent_accept=tuple(accepted),
        slots=cast("dict[Scored, Value]", slots_of(_reading(exact))),
        accept=_together(exact),
        score=tuple(one for one in SCORED if not (exact.any_barber and one == "barber")),
        also={key: told[key] for key in _FURTHER},
    )


def _reading(exact: Exact) -> Reading:
    days, times = exact.days, exact.times
    return Reading(
        services=exact.services,
        barber=exact.barber,
        day=exact.day,
        days=DayRange(first=days[0], last=days[1]) if days else None,
        time=_clock(exact.time),
        times=TimeRange(start=_clock(times[0]), end=_clock(times[1])) if times else None,
        old_day=exact.old_day,
        old_time=_clock(exact.old_time),
        name=exact.name,
    )


def _together(exact: Exact) -> dict[Scored, list[Value]]:
    """The several days or times of which either would do."""
    accepted: dict[Scored, list[Value]] = {}
    if exact.day is not None and exact.other_days:
        days = (exact.day, *exact.other_days)
        accepted["date"] = [[day.isoformat() for day in days]]
    if exact.time is not None and exact.other_times:
        accepted["time"] = [[exact.time, *exact.other_times]]
    return accepted


def _clock(text: str | None) -> dt.time | None:
    return None if text is None else dt.time.fromisoformat(text)


def _shop(exact: Exact, lang: Lang) -> dict[str, object]:
    shop = context(lang, exact.asked)
    return {
        "services": {topic.id: topic.names for topic in shop.services},
        "barbers": {topic.id: topic.names for topic in shop.barbers},
        "hours": [msgspec.to_builtins(span) for span in shop.hours],
        "offered": [msgspec.to_builtins(offer) for offer in shop.offered],
    }

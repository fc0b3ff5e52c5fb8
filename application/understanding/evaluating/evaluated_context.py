"""What an evaluation's case tells of the moment, the shop and the question asked."""

import datetime as dt
import functools
from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from application.understanding.evaluating.evaluated_hours import hours_of
from application.understanding.reading import Asked, Context, OfferedTime, OpenHours, Topic
from application.understanding.text.languages import LANGUAGES

# In the order in which one of several questions decides what a short answer means.
_QUESTIONS: tuple[tuple[str, Asked], ...] = (
    ("confirm", "confirm"),
    ("offer", "offer"),
    ("date", "day"),
    ("day", "day"),
    ("time", "time"),
    ("service", "service"),
    ("barber", "barber"),
    ("appointment", "appointment"),
    ("more", "menu"),
    ("menu", "menu"),
    ("name", "name"),
)


_NAME_KEYS = ("name", "alias", "label", "title")
_SHOP_KEYS = ("services", "barbers", "hours", "offered")


class _Shop(msgspec.Struct, frozen=True):
    services: tuple[Topic, ...]
    barbers: tuple[Topic, ...]
    hours: tuple[OpenHours, ...]
    offered: tuple[OfferedTime, ...]


def context_of(reference_iso: str, timezone: str, told: Mapping[str, object] | None) -> Context:
    """The context of one case. The reference is local time, unless it has an offset.

    What is told in no known form counts as not told, and so does a question that a barbershop
    never asks, such as for the city. Raises `ValueError` for a moment or a zone that is none.
    """
    case = told if isinstance(told, Mapping) else {}
    moment = _moment(reference_iso)
    if moment.tzinfo is not None:
        moment = moment.astimezone(_zone(timezone))
    shop = _shop(tuple(_as_json(case.get(key)) for key in _SHOP_KEYS))
    return Context(
        today=moment.date(),
        now=moment.time().replace(microsecond=0),
        language="es" if str(case.get("lang", "")).lower().startswith("es") else "en",
        services=shop.services,
        barbers=shop.barbers,
        hours=shop.hours,
        asked=_asked(case.get("asked")),
        offered=shop.offered,
    )


def _moment(reference_iso: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(reference_iso)
    except (TypeError, ValueError) as error:
        example = "2025-10-29T10:15:00"
        raise ValueError(
            f"reference_iso must be a moment such as {example}, not {reference_iso!r}"
        ) from error


def _zone(timezone: str) -> ZoneInfo:
    try:
        return ZoneInfo(timezone)
    except (TypeError, ValueError, ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(
            f"timezone must be a name such as Europe/Madrid, not {timezone!r}"
        ) from error


def _asked(said: object) -> Asked | None:
    questions = said if isinstance(said, list | tuple) else (said,)
    return next((asked for name, asked in _QUESTIONS if name in questions), None)


def _as_json(said: object) -> bytes:
    try:
        return msgspec.json.encode(said)
    except (TypeError, ValueError, RecursionError):
        return b"null"


@functools.lru_cache(maxsize=256)
def _shop(said: tuple[bytes, ...]) -> _Shop:
    """The shop, kept by its JSON: thousands of cases have the same."""
    services, barbers, hours, offered = map(msgspec.json.decode, said)
    return _Shop(_topics(services), _topics(barbers), hours_of(hours), _offered(offered))


def _offered(said: object) -> tuple[OfferedTime, ...]:
    """The times on the screen; none where they come in another form than ours."""
    try:
        return msgspec.convert(said or (), tuple[OfferedTime, ...])
    except msgspec.ValidationError:
        return ()


def _topics(said: object) -> tuple[Topic, ...]:
    """Ids with their names, or names alone, whose id is the name in lower case."""
    if isinstance(said, Mapping):
        return tuple(
            Topic(id=str(key), names=_names(value) or (str(key),)) for key, value in said.items()
        )
    listed = said if isinstance(said, list | tuple) else ()
    return tuple(_listed(one) for one in listed)


def _listed(one: object) -> Topic:
    names = _names(one)
    if isinstance(one, Mapping) and "id" in one:
        return Topic(id=str(one["id"]), names=names)
    return Topic(id=names[0].lower() if names else "", names=names)


def _names(said: object) -> tuple[str, ...]:
    if isinstance(said, str):
        return (said,)
    if isinstance(said, Mapping):
        named = [value for key, value in said.items() if str(key).lower().startswith(_NAME_KEYS)]
        spoken = [value for key, value in said.items() if str(key).lower()[:2] in LANGUAGES]
        return tuple(name for one in named or spoken for name in _names(one))
    if isinstance(said, list | tuple):
        return tuple(name for one in said for name in _names(one))
    return ()

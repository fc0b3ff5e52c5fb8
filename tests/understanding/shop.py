"""The shop and the moment at which the cases are read."""

import datetime as dt

import msgspec

from application.understanding.reading import (
    Asked,
    Context,
    Language,
    OfferedTime,
    OpenHours,
    Topic,
)

WEDNESDAY = dt.date(2025, 11, 12)
MORNING = dt.time(10)

SERVICES = (
    Topic(id="haircut", names=("Haircut", "Corte de pelo")),
    Topic(id="beard_trim", names=("Beard trim", "Arreglo de barba")),
    Topic(id="haircut_beard", names=("Haircut + beard", "Corte y barba")),
    Topic(id="shave", names=("Shave", "Afeitado")),
    Topic(id="kids_cut", names=("Kids cut", "Corte de niño")),
    Topic(id="hair_color", names=("Hair colour", "Tinte")),
)
BARBERS = (
    Topic(id="ana", names=("Ana",)),
    Topic(id="luis", names=("Luis", "Lucho")),
    Topic(id="bruno", names=("Bruno",)),
)
WEEKDAYS = tuple(
    OpenHours(weekday=weekday, start=dt.time(9), end=dt.time(19)) for weekday in range(5)
)
HOURS = (*WEEKDAYS, OpenHours(weekday=5, start=dt.time(9), end=dt.time(14)))
OFFERED = (
    OfferedTime(day=dt.date(2025, 11, 13), time=dt.time(11), barber="ana"),
    OfferedTime(day=dt.date(2025, 11, 13), time=dt.time(15, 15), barber="ana"),
    OfferedTime(day=dt.date(2025, 11, 14), time=dt.time(17, 30), barber="luis"),
)


def context(language: Language, asked: Asked | None = None) -> Context:
    """The shop on a Wednesday morning, with three times on the screen if one is to be picked."""
    plain = Context(
        today=WEDNESDAY,
        now=MORNING,
        language=language,
        services=SERVICES,
        barbers=BARBERS,
        hours=HOURS,
        asked=asked,
    )
    return msgspec.structs.replace(plain, offered=OFFERED) if asked == "offer" else plain

"""What the interpreter is told about the shop, the moment and the conversation."""

import datetime as dt

from application.understanding.reading import (
    Asked,
    Context,
    Language,
    OfferedTime,
    OpenHours,
    Topic,
)
from domain.conversation import Conversation
from domain.customer import VisitPlanned
from domain.reply import TakeTime
from domain.shop import Barber, Service, Shop
from domain.wall_time import MINUTES_OF_DAY

ASKED: dict[str, Asked] = {
    "service": "service",
    "barber": "barber",
    "day": "day",
    "time": "offer",
    "confirm": "confirm",
    "appointment": "appointment",
    "menu": "menu",
}


def context(
    shop: Shop, chat: Conversation, visits: tuple[VisitPlanned, ...], now: dt.datetime
) -> Context:
    """The context of the next message."""
    local = now.astimezone(shop.zone)
    return Context(
        today=local.date(),
        now=local.time().replace(microsecond=0),
        language=_language(shop, chat),
        services=tuple(_service(one) for one in shop.services),
        barbers=tuple(_barber(one) for one in shop.barbers),
        hours=_hours(shop),
        horizon_days=shop.policies.horizon_days,
        asked=ASKED.get(chat.asked or ""),
        offered=tuple(
            _offered(shop, one.meaning.start, one.meaning.barber_id)
            for one in chat.offered
            if isinstance(one.meaning, TakeTime)
        ),
        ordered=chat.draft.services if chat.draft is not None else (),
        appointments=tuple(_offered(shop, one.start, one.barber_id) for one in visits),
    )


def _language(shop: Shop, chat: Conversation) -> Language:
    said = chat.language or shop.languages[0]
    return "es" if said == "es" else "en"


def _service(service: Service) -> Topic:
    aliases = (alias for said in service.aliases.values() for alias in said)
    return Topic(id=service.id, names=(*service.names.values(), *aliases))


def _barber(barber: Barber) -> Topic:
    return Topic(id=barber.id, names=(barber.name, *barber.aliases))


def _hours(shop: Shop) -> tuple[OpenHours, ...]:
    return tuple(
        OpenHours(weekday=weekday, start=_clock(one.start), end=_clock(one.end))
        for weekday, ranges in sorted(shop.hours.weekly.items())
        for one in ranges
    )


def _clock(minute: int) -> dt.time:
    minute %= MINUTES_OF_DAY
    return dt.time(minute // 60, minute % 60)


def _offered(shop: Shop, start: dt.datetime, barber_id: str) -> OfferedTime:
    local = start.astimezone(shop.zone)
    return OfferedTime(day=local.date(), time=local.time(), barber=barber_id)

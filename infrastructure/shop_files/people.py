"""Services and barbers, as a shop file writes them."""

import re
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from babel.numbers import get_currency_precision

from domain.identifiers import BarberId, ServiceId
from domain.money import Money
from domain.reply import ROW_TITLE
from domain.shop import Barber, Service
from domain.wall_time import MINUTES_OF_DAY
from infrastructure.shop_files.hours import days_off, week_rule, words
from infrastructure.shop_files.table import Table, closest, shown

_AMOUNT = re.compile(r"\d{1,9}(\.\d+)?")
_LISTED = 'write a list of words in quotes, such as ["fade", "taper"]'


def services(table: Table, languages: tuple[str, ...], currency: str) -> tuple[Service, ...]:
    """The services in the order of the file."""
    found = tuple(_service(id_, one, languages, currency) for id_, one in table.named())
    if not found:
        table.wrong("", "has no service", "describe at least one: [services.haircut]")
    return found


def barbers(
    table: Table, languages: tuple[str, ...], offered: tuple[Service, ...]
) -> tuple[Barber, ...]:
    """The barbers in the order of the file, each with a calendar of their own."""
    found = tuple(_barber(id_, one, languages, offered) for id_, one in table.named())
    if not found:
        table.wrong("", "has no barber", "describe at least one: [barbers.marco]")
    calendars: dict[str, BarberId] = {}
    for barber in found:
        first = calendars.setdefault(barber.calendar_id, barber.id)
        if first != barber.id and barber.calendar_id:
            what = f"is the calendar of {first} too"
            table.wrong(f"{barber.id}.calendar_id", what, "give every barber their own calendar")
    return found


def require_somebody_for_each(
    table: Table, offered: tuple[Service, ...], found: tuple[Barber, ...]
) -> None:
    """Note each service that no barber does."""
    for service in offered:
        if found and not any(barber.offers((service.id,)) for barber in found):
            table.wrong(service.id, "is done by no barber", "add it to a barber's services")


def _service(id_: str, table: Table, languages: tuple[str, ...], currency: str) -> Service:
    names = _names(table, languages)
    minutes = table.whole("minutes", None, 1, MINUTES_OF_DAY)
    service = Service(
        id=ServiceId(id_),
        names=names,
        length=timedelta(minutes=minutes),
        price=_price(table, currency),
        aliases=_aliases(table.table("aliases"), languages),
        before=timedelta(minutes=table.whole("before_minutes", 0, 0, 240)),
        after=timedelta(minutes=table.whole("after_minutes", 0, 0, 240)),
    )
    table.close()
    return service


def _names(table: Table, languages: tuple[str, ...]) -> Mapping[str, str]:
    under = table.table("names")
    names = words(under, languages)
    for language, name in names.items():
        if len(name) > ROW_TITLE:
            what = f"has {len(name)} characters"
            under.wrong(language, what, f"use at most {ROW_TITLE}: WhatsApp's lists show no more")
    return names


def _aliases(table: Table, languages: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    known = {language: table.texts(language, _LISTED) for language in languages}
    if languages:
        table.close()
    return {language: aliases for language, aliases in known.items() if aliases}


def _price(table: Table, currency: str) -> Money:
    digits = get_currency_precision(currency)
    mend = f'write an amount of {currency} with at most {digits} decimals, such as "25"'
    value = table.take("price", mend)
    text = str(value).strip() if isinstance(value, int | Decimal | str) else ""
    minor = Decimal(text).scaleb(digits) if _AMOUNT.fullmatch(text) else Decimal("NaN")
    if minor.is_finite() and minor == int(minor):
        return Money(minor=int(minor), currency=currency)
    if value is not None:
        table.wrong("price", f"is {shown(value)}", mend)
    return Money(minor=0, currency=currency)


def _barber(
    id_: str, table: Table, languages: tuple[str, ...], offered: tuple[Service, ...]
) -> Barber:
    barber = Barber(
        id=BarberId(id_),
        name=table.text("name", "write the name that customers know"),
        calendar_id=_calendar(table),
        services=_done(table, offered),
        hours=week_rule(table.table("hours")) if table.has("hours") else None,
        breaks=week_rule(table.table("breaks")),
        time_off=days_off(table.tables("time_off"), languages),
        aliases=table.texts("aliases", _LISTED),
    )
    table.close()
    return barber


def _calendar(table: Table) -> str:
    mend = "write the calendar's id from its settings, such as marco@group.calendar.google.com"
    calendar_id = table.text("calendar_id", mend, r"\S+")
    if calendar_id.casefold() == "primary":
        table.wrong("calendar_id", "is primary, which is the service account's own", mend)
    return calendar_id


def _done(table: Table, offered: tuple[Service, ...]) -> tuple[ServiceId, ...] | None:
    if not table.has("services"):
        return None
    mend = "write a list of services' ids, or leave the line out if it is all of them"
    done = table.texts("services", mend, least=1)
    known = [one.id for one in offered]
    for one in done:
        if one not in known:
            meant = closest(one, known)
            mend = f"did you mean {meant}?" if meant else f"known here: {', '.join(known)}"
            table.wrong("services", f"has {shown(one)}, which is no service", mend)
    return tuple(dict.fromkeys(ServiceId(one) for one in done))

"""One shop, as its file describes it."""

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.numbers import is_currency

from domain.identifiers import ShopId
from domain.shop import Facts, Place, Policies, Shop
from domain.wall_time import MINUTES_OF_DAY
from infrastructure.shop_files.hours import days_off, week_rule, words
from infrastructure.shop_files.people import barbers, require_somebody_for_each, services
from infrastructure.shop_files.table import IDENTIFIER, Table, closest, shown

LANGUAGES = ("en", "es")
TEMPLATES = ("follow_up", "person_called", "appointment_moved", "appointment_cancelled")
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})  # CLDR's, not ISO 3166's


def read_shop(table: Table) -> Shop:
    """The shop without its version; it holds only if the table has noted no problem."""
    languages = _languages(table)
    table.take("hours", 'write when the shop is open: [hours] and mon = ["09:00-19:00"]')
    offered_table = table.table("services")
    offered = services(offered_table, languages, _currency(table))
    people = barbers(table.table("barbers"), languages, offered)
    require_somebody_for_each(offered_table, offered, people)
    shop = Shop(
        id=ShopId(table.text("id", _ID_FORM, IDENTIFIER.pattern)),
        name=table.text("name", "write the name that customers know"),
        timezone=_timezone(table),
        country=_country(table),
        languages=languages,
        phone_number_id=table.text("phone_number_id", _PHONE_NUMBER_ID_FORM, r"[0-9]{1,20}"),
        owner=table.text("owner", "write the first name of the person who answers for the shop"),
        place=_place(table.table("place")),
        services=offered,
        barbers=people,
        hours=week_rule(table.table("hours")),
        closures=days_off(table.tables("closures"), languages),
        policies=_policies(table.table("policies"), languages),
        facts=_facts(table.table("facts"), languages),
        owner_phone=_owner_phone(table),
        templates=_templates(table.table("templates")),
    )
    table.close()
    return shop


_ID_FORM = "write up to 40 small letters, digits, _ and -, and never change it"
_PHONE_NUMBER_ID_FORM = "write in quotes the digits that Meta shows as Phone number ID"


def _languages(table: Table) -> tuple[str, ...]:
    """The languages as written, so that a wrong one does not make its words problems too."""
    mend = 'write ["en"], ["es"] or both'
    known = tuple(dict.fromkeys(table.texts("languages", mend, least=1)))
    wrong = [shown(one) for one in known if one not in LANGUAGES]
    if wrong:
        table.wrong("languages", f"has {', '.join(wrong)}", mend)
    return known


def _currency(table: Table) -> str:
    mend = "write its three capitals, such as USD or EUR"
    currency = table.text("currency", mend)
    if currency and not is_currency(currency):
        table.wrong("currency", f"is {shown(currency)}, which is no currency", mend)
    return currency if currency and is_currency(currency) else "USD"


def _country(table: Table) -> str:
    mend = "write the two capitals of the country, such as US or ES"
    country = table.text("country", mend, r"[A-Z]{2}")
    if country and country not in _countries():
        table.wrong("country", f"is {shown(country)}, which is no country", mend)
    return country


@cache
def _countries() -> frozenset[str]:
    return frozenset(Locale("en").territories) - NO_COUNTRIES


def _timezone(table: Table) -> str:
    zones = available_timezones()
    zone = table.text("timezone", "write the IANA name, such as America/New_York")
    if zone and zone not in zones:
        meant = closest(zone, zones)
        mend = f"did you mean {meant}?" if meant else "write the IANA name, such as Europe/Madrid"
        table.wrong("timezone", f"is {shown(zone)}, which is no IANA time zone", mend)
    return zone


def _place(table: Table) -> Place:
    address = table.text("address", "write the address that customers are told")
    latitude, longitude = table.degrees("latitude", 90), table.degrees("longitude", 180)
    table.close()
    if table.has("latitude") != table.has("longitude"):
        table.wrong("", "has half of a pin on the map", "write latitude and longitude, or neither")
    return Place(address=address, latitude=latitude, longitude=longitude)


def _policies(table: Table, languages: tuple[str, ...]) -> Policies:
    usual = Policies()
    grid = table.whole("grid_minutes", 15, 1, MINUTES_OF_DAY)
    if MINUTES_OF_DAY % grid:
        mend = "write one that divides an hour or a day, such as 10, 15, 20 or 30"
        table.wrong("grid_minutes", f"is {grid}", mend)
    policies = Policies(
        notice=timedelta(minutes=table.whole("notice_minutes", 60, 0, 60 * 24 * 30)),
        horizon_days=table.whole("horizon_days", usual.horizon_days, 1, 366),
        grid=timedelta(minutes=grid),
        hold=timedelta(minutes=table.whole("hold_minutes", 10, 1, 60)),
        open_bookings=table.whole("open_bookings", usual.open_bookings, 1, 20),
        grace=timedelta(minutes=table.whole("grace_minutes", 10, 0, 120)),
        free_cancellation=timedelta(hours=table.whole("free_cancellation_hours", 24, 0, 24 * 14)),
        late_cancellation=_words(table, "late_cancellation", languages),
        conversation_retention=timedelta(
            days=table.whole("conversation_retention_days", 365, 1, 3650)
        ),
        messages_per_second=table.whole("messages_per_second", usual.messages_per_second, 20, 1000),
    )
    table.close()
    if policies.notice >= timedelta(days=policies.horizon_days):
        mend = "ask for less notice, or let customers book further ahead"
        table.wrong("notice_minutes", "leaves no day that can be booked", mend)
    return policies


def _facts(table: Table, languages: tuple[str, ...]) -> Facts:
    facts = Facts(
        payment=_words(table, "payment", languages), walk_ins=_words(table, "walk_ins", languages)
    )
    table.close()
    return facts


def _words(table: Table, key: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    """What is said in every language; nothing where the key is left out."""
    return words(table.table(key), languages) if table.has(key) else {}


def _owner_phone(table: Table) -> str | None:
    if not table.has("owner_phone"):
        return None
    form = r"\+?[0-9][0-9 .()-]{5,24}"
    mend = 'write in quotes the number with its country code, such as "+1 212 555 0100"'
    digits = re.sub(r"\D", "", table.text("owner_phone", mend, form))
    if digits and not 7 <= len(digits) <= 15:  # noqa: PLR2004 - E.164
        table.wrong("owner_phone", f"has {len(digits)} digits", mend)
    return digits


def _templates(table: Table) -> Mapping[str, str]:
    mend = "write the name under which WhatsApp approved it: small letters, digits and _"
    used = [use for use in TEMPLATES if table.has(use)]
    names = {use: table.text(use, mend, r"[a-z0-9_]{1,512}") for use in used}
    table.close()
    return names

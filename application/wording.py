"""Speaking: the catalogues' texts, and days, times and money as a language writes them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_locale_identifier
from babel.dates import format_date, format_time
from babel.numbers import format_currency, get_currency_precision

from application.catalogues import en, es
from domain.identifiers import ServiceId
from domain.money import Money
from domain.shop import Service, Shop

CATALOGUES = {"en": en.TEXTS, "es": es.TEXTS}


class Wording:
    """One shop's voice in one language; times are given as instants and said as its walls show."""

    def __init__(self, shop: Shop, language: str) -> None:
        self.language = language if language in CATALOGUES else shop.languages[0]
        self._shop = shop
        self._texts = CATALOGUES[self.language]
        self._locale = _locale(self.language, shop.country)

    def text(self, key: str, **values: object) -> str:
        """The catalogue's text with its names filled in. Raises `KeyError` for a missing one."""
        return self._texts[key].format(**values)

    def day(self, day: date) -> str:
        """A day with its weekday, short: "Fri 14 Nov"."""
        return self._date(day, "format.day_short")

    def long_day(self, day: date) -> str:
        """A day with its weekday, in full: "Friday 14 November"."""
        return self._date(day, "format.day_long")

    def time(self, at: datetime) -> str:
        """The time that the shop's walls show then: "5:30 pm"."""
        local = at.astimezone(self._shop.zone)
        said = format_time(
            local, self._texts["format.time"], tzinfo=local.tzinfo, locale=self._locale
        )
        return said.replace("AM", "am").replace("PM", "pm")

    def when(self, at: datetime) -> str:
        """A moment in full: "Friday 14 November, 5:30 pm"."""
        day = self.long_day(at.astimezone(self._shop.zone).date())
        return self.text("format.joined", day=day, time=self.time(at))

    def short(self, at: datetime) -> str:
        """A moment that fits a row: "Fri 14 Nov 5:30 pm"."""
        return f"{self.day(at.astimezone(self._shop.zone).date())} {self.time(at)}"

    def money(self, amount: Money) -> str:
        """An amount as the shop's country writes it, without empty cents: "$18", "18 €"."""
        digits = get_currency_precision(amount.currency)
        whole = amount.minor % 10**digits == 0
        cents = "." + "0" * digits if digits and not whole else ""
        standard = self._locale.currency_formats["standard"].pattern
        said = format_currency(
            Decimal(amount.minor).scaleb(-digits),
            amount.currency,
            format=re.sub(r"0\.0+", f"0{cents}", standard),
            locale=self._locale,
            currency_digits=False,
        )
        return said.replace("\xa0", " ")

    def length(self, length: timedelta) -> str:
        """How long a visit takes: "45 min"."""
        return self.text("format.minutes", minutes=length // timedelta(minutes=1))

    def service(self, service: Service) -> str:
        """A service's name in this language, or in the shop's first one."""
        return service.names.get(self.language) or next(iter(service.names.values()))

    def services(self, service_ids: Iterable[ServiceId]) -> str:
        """The names of services, joined: "Haircut and Shave"."""
        found = (self._shop.service(service_id) for service_id in service_ids)
        names = [self.service(one) for one in found if one is not None]
        return self.listed(names)

    @property
    def tongues(self) -> str:
        """The languages that the shop speaks, in this one: "English and Spanish"."""
        return self.listed([self.text(f"language.{one}") for one in self._shop.languages])

    def listed(self, names: list[str]) -> str:
        """Names joined as the language joins them."""
        if len(names) < 2:  # noqa: PLR2004 - one name, or none
            return "".join(names)
        return self.text("format.and", first=", ".join(names[:-1]), last=names[-1])

    def _date(self, day: date, pattern: str) -> str:
        return format_date(day, self._texts[pattern], locale=self._locale).replace(".", "")


@lru_cache(maxsize=64)
def _locale(language: str, country: str) -> Locale:
    try:
        return Locale.parse(get_locale_identifier((language, country)))
    except UnknownLocaleError:
        return Locale.parse(language)

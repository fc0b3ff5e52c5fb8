"""A small shop in New York, its barbers and services, and the times that the tests speak of."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec

from domain.diary import Diary, DiaryKey
from domain.hours import ClockRange, WeekRule
from domain.identifiers import BarberId, ServiceId, ShopId
from domain.money import Money
from domain.openings import Wish
from domain.shop import Barber, Place, Policies, Service, Shop, Visit

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
SUNDAY = date(2026, 11, 29)

MINUTE = timedelta(minutes=1)
ANA, LUIS, MARCO = BarberId("ana"), BarberId("luis"), BarberId("marco")


def at(clock: str, day: date = TUESDAY, zone: ZoneInfo = NEW_YORK) -> datetime:
    """The instant when the shop's wall shows that time, Tuesday's unless said otherwise."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone).astimezone(UTC)


NOW = at("10:05", MONDAY)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def hours(*ranges: str) -> tuple[ClockRange, ...]:
    """Ranges such as `09:00-19:00`."""
    return tuple(ClockRange(*(_minute(end) for end in one.split("-"))) for one in ranges)


def week(*ranges: str) -> WeekRule:
    """The same ranges from Monday to Saturday."""
    return WeekRule(weekly=dict.fromkeys(range(6), hours(*ranges)))


def service(name: str, length: int, *, before: int = 0, after: int = 0) -> Service:
    return Service(
        id=ServiceId(name),
        names={"en": name},
        length=minutes(length),
        price=Money(minor=length * 100, currency="USD"),
        before=minutes(before),
        after=minutes(after),
    )


CUT = service("cut", 30)
SHAVE = service("shave", 20)
COLOR = service("color", 90, before=10, after=5)


def barber(barber_id: BarberId, **differing: object) -> Barber:
    plain = Barber(id=barber_id, name=barber_id.title(), calendar_id=f"{barber_id}@demo.calendar")
    return _differing(plain, differing)


def shop(**differing: object) -> Shop:
    """The shop, open from Monday to Saturday 9:00 to 19:00, with the fields that differ."""
    plain = Shop(
        id=ShopId("corner"),
        name="Corner",
        timezone="America/New_York",
        country="US",
        languages=("en",),
        phone_number_id="105",
        owner="Sam",
        place=Place(address="1 Main St"),
        services=(CUT, SHAVE, COLOR),
        barbers=(barber(MARCO), barber(LUIS), barber(ANA)),
        hours=week("09:00-19:00"),
        version="v1",
    )
    return _differing(plain, differing)


def policies(**differing: object) -> Policies:
    return _differing(Policies(), differing)


def wish(first: datetime, last: datetime | None = None, **differing: object) -> Wish:
    """A cut with Ana in that window, or at exactly that time."""
    plain = Wish(visit=Visit(services=(CUT,)), barbers=(ANA,), first=first, last=last or first)
    return _differing(plain, differing)


def diary_of(diary: Diary, day: date = TUESDAY, whose: BarberId = ANA) -> Mapping[DiaryKey, Diary]:
    return {DiaryKey(shop_id=ShopId("corner"), barber_id=whose, day=day): diary}


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


T = TypeVar("T", bound=msgspec.Struct)


def _differing(plain: T, fields: Mapping[str, object]) -> T:
    return msgspec.structs.replace(plain, **fields)

"""One location: what it offers, who works there, when it is open and by which policies."""

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import msgspec

from domain.hours import WeekRule
from domain.identifiers import BarberId, ServiceId, ShopId
from domain.interval import Interval
from domain.money import Money


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """What a customer books; `names` and `aliases` are keyed by language (`en`, `es`)."""

    id: ServiceId
    names: Mapping[str, str]
    length: timedelta
    price: Money
    aliases: Mapping[str, tuple[str, ...]] = {}
    before: timedelta = timedelta(0)
    after: timedelta = timedelta(0)


class DaysOff(msgspec.Struct, frozen=True, kw_only=True):
    """Days from `first` to `last`, both included, and their name per language."""

    first: date
    last: date
    names: Mapping[str, str] = {}

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("days off end after they start")

    def covers(self, day: date) -> bool:
        """Whether that day is one of them."""
        return self.first <= day <= self.last


class Barber(msgspec.Struct, frozen=True, kw_only=True):
    """Who cuts; `services` is `None` for all, `hours` is `None` for the shop's own."""

    id: BarberId
    name: str
    calendar_id: str
    services: tuple[ServiceId, ...] | None = None
    hours: WeekRule | None = None
    breaks: WeekRule = WeekRule()
    time_off: tuple[DaysOff, ...] = ()
    aliases: tuple[str, ...] = ()

    def offers(self, services: tuple[ServiceId, ...]) -> bool:
        """Whether the barber does all of these."""
        return self.services is None or set(services) <= set(self.services)


class Policies(msgspec.Struct, frozen=True, kw_only=True):
    """What the shop allows. The defaults are those of most shops."""

    notice: timedelta = timedelta(minutes=60)
    horizon_days: int = 60
    grid: timedelta = timedelta(minutes=15)
    hold: timedelta = timedelta(minutes=10)
    open_bookings: int = 2
    grace: timedelta = timedelta(minutes=10)
    free_cancellation: timedelta = timedelta(hours=24)
    late_cancellation: Mapping[str, str] = {}  # what the customer is told, per language
    conversation_retention: timedelta = timedelta(days=365)  # of silence; then it may be removed
    messages_per_second: int = 80  # of its number, in and out; what Meta allows it


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What customers ask beside the trade, answered per language; nothing is said for certain else."""

    payment: Mapping[str, str] = {}  # by which means one can pay
    walk_ins: Mapping[str, str] = {}  # whether one can come without an appointment


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where the shop is."""

    address: str
    latitude: float | None = None
    longitude: float | None = None


class Shop(msgspec.Struct, frozen=True, kw_only=True):
    """A location as its file describes it; `version` changes whenever the file does."""

    id: ShopId
    name: str
    timezone: str
    country: str
    languages: tuple[str, ...]
    phone_number_id: str
    owner: str
    place: Place
    services: tuple[Service, ...]
    barbers: tuple[Barber, ...]
    hours: WeekRule
    closures: tuple[DaysOff, ...] = ()
    policies: Policies = Policies()
    facts: Facts = Facts()
    owner_phone: str | None = None  # where the owner is told; digits, as WhatsApp names a phone
    templates: Mapping[str, str] = {}  # names of approved templates by their use, where they differ
    version: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """The zone that its walls show."""
        return ZoneInfo(self.timezone)

    def service(self, service_id: str) -> Service | None:
        """The service of that id, if there is one."""
        return next((one for one in self.services if one.id == service_id), None)

    def barber(self, barber_id: str) -> Barber | None:
        """The barber of that id, if there is one."""
        return next((one for one in self.barbers if one.id == barber_id), None)

    def closure(self, day: date) -> DaysOff | None:
        """The closure that covers that day, if one does."""
        return next((one for one in self.closures if one.covers(day)), None)

    def opening(self, day: date) -> tuple[Interval, ...]:
        """When the shop is open that day."""
        return () if self.closure(day) else self.hours.spans(day, self.zone)

    def last_day(self, today: date) -> date:
        """The last day that can be booked."""
        return today + timedelta(days=self.policies.horizon_days)


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """Several services in one visit: their times and prices add, the outer buffers hold."""

    services: tuple[Service, ...]

    def __post_init__(self) -> None:
        if not self.services:
            raise ValueError("a visit has at least one service")

    @property
    def ids(self) -> tuple[ServiceId, ...]:
        """The services' ids in their order."""
        return tuple(one.id for one in self.services)

    @property
    def length(self) -> timedelta:
        """How long the customer sits in the chair."""
        return sum((one.length for one in self.services), timedelta(0))

    @property
    def price(self) -> Money:
        """What the visit costs."""
        total = self.services[0].price
        for service in self.services[1:]:
            total = total.plus(service.price)
        return total

    @property
    def before(self) -> timedelta:
        """The buffer before the visit."""
        return self.services[0].before

    @property
    def after(self) -> timedelta:
        """The buffer after the visit."""
        return self.services[-1].after


def visit(shop: Shop, service_ids: tuple[ServiceId, ...]) -> Visit:
    """The visit for those services of the shop. Raises `KeyError` for one it does not have."""
    known = {one.id: one for one in shop.services}
    return Visit(services=tuple(known[service_id] for service_id in service_ids))

"""A shop's days of a replay, as lines for people."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import click
import msgspec
from babel.numbers import get_currency_precision

from application.replaying.day_book import BookedDay, DayVisit, day_book
from application.replaying.day_figures import DayFigures
from application.replaying.open_bookings import OpenBooking, OpenBookings
from application.replaying.scratch import Scratch
from application.replaying.states import SettingsInForce
from domain import shop_settings
from domain.identifiers import ShopId
from domain.money import Money
from domain.shop import Shop
from domain.wall_time import local_day


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """Which days somebody wants to see; `None` is all of them."""

    shop: str | None = None
    barber: str | None = None
    day: date | None = None

    def __bool__(self) -> bool:
        return (self.shop, self.barber, self.day) != (None, None, None)

    def require_known(self, scratch: Scratch, configured: Iterable[Shop]) -> None:
        """End with words where no such barber was ever there."""
        if self.barber is None:
            return
        settings = (state for _, state in scratch.in_order("shop:"))
        on_record = (one.settings.shop for one in settings if isinstance(one, SettingsInForce))
        shops = (shop for shop in (*configured, *on_record) if shop)
        barbers = {str(barber.id) for shop in shops for barber in shop.barbers}
        diaries = (name.split(":") for name, _ in scratch.in_order("diary:"))
        if self.barber not in barbers | {parts[2] for parts in diaries}:
            words = f"the barbers are: {', '.join(sorted(barbers))}."
            raise click.BadParameter(words, param_hint="--barber")

    def days(self, scratch: Scratch, now: datetime) -> Iterator[BookedDay]:
        """Those days, by shop, barber and day."""
        beginning = f"diary:{self.shop}:" if self.shop else "diary:"
        for one in day_book(scratch, now, beginning):
            if self.barber in (None, one.key.barber_id) and self.day in (None, one.key.day):
                yield one

    def bookings(self, found: tuple[OpenBookings, ...], zones: "Zones") -> Iterator[OpenBookings]:
        """The customers' bookings on those days; who has none is left out."""
        for one in found:
            kept = tuple(booking for booking in one.bookings if self._takes(booking, zones))
            if kept:
                yield OpenBookings(customer_id=one.customer_id, bookings=kept)

    def _takes(self, booking: OpenBooking, zones: "Zones") -> bool:
        return (
            self.shop in (None, booking.shop_id)
            and self.barber in (None, booking.barber_id)
            and self.day in (None, local_day(booking.start, zones.of(booking.shop_id)))
        )


class Zones:
    """The zones of shops, by their settings as replayed; `otherwise` where there are none."""

    def __init__(self, scratch: Scratch, otherwise: ZoneInfo) -> None:
        self._scratch = scratch
        self._otherwise = otherwise

    def of(self, shop_id: ShopId) -> ZoneInfo:
        """The zone that the shop's walls show."""
        state = self._scratch.get(shop_settings.stream(shop_id))
        shop = state.settings.shop if isinstance(state, SettingsInForce) else None
        return shop.zone if shop else self._otherwise


def day_lines(day: BookedDay, zone: ZoneInfo) -> Iterator[str]:
    """A barber's day, by the clock on that zone's walls."""
    yield f"{day.key.shop_id}, {day.key.barber_id}, {_day(day.key.day)}"
    for visit in day.visits:
        price = _money(visit.price) if visit.price else ""
        what = f"#{visit.code:4}  {' + '.join(visit.services):24}  {_status(visit):14}  {price}"
        yield f"  {_span(visit.start, visit.end, zone)}  {what}".rstrip()
    for hold in day.holds:
        until = "" if hold.expires_at is None else f" until {_time(hold.expires_at, zone)}"
        yield f"  {_span(hold.start, hold.end, zone)}  held{until}"
    for block in day.blocks:
        yield f"  {_span(block.start, block.end, zone)}  blocked by {block.source}"


def figures_line(figures: DayFigures) -> str:
    """What a day came to."""
    income = ", ".join(map(_money, figures.income)) or "no income"
    return (
        f"{figures.shop_id}, {_day(figures.day)}: {figures.booked} booked, {figures.moved} moved, "
        f"{figures.cancelled} cancelled ({figures.late} late), {figures.minutes} minutes, {income}"
    )


def _status(visit: DayVisit) -> str:
    if visit.late:
        return "cancelled late"
    return "moved away" if visit.status == "moved" else visit.status


def _day(day: date) -> str:
    return f"{day:%a} {day.isoformat()}"


def _span(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    return f"{_time(start, zone)}-{_time(end, zone)}"


def _time(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _money(amount: Money) -> str:
    whole = Decimal(amount.minor).scaleb(-get_currency_precision(amount.currency))
    return f"{whole} {amount.currency}"

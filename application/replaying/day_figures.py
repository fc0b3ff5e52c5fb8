"""Read model: what a shop's days came to."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from application.replaying.day_book import BookedDay, DayVisit
from domain.identifiers import ShopId
from domain.money import Money


class DayFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The visits of one local day of a shop, whenever they were arranged.

    `booked` stand; `moved` counts the moves that left a time of this day; `late` are those of the
    `cancelled` that came later than the policy shown allowed. `minutes` and `income` (an amount per
    currency) are those of the booked visits.
    """

    shop_id: ShopId
    day: date
    booked: int = 0
    moved: int = 0
    cancelled: int = 0
    late: int = 0
    minutes: int = 0
    income: tuple[Money, ...] = ()


def figures(days: Iterable[BookedDay]) -> tuple[DayFigures, ...]:
    """The figures of those days, barbers added up, by shop and day."""
    found: dict[tuple[ShopId, date], DayFigures] = {}
    for day in days:
        place = (day.key.shop_id, day.key.day)
        before = found.get(place, DayFigures(shop_id=day.key.shop_id, day=day.key.day))
        found[place] = counted(before, day)
    return tuple(found[place] for place in sorted(found))


def counted(before: DayFigures, day: BookedDay) -> DayFigures:
    """The figures with those of one more barber's day."""
    booked = [one for one in day.visits if one.status == "booked"]
    cancelled = [one for one in day.visits if one.status == "cancelled"]
    return msgspec.structs.replace(
        before,
        booked=before.booked + len(booked),
        moved=before.moved + sum(one.moves for one in day.visits),
        cancelled=before.cancelled + len(cancelled),
        late=before.late + sum(one.late for one in cancelled),
        minutes=before.minutes + sum(map(_minutes, booked)),
        income=_income(before.income, booked),
    )


def _minutes(visit: DayVisit) -> int:
    return (visit.end - visit.start) // timedelta(minutes=1)


def _income(before: tuple[Money, ...], booked: Iterable[DayVisit]) -> tuple[Money, ...]:
    sums = {one.currency: one for one in before}
    for price in (one.price for one in booked if one.price):
        known = sums.get(price.currency)
        sums[price.currency] = known.plus(price) if known else price
    return tuple(sums[currency] for currency in sorted(sums))

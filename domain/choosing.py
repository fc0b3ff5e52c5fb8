"""Choosing among openings: whom "any barber" means, and which times to show."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from domain.diary import Diary, DiaryKey
from domain.identifiers import BarberId
from domain.openings import Opening
from domain.shop import Shop
from domain.wall_time import local_day


def one_per_time(
    shop: Shop,
    found: tuple[Opening, ...],
    diaries: Mapping[DiaryKey, Diary],
    usual: BarberId | None,
) -> tuple[Opening, ...]:
    """One opening per start: the usual barber, else the least booked, else the shop's order."""
    order = {barber.id: place for place, barber in enumerate(shop.barbers)}

    def rank(opening: Opening) -> tuple[bool, timedelta, int]:
        day = local_day(opening.start, shop.zone)
        key = DiaryKey(shop_id=shop.id, barber_id=opening.barber_id, day=day)
        booked = diaries.get(key, Diary()).booked()
        return (opening.barber_id != usual, booked, order[opening.barber_id])

    best: dict[datetime, Opening] = {}
    for opening in sorted(found, key=rank):
        best.setdefault(opening.start, opening)
    return tuple(best[start] for start in sorted(best))


def spread(found: tuple[Opening, ...], count: int) -> tuple[Opening, ...]:
    """At most `count` openings, evenly over the whole range, the first and the last included."""
    if len(found) <= count:
        return found
    if count == 1:
        return found[:1]
    places = (round(n * (len(found) - 1) / (count - 1)) for n in range(count))
    return tuple(found[place] for place in places)


def closest(
    found: tuple[Opening, ...], wished: datetime, count: int, apart: timedelta
) -> tuple[Opening, ...]:
    """At most `count` openings near the wished time, at least `apart` where that is possible."""
    chosen: list[Opening] = []
    near = sorted(found, key=lambda one: (abs(one.start - wished), one.start))
    for opening in near:
        if all(abs(opening.start - other.start) >= apart for other in chosen):
            chosen.append(opening)
    chosen += [one for one in near if one not in chosen]
    return tuple(sorted(chosen[:count]))


def same_time(
    shop: Shop, found: tuple[Opening, ...], wished: datetime, count: int
) -> tuple[Opening, ...]:
    """On each of the first `count` days, the opening nearest to the wished time of day."""
    minute = _minute(shop, wished)
    nearest: dict[date, Opening] = {}
    for opening in sorted(found, key=lambda one: abs(_minute(shop, one.start) - minute)):
        nearest.setdefault(local_day(opening.start, shop.zone), opening)
    return tuple(nearest[day] for day in sorted(nearest)[:count])


def _minute(shop: Shop, at: datetime) -> int:
    local = at.astimezone(shop.zone)
    return local.hour * 60 + local.minute

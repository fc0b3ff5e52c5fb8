"""The rule of a shop's settings behind a refusal, with the facts that it speaks of."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from application.explaining_why.answers import (
    BeyondHorizon,
    InBreak,
    NotDone,
    OffGrid,
    OutsideHours,
    OutsideOpening,
    Rule,
    WithinNotice,
)
from domain.diary import Diary, DiaryKey
from domain.errors import Reason
from domain.identifiers import BarberId, ServiceId
from domain.openings import Wish, openings
from domain.shop import Barber, Shop
from domain.wall_time import local_day


def rule_of(  # noqa: PLR0911 - one case a line
    reason: Reason, shop: Shop, wish: Wish, diaries: Mapping[DiaryKey, Diary], now: datetime
) -> Rule | None:
    """The rule that gives that reason for an exact wish of one barber; `None` where none does."""
    day, barber = local_day(wish.first, shop.zone), shop.barber(wish.barbers[0])
    match reason:
        case Reason.CLOSED:
            return OutsideOpening(
                day=day,
                closure=shop.closure(day),
                hours=shop.hours.ranges(day),
                dated=day in shop.hours.dates,
            )
        case Reason.TIME_OFF if barber is not None:
            return _outside_hours(shop, barber, wish.first)
        case Reason.BREAK if barber is not None:
            return InBreak(day=day, breaks=barber.breaks.ranges(day))
        case Reason.TOO_SOON:
            notice = shop.policies.notice
            return WithinNotice(notice=notice, earliest=now + notice)
        case Reason.TOO_FAR_AHEAD:
            last = shop.last_day(local_day(now, shop.zone))
            return BeyondHorizon(horizon_days=shop.policies.horizon_days, last_day=last)
        case Reason.NOT_OFFERED:
            return NotDone(services=_services(shop, wish.barbers[0]))
        case Reason.OFF_GRID:
            return _off_grid(shop, wish, diaries, now)
        case _:
            return None


def _outside_hours(shop: Shop, barber: Barber, start: datetime) -> OutsideHours:
    day = local_day(start, shop.zone)
    hours = barber.hours or shop.hours
    return OutsideHours(
        day=day,
        days_off=next((one for one in barber.time_off if one.covers(day)), None),
        hours=hours.ranges(day),
        dated=day in hours.dates,
    )


def _services(shop: Shop, barber_id: BarberId) -> tuple[ServiceId, ...]:
    barber = shop.barber(barber_id)
    return tuple(one.id for one in shop.services if barber and barber.offers((one.id,)))


def _off_grid(shop: Shop, wish: Wish, diaries: Mapping[DiaryKey, Diary], now: datetime) -> OffGrid:
    """The one function tells the starts on both sides, by listing what is around the time."""
    grid = shop.policies.grid
    around = msgspec.structs.replace(wish, first=wish.first - grid, last=wish.first + grid)
    answer = openings(shop, around, diaries, now)
    listed = [one.start for one in answer.openings] + [one.start for one in answer.refused]
    starts = sorted(set(listed))
    return OffGrid(
        grid=grid,
        before=max((one for one in starts if one < wish.first), default=None),
        after=min((one for one in starts if one > wish.first), default=None),
    )

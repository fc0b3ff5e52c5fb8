"""Free times: one function that both lists what can be booked and confirms a wish."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from domain.diary import Diary, DiaryKey
from domain.errors import Reason
from domain.identifiers import BarberId
from domain.interval import Interval, intersect, subtract
from domain.shop import Barber, Shop, Visit
from domain.wall_time import MINUTES_OF_DAY, instant, local_day, local_minute, span


class Opening(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A time that can be booked now, with whom."""

    start: datetime
    end: datetime
    barber_id: BarberId


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A time that cannot be booked, and why."""

    start: datetime
    barber_id: BarberId
    reason: Reason


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a customer would like: a visit, with one of these barbers, starting in the window.

    An exact time is a window that starts and ends there. `ignoring` names the customer's own
    claims, which do not stand in the way.
    """

    visit: Visit
    barbers: tuple[BarberId, ...]
    first: datetime
    last: datetime
    ignoring: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it is one time and no other."""
        return self.first == self.last


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What can be had of a wish, earliest first, and why the rest cannot."""

    openings: tuple[Opening, ...]
    refused: tuple[Refused, ...]


def days_of(shop: Shop, wish: Wish, now: datetime) -> tuple[date, ...]:
    """The local days of the wish that can be booked at all."""
    first = max(local_day(wish.first, shop.zone), local_day(now, shop.zone))
    last = min(local_day(wish.last, shop.zone), shop.last_day(local_day(now, shop.zone)))
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def diaries_of(shop: Shop, wish: Wish, now: datetime) -> tuple[DiaryKey, ...]:
    """The diaries that have to be read to answer the wish."""
    return tuple(
        DiaryKey(shop_id=shop.id, barber_id=barber_id, day=day)
        for day in days_of(shop, wish, now)
        for barber_id in wish.barbers
    )


def openings(shop: Shop, wish: Wish, diaries: Mapping[DiaryKey, Diary], now: datetime) -> Answer:
    """The openings of the wish and the refusals, each for one start and one barber.

    A diary that is absent counts as empty. An exact wish gets exactly one opening or refusal
    per barber; so listing and confirming can never differ.
    """
    found: list[Opening] = []
    refused: list[Refused] = []
    for sheet in _sheets(shop, wish, diaries, now):
        for start in sheet.starts(wish):
            reason = sheet.why_not(wish, start)
            if reason is None:
                end = start + wish.visit.length
                found.append(Opening(start=start, end=end, barber_id=sheet.barber_id))
            else:
                refused.append(Refused(start=start, barber_id=sheet.barber_id, reason=reason))
    return Answer(openings=tuple(sorted(found)), refused=tuple(refused))


def working(shop: Shop, barber: Barber, day: date) -> tuple[Interval, ...]:
    """When that barber can have customers that day, before any booking."""
    return subtract(_hours(shop, barber, day), barber.breaks.spans(day, shop.zone))


class _Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One barber's day, laid out so that each start is judged without looking twice."""

    shop: Shop
    barber_id: BarberId
    barber: Barber | None
    day: date
    diary: Diary
    now: datetime
    opening: tuple[Interval, ...]
    hours: tuple[Interval, ...]
    breaks: tuple[Interval, ...]

    def starts(self, wish: Wish) -> tuple[datetime, ...]:
        """The starts to judge: the exact one, or all of the day's within the window."""
        if wish.exact:
            return (wish.first,)
        possible = self._grid() | self._ends(wish)
        return tuple(sorted(at for at in possible if wish.first <= at <= wish.last))

    def why_not(self, wish: Wish, start: datetime) -> Reason | None:
        """Why the visit cannot start then, by the first rule that a barber would name."""
        asked = Interval(start=start, end=start + wish.visit.length)
        return (
            self._out_of_reach(wish, start)
            or self._not_working(asked)
            or self._off_grid(wish, start)
            or self.diary.conflict(
                asked.widened(wish.visit.before, wish.visit.after), self.now, wish.ignoring
            )
        )

    def _grid(self) -> frozenset[datetime]:
        step = self.shop.policies.grid // timedelta(minutes=1)
        return _grid(self.day, step, self.shop.timezone)

    def _ends(self, wish: Wish) -> set[datetime]:
        """Starts of that day right after a visit that stays, where the grid would leave a gap."""
        visits = (one for one in self.diary.claims if one.expires_at is None)
        staying = (one for one in visits if one.id not in wish.ignoring)
        ends = {one.end + one.after + wish.visit.before for one in staying}
        return {at for at in ends if self._shown_today(at)}

    def _shown_today(self, at: datetime) -> bool:
        zone = self.shop.zone
        return local_day(at, zone) == self.day and local_minute(at, zone) is not None

    def _off_grid(self, wish: Wish, start: datetime) -> Reason | None:
        return None if start in self._grid() or start in self._ends(wish) else Reason.OFF_GRID

    def _out_of_reach(self, wish: Wish, start: datetime) -> Reason | None:
        if self.barber is None or not self.barber.offers(wish.visit.ids):
            return Reason.NOT_OFFERED
        if start < self.now + self.shop.policies.notice:
            return Reason.TOO_SOON
        if self.day > self.shop.last_day(local_day(self.now, self.shop.zone)):
            return Reason.TOO_FAR_AHEAD
        return None

    def _not_working(self, asked: Interval) -> Reason | None:
        if not any(one.contains(asked) for one in self.opening):
            return Reason.CLOSED
        if not any(one.contains(asked) for one in self.hours):
            return Reason.TIME_OFF
        if any(one.overlaps(asked) for one in self.breaks):
            return Reason.BREAK
        return None


def _sheets(
    shop: Shop, wish: Wish, diaries: Mapping[DiaryKey, Diary], now: datetime
) -> Iterator[_Sheet]:
    days = (local_day(wish.first, shop.zone),) if wish.exact else days_of(shop, wish, now)
    for barber_id in wish.barbers:
        barber = shop.barber(barber_id)
        for day in days:
            key = DiaryKey(shop_id=shop.id, barber_id=barber_id, day=day)
            midnights = span(day, 0, MINUTES_OF_DAY, shop.zone)
            yield _Sheet(
                shop=shop,
                barber_id=barber_id,
                barber=barber,
                day=day,
                diary=diaries.get(key, Diary()),
                now=now,
                opening=intersect(shop.opening(day), (midnights,)) if midnights else (),
                hours=_hours(shop, barber, day) if barber else (),
                breaks=barber.breaks.spans(day, shop.zone) if barber else (),
            )


def _hours(shop: Shop, barber: Barber, day: date) -> tuple[Interval, ...]:
    if any(off.covers(day) for off in barber.time_off):
        return ()
    if barber.hours is None:
        return shop.opening(day)
    return intersect(shop.opening(day), barber.hours.spans(day, shop.zone))


@lru_cache(maxsize=4096)
def _grid(day: date, step: int, timezone: str) -> frozenset[datetime]:
    """Every start that the day's grid knows; a minute that DST skips is none."""
    zone = ZoneInfo(timezone)
    starts = (instant(day, minute, zone) for minute in range(0, MINUTES_OF_DAY, step))
    return frozenset(start for start in starts if start is not None)

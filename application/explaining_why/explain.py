"""Explaining: the function that lists openings judges, and the record tells what it went by."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from application.explaining_why.answers import BarberAnswer, Verdict
from application.explaining_why.diary_record import DiaryRecord
from application.explaining_why.obstacles import Bookings, Obstacles
from application.explaining_why.rules import rule_of
from domain.diary import DiaryKey
from domain.errors import Reason
from domain.identifiers import BarberId, ServiceId
from domain.openings import Wish, openings
from domain.shop import Shop, Visit
from domain.wall_time import local_day


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What was known at the moment `now`: the settings in force, the diaries, the bookings."""

    shop: Shop
    now: datetime
    diaries: Mapping[DiaryKey, DiaryRecord]
    bookings: Bookings


def explain(
    known: Known, start: datetime, barbers: Sequence[BarberId], visits: Sequence[Visit]
) -> tuple[BarberAnswer, ...]:
    """A verdict for each barber and visit; visits of a barber with the same one go together."""
    return tuple(
        answer for barber_id in barbers for answer in _of_barber(known, start, barber_id, visits)
    )


def judge(known: Known, visit: Visit, barber_id: BarberId, start: datetime) -> Verdict:
    """Whether that visit could be booked at that time with that barber, and what spoke against."""
    wish = Wish(visit=visit, barbers=(barber_id,), first=start, last=start)
    diaries = {key: one.diary for key, one in known.diaries.items()}
    answer = openings(known.shop, wish, diaries, known.now)
    obstacles = _obstacles(known, visit, barber_id, start)
    if answer.openings:
        return Verdict(reason=None, lapsed=obstacles.lapsed(known.now))
    reason = answer.refused[0].reason
    # Time off, for one, is a rule's or the diary's: a rule says the same of an empty diary.
    if reason is _reason_of_rules(known, wish):
        return Verdict(reason=reason, rule=rule_of(reason, known.shop, wish, diaries, known.now))
    return Verdict(reason=reason, in_the_way=obstacles.in_the_way(known.now))


def _reason_of_rules(known: Known, wish: Wish) -> Reason | None:
    refused = openings(known.shop, wish, {}, known.now).refused
    return refused[0].reason if refused else None


def _of_barber(
    known: Known, start: datetime, barber_id: BarberId, visits: Sequence[Visit]
) -> Iterator[BarberAnswer]:
    groups: list[tuple[Verdict, list[tuple[ServiceId, ...]]]] = []
    for visit in visits:
        verdict = judge(known, visit, barber_id, start)
        same = [services for other, services in groups if other == verdict]
        if same:
            same[0].append(visit.ids)
        else:
            groups.append((verdict, [visit.ids]))
    for verdict, services in groups:
        yield BarberAnswer(barber_id=barber_id, visits=tuple(services), verdict=verdict)


def _obstacles(known: Known, visit: Visit, barber_id: BarberId, start: datetime) -> Obstacles:
    day = local_day(start, known.shop.zone)
    key = DiaryKey(shop_id=known.shop.id, barber_id=barber_id, day=day)
    return Obstacles(known.diaries.get(key, DiaryRecord()), known.bookings, visit, start)

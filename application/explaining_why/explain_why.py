"""Answering auditors who ask why a time was offered, or why it was not."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from application.explaining_why.answers import Explanation
from application.explaining_why.citing import cite
from application.explaining_why.diary_record import DiaryRecord, diary_record
from application.explaining_why.explain import Known, explain
from application.explaining_why.obstacles import Arranged, Bookings
from application.ports import EventStore, Recorded
from domain import appointment, shop_settings
from domain.appointment import AppointmentBooked, AppointmentMoved
from domain.diary import DiaryKey, TimeClaimed
from domain.identifiers import BarberId, ServiceId, ShopId
from domain.shop import Shop, Visit, visit
from domain.shop_settings import ShopSettingsLoaded
from domain.wall_time import local_day


class NoSettings(Exception):
    """Until the moment asked about, the record holds no settings of that shop."""


class NotInSettings(Exception):
    """The settings in force then have no service or barber of that id; `known` are those they had."""

    def __init__(self, what: str, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(what, asked, known)
        self.what = what
        self.asked = asked
        self.known = known


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Why `start` was or was not offered at `now`, going by events up to `position`.

    `services` make one visit; none stands for each service of the shop alone. No `barber` stands
    for all of the shop's.
    """

    shop_id: ShopId
    start: datetime
    now: datetime
    position: int
    services: tuple[str, ...] = ()
    barber: str | None = None


class ExplainWhy:
    """Reads the plain streams that mattered, cut at a position, and nothing of anybody's chats."""

    def __init__(self, store: EventStore) -> None:
        self._store = store

    async def __call__(self, question: Question) -> Explanation:
        """The answer. Raises `NoSettings`, `NotInSettings` and `Unavailable`."""
        loaded = await self._settings(question)
        if not isinstance(loaded.event, ShopSettingsLoaded):
            raise NoSettings
        shop = loaded.event.shop
        visits, barbers = _visits(shop, question.services), _barbers(shop, question.barber)
        diaries = await self._diaries(question, shop, barbers)
        known = Known(
            shop=shop,
            now=question.now,
            diaries=diaries,
            bookings=await self._bookings(question, diaries),
        )
        return Explanation(
            shop_id=shop.id,
            start=question.start,
            known_at=question.now,
            position=question.position,
            settings=cite(loaded),
            settings_version=shop.version,
            second_showing=bool(question.start.astimezone(shop.zone).fold),
            answers=explain(known, question.start, barbers, visits),
        )

    async def _settings(self, question: Question) -> Recorded:
        (history,) = await self._known(question, [shop_settings.stream(question.shop_id)])
        if not history:
            raise NoSettings
        return history[-1]

    async def _diaries(
        self, question: Question, shop: Shop, barbers: Sequence[BarberId]
    ) -> Mapping[DiaryKey, DiaryRecord]:
        day = local_day(question.start, shop.zone)
        keys = [DiaryKey(shop_id=shop.id, barber_id=one, day=day) for one in barbers]
        histories = await self._known(question, [key.stream for key in keys])
        records = map(diary_record, histories)
        return dict(zip(keys, records, strict=True))

    async def _bookings(
        self, question: Question, diaries: Mapping[DiaryKey, DiaryRecord]
    ) -> Bookings:
        """What arranged each appointment that has time in one of the diaries."""
        events = (origin.event for one in diaries.values() for origin in one.origins.values())
        ids = sorted({one.appointment_id for one in events if isinstance(one, TimeClaimed)})
        histories = await self._known(question, [appointment.stream(one) for one in ids])
        pairs = zip(ids, map(_arranged, histories), strict=True)
        return {appointment_id: one for appointment_id, one in pairs if one is not None}

    async def _known(
        self, question: Question, streams: Sequence[str]
    ) -> list[tuple[Recorded, ...]]:
        histories = await self._store.load(streams) if streams else ()
        return [
            tuple(one for one in history if one.position <= question.position)
            for history in histories
        ]


def _arranged(history: Sequence[Recorded]) -> Arranged | None:
    booked = [one for one in history if isinstance(one.event, AppointmentBooked)]
    moves = [one for one in history if isinstance(one.event, AppointmentMoved)]
    if not booked:
        return None
    return Arranged(booked=booked[0], moved=moves[-1] if moves else None)


def _visits(shop: Shop, services: tuple[str, ...]) -> tuple[Visit, ...]:
    known = tuple(one.id for one in shop.services)
    unknown = [one for one in services if one not in known]
    if unknown:
        raise NotInSettings("service", unknown[0], known)
    if services:
        return (visit(shop, tuple(ServiceId(one) for one in services)),)
    return tuple(visit(shop, (one,)) for one in known)


def _barbers(shop: Shop, barber: str | None) -> tuple[BarberId, ...]:
    known = tuple(one.id for one in shop.barbers)
    if barber is None:
        return known
    if barber not in known:
        raise NotInSettings("barber", barber, known)
    return (BarberId(barber),)

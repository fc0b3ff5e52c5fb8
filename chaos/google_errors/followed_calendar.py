"""Marco's calendar as a worker follows it, and what the log made of it."""

import contextlib
from datetime import timedelta
from typing import TypeVar

from redis.asyncio import Redis

from application.events import Event
from application.follow_calendar import FollowCalendar
from application.ledger import Ledger
from application.ports import Append, CalendarRefused, Stamp, Unavailable
from application.recording import Recording
from application.watch_calendar import WatchCalendar
from chaos.google_errors.back_office import VISIT
from chaos.memory_log import MemoryLog
from chaos.races.wishes import NOW, SHOP
from chaos.virtual_clock import VirtualClock
from domain import appointment, calendar_entry
from domain.appointment import AppointmentBooked
from domain.calendar_entry import CalendarEntryWritten
from domain.diary import DiaryKey, TimeClaimed
from domain.wall_time import local_day
from entrypoints.following import EVERY
from infrastructure.calendar_rounds import RedisCalendarRounds
from infrastructure.google.channels import GoogleCalendarChannels
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.reader import GoogleCalendarReader
from infrastructure.identities import RandomIdentities
from infrastructure.known_channels import RedisKnownChannels
from tests.fakes.clock import StandingClock

CALENDAR = SHOP.barbers[0].calendar_id
STAMP = Stamp(at=NOW, actor="bot", cause="chaos", correlation="chaos")

T = TypeVar("T", bound=Event)


class FollowedCalendar:
    """The real parts that read, over real HTTP; the places of the calendars lie in Redis."""

    def __init__(
        self,
        connection: GoogleConnection,
        client: Redis,
        seconds: VirtualClock,
        *,
        kind: type[GoogleCalendarReader] = GoogleCalendarReader,
    ) -> None:
        self._seconds = seconds
        self._log = MemoryLog()
        self._clock = StandingClock(NOW)
        self._rounds = RedisCalendarRounds(client)
        self._known = RedisKnownChannels(client)
        self._channels = GoogleCalendarChannels(connection)
        self._address = "https://first.example/"
        self._follow = FollowCalendar(
            store=self._log,
            reader=kind(connection),
            rounds=self._rounds,
            recording=Recording(store=self._log, clock=self._clock, actor="calendar"),
            clock=self._clock,
            shops={SHOP.id: SHOP},
        )

    async def knows(self, visit: AppointmentBooked, event_id: str) -> None:
        """Have the visit booked, and its event written."""
        claimed = TimeClaimed(
            appointment_id=VISIT,
            start=visit.start,
            end=visit.end,
            before=timedelta(0),
            after=timedelta(0),
        )
        written = CalendarEntryWritten(
            calendar_id=CALENDAR, event_id=event_id, appointment_version=1, etag='"1"'
        )
        key = DiaryKey(
            shop_id=SHOP.id,
            barber_id=visit.barber_id,
            day=local_day(visit.start, SHOP.zone),
        )
        appends = [
            Append(stream=appointment.stream(VISIT), expected=0, events=(visit,)),
            Append(stream=calendar_entry.stream(VISIT), expected=0, events=(written,)),
            Append(stream=key.stream, expected=0, events=(claimed,)),
        ]
        await self._log.append(appends, STAMP)

    async def round(self) -> bool:
        """Watch it and read it a minute later, as the worker does; whether it could be read."""
        self._seconds.forward_to(self._seconds.seconds + EVERY.total_seconds())
        watch = WatchCalendar(
            channels=self._channels,
            known=self._known,
            token_of=lambda channel_id: f"token of {channel_id}",
            clock=self._clock,
            identities=RandomIdentities(),
            address=self._address,
        )
        with contextlib.suppress(Unavailable, CalendarRefused):
            await watch(CALENDAR)
        taken = await self._rounds.hold(CALENDAR)
        if taken is None:
            raise RuntimeError("somebody else follows the calendar")
        try:
            await self._follow(taken)
        except (Unavailable, CalendarRefused):
            return False
        finally:
            await self._rounds.end(taken, again=None)
        return True

    def moves_out(self) -> None:
        """Be reached at another address from now on: the old channel is of no use any more."""
        self._address = "https://second.example/"

    def sleeps(self) -> None:
        """Let a night pass."""
        self._clock.forward(timedelta(days=1))

    async def blocks(self) -> set[str]:
        """The foreign events that take time out of Marco's diaries."""
        today = local_day(NOW, SHOP.zone)
        days = (today + timedelta(days=n) for n in range(7))
        keys = [DiaryKey(shop_id=SHOP.id, barber_id=SHOP.barbers[0].id, day=day) for day in days]
        diaries = await Ledger(self._log).diaries(keys)
        return {one.id for diary in diaries.values() for one in diary.blocks}

    def recorded(self, kind: type[T]) -> list[T]:
        """Every event of that kind."""
        return [one.event for one in self._log.recorded if isinstance(one.event, kind)]

    async def channels(self) -> list[str]:
        """The channels that are known, with their addresses."""
        return [one.address for one in await self._known.all()]

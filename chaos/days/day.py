"""One day: from nine to seven, and then until all is quiet."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from application.ports import CalendarRefused, Unavailable
from chaos.days.guest import Guest
from chaos.days.phones import BadPhones
from chaos.days.rules import Rules
from chaos.deliveries.traffic import Disorder, Traffic
from chaos.house.house import House
from chaos.house.phones import Arrived
from chaos.posting import progressed
from domain.appointment import Status
from entrypoints.settings import Settings

GUESTS = 5
MINUTES = 600
MESSAGES = 12  # of a guest in a day, about
MOST_ROUNDS = 40  # of the worker in a minute
EVENING = 2000  # minutes at most until all is quiet
LOST_STATUSES = 0.3
CALENDAR_AWAY = 0.02  # of the minutes
DISORDER = Disorder(twice=0.2, late=0.1)
CRASHES = 0.003
STATUSES = ("sent", "delivered", "read")


class Day:
    """A house, its guests, and the rules; all of it is a function of the seed."""

    def __init__(self, settings: Settings, *, seed: str) -> None:
        random.seed(seed)  # the worker takes the length of its pauses from there
        self.chance = Random(f"guests {seed}")  # noqa: S311 - chance, not a secret
        self.house = House(
            settings, BadPhones(self._arrived, self.chance), seed=seed, often=CRASHES
        )
        self.rules = Rules()
        self.arrived: Counter[str] = Counter()
        self._guests = {
            one.wa_id: one for one in (Guest(number, self.chance) for number in range(GUESTS))
        }
        self._traffic = Traffic(DISORDER, self.chance)

    async def broken(self) -> list[str]:
        """Live through the day; the first rules that were broken, or none."""
        await self.house.open()
        for minute in range(MINUTES + EVENING):
            await self._minute(is_open=minute < MINUTES)
            found = [*self.rules.broken(self.house.log.recorded), *self._doubles()]
            if found:
                return [f"minute {minute}: {one}" for one in found]
            if minute > MINUTES and not self._traffic and await self.house.quiet():
                return [*self._at_night()]
        return ["it is never quiet"]

    async def _minute(self, *, is_open: bool) -> None:
        self.house.clock.forward(timedelta(minutes=1))
        self.house.pass_time(60)
        for guest in self._guests.values():
            if is_open and self.chance.random() < MESSAGES / MINUTES:
                self._traffic.send(guest.speaks(self.house.clock.now()))
        if self.chance.random() < CALENDAR_AWAY:
            self.house.calendar.will(Unavailable("google"), CalendarRefused("forbidden"))
        self._traffic.send_again(await self.house.post(self._traffic.arriving()))
        for _ in range(MOST_ROUNDS):
            if await self.house.quiet() or not await self.house.work():
                return

    def _arrived(self, arrived: Arrived) -> None:
        self.arrived[arrived.callback] += 1
        guest = self._guests.get(arrived.wa_id)
        if guest is None:
            return
        guest.sees(arrived)
        for status in STATUSES:
            if self.chance.random() > LOST_STATUSES:
                told = progressed(
                    arrived.message_id, arrived.wa_id, status=status, callback=arrived.callback
                )
                self._traffic.send(told)

    def _doubles(self) -> Iterator[str]:
        for callback, times in self.arrived.items():
            if callback and times > 1:
                yield f"{callback} was sent {times} times"

    def _at_night(self) -> Iterator[str]:
        """Everything that was written is in the log, and the calendars show what stands."""
        spoke = {name for guest in self._guests.values() for name in guest.spoke}
        for name in sorted(spoke - self.rules.received):
            yield f"{name} was acknowledged and never taken in"
        if self.house.post_office.given_up:
            return  # staff has yet to look, so that calendars may lag behind
        booked = {
            (stream.partition(":")[2], one.start)
            for stream, one in self.rules.appointments.items()
            if one.status is Status.BOOKED
        }
        shown = {(one.appointment_id, one.start) for one in self.house.calendar.entries.values()}
        for appointment_id, start in sorted(booked ^ shown):
            yield f"calendar and appointments differ: {appointment_id} at {start}"

"""A customer who has a barber's day alone, so that nobody else changes what comes of it."""

from datetime import datetime, timedelta
from random import Random

from application.ports import Template
from chaos.house.phones import Arrived
from chaos.posting import tapped, written
from chaos.races.wishes import FIRST_DAY, SHOP
from domain.reply import CancelAnyway, Choice, Confirm, Keep, NotNow, ShowAppointment

STEPS = 5
SUNDAY = 6
HALF_HOURS = 20
DAYS = tuple(
    day
    for day in (FIRST_DAY + timedelta(days=n) for n in range(58))
    if day.weekday() != SUNDAY
)  # fmt: skip
TAPPED = (Confirm, NotNow, ShowAppointment, CancelAnyway, Keep)


class Patron:
    """Books, and then goes on by chance: each answer leads to the next message, once."""

    def __init__(self, number: int, *, seed: str) -> None:
        self.wa_id = f"1555{number:07}"
        self._seed = f"{seed} {number}"
        self._barber = SHOP.barbers[number % len(SHOP.barbers)].name
        self._day = DAYS[number // len(SHOP.barbers)]
        self._steps = 0
        self._heard: set[str] = set()

    def begins(self) -> bytes:
        """The first message."""
        return self._write(f"Book haircut with {self._barber} on {self._when(self._chance())}")

    def hears(self, arrived: Arrived) -> bytes | None:
        """The next message; none where this answer came before, or everything is said."""
        if arrived.callback in self._heard or self._steps == STEPS:
            return None
        self._heard.add(arrived.callback)
        if isinstance(arrived.content, Template):
            return None
        chance = self._chance()
        choices = [one for one in arrived.content.choices if isinstance(one.meaning, TAPPED)]
        if choices and chance.random() < 1 / 2:
            return self._tap(chance.choice(choices))
        return self._write(chance.choice(self._texts(chance)))

    def _texts(self, chance: Random) -> tuple[str, ...]:
        when = self._when(chance)
        return (
            f"Book haircut with {self._barber} on {when}",
            f"move my appointment to {when}",
            "cancel my appointment",
            "What time do you open?",
        )

    def _when(self, chance: Random) -> str:
        at: datetime = self._day + timedelta(minutes=30 * chance.randrange(HALF_HOURS))
        return f"{at:%B} {at.day} at {at:%I:%M %p}"

    def _write(self, words: str) -> bytes:
        return written(self._next_id(), self.wa_id, words)

    def _tap(self, choice: Choice) -> bytes:
        return tapped(self._next_id(), self.wa_id, choice)

    def _next_id(self) -> str:
        self._steps += 1
        return f"wamid.{self.wa_id}.{self._steps}"

    def _chance(self) -> Random:
        return Random(f"{self._seed} {self._steps}")  # noqa: S311 - chance, not a secret

"""A customer who wants many things, in any order, and taps on whatever was ever shown."""

from datetime import datetime, timedelta
from random import Random

from application.ports import Template
from chaos.house.phones import Arrived
from chaos.posting import tapped, written
from chaos.races.wishes import SHOP
from domain.reply import Ask, Choice

TEXTS = (
    "hi",
    "book a haircut",
    "Book haircut tomorrow at {hour}:00 pm",
    "Book shave with {barber} tomorrow at {hour}:30 pm",
    "quiero un corte mañana a las {hour} de la tarde",
    "haircut and beard on friday with {barber}",
    "anything later?",
    "move my appointment to tomorrow at {hour}:30 pm",
    "cancel my appointment",
    "what time do you close?",
    "yes",
    "no",
    "stop",
    "gracias",
)
RECENT = 4  # choices


class Guest:
    """Speaks by chance; a tap on an old button is as good as one on a new one."""

    def __init__(self, number: int, random: Random) -> None:
        self.wa_id = f"1555{number:07}"
        self.spoke: list[str] = []
        self._random = random
        self._shown: list[Choice] = []

    def sees(self, arrived: Arrived) -> None:
        """Look at what came."""
        if not isinstance(arrived.content, Template):
            choices = arrived.content.choices
            self._shown += [one for one in choices if one.meaning != Ask(topic="person")]

    def speaks(self, now: datetime) -> bytes:
        """The next message, as it leaves the phone."""
        self.spoke.append(f"wamid.{self.wa_id}.{len(self.spoke)}")
        at = now - timedelta(seconds=1)
        if self._shown and self._random.random() < 1 / 2:
            seen = self._shown if self._random.random() < 1 / 5 else self._shown[-RECENT:]
            return tapped(self.spoke[-1], self.wa_id, self._random.choice(seen), at=at)
        words = self._random.choice(TEXTS).format(
            hour=self._random.randint(1, 6), barber=self._random.choice(SHOP.barbers).name
        )
        return written(self.spoke[-1], self.wa_id, words, at=at)

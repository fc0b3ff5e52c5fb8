"""Some dozens of customers, from their first message until all is quiet again."""

import random
from collections import Counter

import msgspec

from chaos.deliveries.patron import Patron
from chaos.deliveries.traffic import Disorder, Traffic
from chaos.house.house import House
from chaos.house.phones import Arrived, Phones
from chaos.posting import progressed
from entrypoints.settings import Settings

PATRONS = 30
A_MOMENT, A_WHILE = 0.02, 1.0  # seconds
LONGEST = 100_000  # turns of the loop, of which a wave takes some thousands
STATUSES = ("sent", "delivered", "read")


class Weather(msgspec.Struct, frozen=True, kw_only=True):
    """How rough it is: what comes twice and late, and how many waits end in a crash."""

    disorder: Disorder = Disorder()
    crashes: float = 0.0


class NeverQuiet(Exception):
    """Something goes round and round."""


class Wave:
    """Plays the customers and WhatsApp; the house is what it is afterwards."""

    def __init__(self, settings: Settings, *, seed: str, weather: Weather) -> None:
        random.seed(seed)  # the worker takes the length of its pauses from there
        self.house = House(settings, Phones(self._arrived), seed=seed, often=weather.crashes)
        self.traffic = Traffic(weather.disorder, self.house.random)
        self.sent: Counter[str] = Counter()
        self.in_doubt = 0
        patrons = [Patron(number, seed=seed) for number in range(PATRONS)]
        self._patrons = {one.wa_id: one for one in patrons}

    async def play(self) -> None:
        """Return once nothing is under way and nothing is left to do. Raises `NeverQuiet`.

        What is listed as in doubt was never sent, for every status arrives: staff sends it again.
        """
        await self.house.open()
        for patron in self._patrons.values():
            self.traffic.send(patron.begins())
        for _ in range(LONGEST):
            arriving = self.traffic.arriving()
            self.traffic.send_again(await self.house.post(arriving))
            is_busy = await self.house.work() or bool(self.traffic)
            if not is_busy and await self.house.quiet():
                given_up = await self.house.resend()
                self.in_doubt += given_up
                if not given_up:
                    return
            self.house.pass_time(A_MOMENT if is_busy else A_WHILE)
        raise NeverQuiet

    def _arrived(self, arrived: Arrived) -> None:
        self.sent[arrived.callback] += 1
        for status in STATUSES:
            told = progressed(
                arrived.message_id, arrived.wa_id, status=status, callback=arrived.callback
            )
            self.traffic.send(told)
        patron = self._patrons.get(arrived.wa_id)
        said = patron.hears(arrived) if patron else None
        if said is not None:
            self.traffic.send(said)

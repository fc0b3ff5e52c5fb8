"""Departures in memory, held to the contract of those in Redis; a test may bring its own clock."""

import time
from collections.abc import Callable, Mapping
from datetime import timedelta

from application.ports import PAUSE, Held, Identities, InDoubt, Leave, NumberPaused, Word

BURST, EVERY = 45, 6.0
PROBE: Mapping[Word, float] = {"answer": 60.0, "status": 300.0}


class Pause:
    """A number that waits."""

    def __init__(self) -> None:
        self.over = 0.0
        self.times = 0
        self.code = 0
        self.word: Word = "answer"
        self.tries = ""


class InMemoryDepartures:
    """The port `Departures`; `seconds` is the machine's clock."""

    def __init__(
        self, identities: Identities, *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self.started: dict[str, str] = {}
        self._identities = identities
        self._seconds = seconds
        self._full: dict[tuple[str, ...], float] = {}
        self._pauses: dict[str, Pause] = {}

    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        now = self._seconds()
        if name in self.started:
            raise InDoubt("whatsapp")
        pause = self._pauses.get(number)
        if pause and now < pause.over:
            by = timedelta(seconds=pause.over - now)
            raise NumberPaused(number, pause.code, by=by, first=False)
        burst = per_second // 4
        buckets: tuple[tuple[tuple[str, ...], int, float], ...] = (
            ((number,), burst, 1 / (per_second - burst)),
            ((number, person), BURST, EVERY),
        )
        full = {key: max(now, self._full.get(key, 0.0)) + every for key, _, every in buckets}
        wait = max(full[key] - size * every - now for key, size, every in buckets)
        if wait > 1e-6:
            raise Held(timedelta(seconds=wait))
        self._full.update(full)
        attempt = self.started[name] = self._identities.fresh()
        if pause:
            pause.over, pause.tries = now + PROBE[pause.word], name
        return Leave(name=name, number=number, attempt=attempt)

    async def settle(self, leave: Leave, *, sent: bool) -> None:
        if self.started.get(leave.name) == leave.attempt:
            del self.started[leave.name]
        if sent:
            self._end_pause(leave.number, leave.name, "answer")

    async def confirm(self, name: str, *, number: str) -> None:
        self._end_pause(number, name, "status")

    def _end_pause(self, number: str, name: str, word: Word) -> None:
        pause = self._pauses.get(number)
        if pause and pause.tries == name and (word == "status" or pause.word == "answer"):
            del self._pauses[number]

    async def forget(self, name: str) -> None:
        self.started.pop(name, None)

    async def hold(
        self, number: str, *, per_second: int, person: str | None, by: timedelta
    ) -> None:
        burst = per_second // 4
        size, every = (BURST, EVERY) if person else (burst, 1 / (per_second - burst))
        key = (number, person) if person else (number,)
        full = self._seconds() + (size - 1) * every + by.total_seconds()
        self._full[key] = max(full, self._full.get(key, 0.0))

    async def pause(
        self,
        number: str,
        code: int,
        *,
        name: str,
        word: Word = "answer",
        shortest: timedelta = PAUSE,
    ) -> NumberPaused:
        now, pause = self._seconds(), self._pauses.setdefault(number, Pause())
        pause.word = "status" if pause.word == "status" else word
        if pause.tries != name and (pause.tries or now < pause.over):
            left = timedelta(seconds=max(0.001, pause.over - now))
            return NumberPaused(number, code, by=left, first=False)
        first = shortest.total_seconds()
        seconds = min(max(3600.0, 6 * first), first * 2**pause.times)
        pause.times, pause.code, pause.tries = pause.times + 1, code, ""
        pause.over = now + seconds
        by = timedelta(seconds=seconds)
        return NumberPaused(number, code, by=by, first=pause.times == 1)

    async def paused(self) -> Mapping[str, int]:
        return {number: pause.code for number, pause in self._pauses.items()}

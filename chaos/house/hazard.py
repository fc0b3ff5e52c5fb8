"""What may happen whenever the service waits for something outside of it."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from inspect import iscoroutinefunction
from random import Random
from typing import TypeVar, cast

T = TypeVar("T")


class Crash(BaseException):
    """The process ends here and now: no `except Exception` sees it, and nothing is tidied up."""


class Hazard:
    """Crashes by chance, `often` of all times that somebody passes; it lets others have a turn."""

    def __init__(self, random: Random, *, often: float) -> None:
        self.often = often
        self.crashes = 0
        self._random = random

    async def pass_by(self) -> None:
        """Go on after others, or never."""
        await asyncio.sleep(0)
        if self._random.random() < self.often:
            self.crashes += 1
            raise Crash


def hazardous(port: T, hazard: Hazard) -> T:
    """The same port, with the hazard before and after each of its awaits."""
    return cast("T", _Hazardous(port, hazard))  # it has every method of the port


class _Hazardous:
    """Passes all on; crashes come before the effect, or after it and before its answer."""

    def __init__(self, port: object, hazard: Hazard) -> None:
        self._port = port
        self._hazard = hazard

    def __getattr__(self, name: str) -> object:
        found = getattr(self._port, name)
        return self._between(found) if iscoroutinefunction(found) else found

    def _between(self, call: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
        @wraps(call)
        async def passed(*args: object, **kwargs: object) -> object:
            await self._hazard.pass_by()
            answer = await call(*args, **kwargs)
            await self._hazard.pass_by()
            return answer

        return passed

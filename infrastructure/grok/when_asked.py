"""The model, made when it is first asked: its SDK takes half of the service's start."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from application.ports import Asker, Interpreter
from application.understanding.reading import Context, Reading
from domain.conversation import Line


class Model(Interpreter, Protocol):
    """An interpreter that holds connections."""

    async def aclose(self) -> None:
        """Let them go."""
        ...


class GrokWhenAsked:
    """Makes the interpreter in a thread, and hands every question on to it."""

    def __init__(self, make: Callable[[], Model]) -> None:
        self._make = make
        self._made: Model | None = None

    async def aclose(self) -> None:
        """Close the model's connections; fine if it was never asked."""
        if self._made is not None:
            await self._made.aclose()

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        """What the model makes of the text."""
        if self._made is None:
            self._made = await asyncio.to_thread(self._make)
        return await self._made.read(text, context, lines, asker=asker)

"""The model, made when it is first asked: its SDK takes half of the service's start."""

import asyncio
from collections.abc import Callable

from application.ports import Asker, Interpreter
from application.understanding.reading import Context, Reading
from domain.conversation import Line


class GrokWhenAsked:
    """Makes the interpreter in a thread, and hands every question on to it."""

    def __init__(self, make: Callable[[], Interpreter]) -> None:
        self._make = make
        self._made: Interpreter | None = None

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        """What the model makes of the text."""
        if self._made is None:
            self._made = await asyncio.to_thread(self._make)
        return await self._made.read(text, context, lines, asker=asker)

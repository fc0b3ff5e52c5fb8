"""Customers who each write one message, so many a second, and what they hear."""

import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Thread
from typing import Self

from tests.service.parts import Outside

EVERY = 0.05  # seconds: twenty messages a second
AT_ONCE = 8
TEXTS = ("What time do you open?", "hello", "Book haircut tomorrow at 2pm", "how much is a shave?")


class Crowd:
    """Writes while it is entered; WhatsApp delivers each message until it is acknowledged.

    Leaving raises whatever kept a message from being written.
    """

    def __init__(self, outside: Outside) -> None:
        self.wrote: list[str] = []
        self.seconds = 0.0
        self._outside = outside
        self._ended = Event()
        self._thread = Thread(target=self._write, name="crowd")
        self._writing: list[Future[None]] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        for one in self._writing:
            one.result()

    @property
    def pace(self) -> float:
        """How many messages were really written in a second."""
        return len(self.wrote) / self.seconds

    def answers(self, of: Iterable[str]) -> dict[str, int]:
        """How many messages came to each of these phones."""
        return {wa_id: len(self._outside.heard(wa_id)) for wa_id in of}

    def _write(self) -> None:
        begun = time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as phones:
            while not self._ended.wait(begun + len(self.wrote) * EVERY - time.monotonic()):
                number = len(self.wrote)
                wa_id = f"1555{number:07}"
                self.wrote.append(wa_id)
                words = TEXTS[number % len(TEXTS)]
                self._writing.append(phones.submit(self._outside.say, wa_id, words))
        self.seconds = time.monotonic() - begun

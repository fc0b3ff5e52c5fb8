"""Customers who each write one message, so many a second, whatever they hear."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Thread
from typing import Self

from tests.service.parts import Outside

EVERY = 0.05  # seconds: twenty messages a second
AT_ONCE = 8
TEXTS = ("What time do you open?", "hello", "Book haircut tomorrow at 2pm", "how much is a shave?")


class Crowd:
    """Writes while it is entered; WhatsApp delivers each message until it is acknowledged.

    Nobody waits for an answer, their own or another's. Leaving raises whatever kept a message
    from being written; `seconds` is how long they wrote, and `in_time` how many had by then.
    """

    def __init__(self, outside: Outside) -> None:
        self.wrote: list[str] = []
        self.seconds = 0.0
        self.in_time = 0
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
    def offered(self) -> float:
        """How many messages were written in a second."""
        return len(self.wrote) / self.seconds

    @property
    def taken(self) -> float:
        """How many of them WhatsApp had taken by the end, in a second."""
        return self.in_time / self.seconds

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
            self.in_time = sum(one.done() for one in self._writing)

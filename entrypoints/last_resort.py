"""The end of a process that was told to end, whatever hangs in it."""

import logging
import os
import signal
import threading
from collections.abc import Callable

PATIENCE = 7.5  # seconds, of the ten that whoever stops a process gives it, on a busy machine too
WORDS = 0.5  # seconds for the last of them, which hang where nobody reads them

log = logging.getLogger("barbershop")


def on_signals(end: Callable[[], object], *, patience: float = PATIENCE) -> None:
    """Have SIGTERM and SIGINT end the process: by `end`, and after so many seconds in any case.

    The time counts from the signal, whether or not an event loop turns.
    """

    def told(*_: object) -> None:
        end_in_time(patience)
        end()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told)


def end_in_time(patience: float = PATIENCE) -> None:
    """End the process after so many seconds, if it has not ended by itself.

    A thread that waits for Redis or Google, or a Redis of our own that does not stop, cannot be
    cancelled. Nothing is lost: what was in hand is leased, and comes to another worker.
    """
    timer = threading.Timer(patience, _end)
    timer.daemon = True
    timer.start()


def _end() -> None:
    telling = threading.Thread(target=_tell, daemon=True)
    telling.start()
    telling.join(WORDS)
    os._exit(0)


def _tell() -> None:
    names = [one.name for one in threading.enumerate() if not one.daemon]
    log.warning("ended while something hung; still running: %s", ", ".join(sorted(names)))
    logging.shutdown()

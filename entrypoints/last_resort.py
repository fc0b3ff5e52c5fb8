"""The end of a process that was told to end, whatever hangs in it."""

import logging
import os
import threading

PATIENCE = 9.0  # seconds, of the ten that whoever stops a process gives it

log = logging.getLogger("barbershop")


def end_in_time(patience: float = PATIENCE) -> None:
    """End the process after so many seconds, if it has not ended by itself.

    A thread that waits for Google, or a Redis of our own that does not stop, cannot be cancelled.
    Nothing is lost: what was in hand is leased, and comes to another worker.
    """
    timer = threading.Timer(patience, _end)
    timer.daemon = True
    timer.start()


def _end() -> None:
    names = [one.name for one in threading.enumerate() if not one.daemon]
    log.warning("ended while something hung; still running: %s", ", ".join(sorted(names)))
    logging.shutdown()
    os._exit(0)

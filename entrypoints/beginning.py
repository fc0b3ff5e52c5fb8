"""What a worker does before it takes anything."""

import logging

from application.record_settings import RecordSettings
from infrastructure.outbox.paused_numbers import PausedNumbers

log = logging.getLogger("barbershop.worker")


class Beginning:
    """Records the settings, and lets paused numbers try: a start often follows a mend of them."""

    def __init__(self, record_settings: RecordSettings, numbers: PausedNumbers) -> None:
        self._record_settings = record_settings
        self._numbers = numbers

    async def __call__(self) -> None:
        """Raises `Unavailable`; it may be done again."""
        await self._record_settings()
        for number in await self._numbers.resume():
            log.info(
                "the number %s was paused: its next message tries whether that is over", number
            )

"""Recording the settings by which each shop is run from now on."""

from collections.abc import Iterable

from application.ledger import Ledger
from application.recording import Recording
from domain.shop import Shop


class RecordSettings:
    """Takes shops' settings into the record; those that are in force already change nothing."""

    def __init__(self, recording: Recording, *, shops: Iterable[Shop]) -> None:
        self._recording = recording
        self._shops = tuple(shops)

    async def __call__(self) -> None:
        """Record what is new of them. Raises `Unavailable`."""
        for shop in self._shops:
            await self._record(shop)

    async def _record(self, shop: Shop) -> None:
        async def load(ledger: Ledger) -> None:
            page = await ledger.shop_settings(shop.id)
            page.record(page.state.load(shop))

        cause = f"settings:{shop.version}"
        await self._recording(load, cause=cause, correlation=cause, policy=shop.version)

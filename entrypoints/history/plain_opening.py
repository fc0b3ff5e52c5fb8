"""What is plain in the log, opened for a command that reads no personal data."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager

import click
import msgspec

from application.ports import EventStore
from application.replaying.comparison import LiveNames
from domain import shop_settings
from domain.identifiers import ShopId
from domain.shop import Shop
from domain.shop_settings import ShopSettingsLoaded
from entrypoints.history.log_opening import FAILED, opened
from entrypoints.settings import Settings
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import InMemoryKeyVault
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.replaying.plain_log import PlainLog


class PlainReading(msgspec.Struct, frozen=True, kw_only=True):
    """The plain log from its beginning, and its streams one by one; neither has any key."""

    log: PlainLog
    store: EventStore
    live_names: LiveNames
    settings: Settings

    def shop(self, shop_id: str | None) -> Shop:
        """The shop as it is on record now, else as the settings have it; the first if none is named.

        Raises `click.BadParameter` with all that are known.
        """
        by_id = {str(one.id): one for one in self.settings.shops}
        if shop_id is None:
            return self.settings.shops[0]
        stream = shop_settings.stream(ShopId(shop_id))
        (history,) = asyncio.run(self.store.load([stream]))
        loaded = [one.event for one in history if isinstance(one.event, ShopSettingsLoaded)]
        if loaded:
            return loaded[-1].shop
        if shop_id in by_id:
            return by_id[shop_id]
        known = ", ".join(sorted({*by_id, *self.log.shops()}))
        raise click.BadParameter(f"the shops are: {known}.", param_hint="--shop")


@contextmanager
def plain_reading(settings: Settings) -> Iterator[PlainReading]:
    """The plain log while Redis is open; ends with words where it cannot be read."""
    vault = InMemoryKeyVault()  # empty: what is read here needs no key
    with (
        opened(settings, ended=FAILED) as it,
        closing(RecordedEventStore(it.recorder, EventCodec(vault))) as store,
    ):
        yield PlainReading(
            log=PlainLog(it.recorder), store=store, live_names=it.live_names, settings=settings
        )

"""What staff can decide about calendars, opened for a command."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from application.open_matters import Matter, open_matters
from application.ports import Unavailable
from application.settle_matter import Settled, SettleMatter
from domain.identifiers import AppointmentId
from domain.shop import Shop
from entrypoints.history.log_opening import FAILED, opened
from entrypoints.settings import Settings
from entrypoints.shop_clock import clock_of
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.identities import RandomIdentities


class MattersDesk:
    """The open matters, for one thing after the other. Calls raise `Unavailable`."""

    def __init__(
        self, store: RecordedEventStore, runner: asyncio.Runner, settings: Settings
    ) -> None:
        self._store = store
        self._runner = runner
        self._shops: dict[str, Shop] = {shop.id: shop for shop in settings.shops}
        self._clock = clock_of(settings)
        self._settle = SettleMatter(
            store=store, clock=self._clock, identities=RandomIdentities(), shops=self._shops
        )

    def matters(self) -> tuple[Matter, ...]:
        """See `open_matters`."""
        now = self._clock.now()
        return self._runner.run(open_matters(self._store, self._shops.values(), now))

    def restore(self, appointment_id: AppointmentId) -> Settled:
        """See `SettleMatter.restore`."""
        return self._runner.run(self._settle.restore(appointment_id))

    def accept(self, appointment_id: AppointmentId) -> Settled:
        """See `SettleMatter.accept`."""
        return self._runner.run(self._settle.accept(appointment_id))


@contextmanager
def opened_desk(settings: Settings) -> Iterator[MattersDesk]:
    """The desk while the log is open; what keeps it from being read ends the command with words."""
    with opened(settings, ended=FAILED) as log, asyncio.Runner() as runner:
        store = RecordedEventStore(log.recorder, EventCodec(log.vault))
        try:
            yield MattersDesk(store, runner, settings)
        except Unavailable as outage:
            click.echo(f"Nothing was decided: {outage.service} does not answer.", err=True)
            sys.exit(FAILED)
        finally:
            store.close()

"""The sandbox of a service: its emulators, told where the service listens and whose shops it has."""

import contextlib
from collections.abc import AsyncIterator

import msgspec
from litestar import Router

from domain.shop import Shop
from entrypoints.container import Container
from entrypoints.sandbox_page.calendars import Calendars
from entrypoints.sandbox_page.customers import Customers
from entrypoints.sandbox_page.desk import Desk
from entrypoints.sandbox_page.events_feed import EventsFeed
from entrypoints.sandbox_page.fault_switches import FaultSwitches
from entrypoints.sandbox_page.hand_edits import HandEdits
from entrypoints.sandbox_page.pages import Pages
from entrypoints.sandbox_page.routes import page_router
from entrypoints.settings import SANDBOX_TOKEN, Settings
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.faults import Faults
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_write import GoogleWrite
from infrastructure.sandbox.phones import Phones
from infrastructure.sandbox.sandbox import Sandbox
from infrastructure.sandbox.settings import SandboxCalendar, SandboxNumber, SandboxSettings


class RunningSandbox(msgspec.Struct, frozen=True):
    """The sandbox with its routes; it delivers webhooks while it is entered."""

    sandbox: Sandbox
    routes: tuple[Router, ...]

    @contextlib.asynccontextmanager
    async def delivering(self) -> AsyncIterator[None]:
        """Deliver webhooks."""
        await self.sandbox.start()
        try:
            yield
        finally:
            await self.sandbox.stop()


def sandbox_of(settings: Settings, container: Container) -> RunningSandbox:
    """The sandbox around a service that listens on this machine."""
    clock = container.clock()
    if not isinstance(clock, SandboxClock):
        raise TypeError("a sandbox runs by its own clock")
    sandbox = Sandbox(
        settings=sandbox_settings(settings), redis=container.redis_async(), clock=clock
    )
    store = GoogleStore(container.redis_async())
    edits = HandEdits(store, GoogleWrite(store, clock))
    page = page_router(_desk(settings, container, clock), edits)
    return RunningSandbox(sandbox, (sandbox.router, page))


def _desk(settings: Settings, container: Container, clock: SandboxClock) -> Desk:
    """What the page shows, read from where the sandbox and the service keep it."""
    redis = container.redis_async()
    chats = Chats(redis)
    return Desk(
        shops=settings.shops,
        clock=clock,
        chats=chats,
        customers=Customers(Phones(redis), chats),
        calendars=Calendars(GoogleStore(redis)),
        feed=EventsFeed(container.event_store(), container.relay()),
        faults=FaultSwitches(Faults(redis)),
        pages=Pages(),
    )


def sandbox_settings(settings: Settings) -> SandboxSettings:
    """What the emulators have to know of the service."""
    return SandboxSettings(
        callback_url=f"http://127.0.0.1:{settings.port}/api/webhook",
        phone_numbers=tuple(
            SandboxNumber(id=shop.phone_number_id, display=shop.phone_number_id, name=shop.name)
            for shop in settings.shops
        ),
        calendars=tuple(calendar for shop in settings.shops for calendar in _calendars(shop)),
        timezone=settings.shops[0].timezone,
        app_secret=settings.whatsapp_app_secret,
        access_token=settings.whatsapp_access_token,
        google_token=SANDBOX_TOKEN,
        xai_key=settings.xai_api_key or SANDBOX_TOKEN,
    )


def _calendars(shop: Shop) -> tuple[SandboxCalendar, ...]:
    return tuple(
        SandboxCalendar(id=barber.calendar_id, summary=barber.name, timezone=shop.timezone)
        for barber in shop.barbers
    )

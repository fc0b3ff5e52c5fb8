"""What the page's routes answer: each part of the page, rendered from what the sandbox holds."""

import datetime as dt
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from domain.shop import Shop
from domain.wall_time import local_day
from entrypoints.sandbox_page.calendars import Calendars
from entrypoints.sandbox_page.chat_view import days_of
from entrypoints.sandbox_page.customers import Customers, Holder
from entrypoints.sandbox_page.error_form import SOURCES, ErrorForm, fault_of
from entrypoints.sandbox_page.event_lines import FAMILIES, lines_of, whole
from entrypoints.sandbox_page.events_feed import EventsFeed
from entrypoints.sandbox_page.fault_switches import FaultSwitches
from entrypoints.sandbox_page.pages import Pages
from entrypoints.sandbox_page.switches import SWITCHES
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.clock_routes import face

STARTERS = (
    ("en", "Book haircut tomorrow at 2pm"),
    ("en", "Fade with Ana on Friday after 5"),
    ("es", "Hola, quiero una cita"),
    ("es", "¿Cuánto cuesta un corte?"),
)


class PageWish(msgspec.Struct, frozen=True, kw_only=True):
    """What the address of the page asks for; a phone that is not known yet brings its name."""

    phone: str | None = None
    name: str = ""
    without_phone: bool = False
    shop: str | None = None


class Desk:
    """The page in its parts."""

    def __init__(  # noqa: PLR0913 - what the page shows
        self,
        *,
        shops: Sequence[Shop],
        clock: SandboxClock,
        chats: Chats,
        customers: Customers,
        calendars: Calendars,
        feed: EventsFeed,
        faults: FaultSwitches,
        pages: Pages,
    ) -> None:
        self.shops = shops
        self._clock = clock
        self._chats = chats
        self._customers = customers
        self._calendars = calendars
        self._feed = feed
        self._faults = faults
        self._pages = pages

    async def page(self, wish: PageWish) -> Markup:
        """The whole page, with all of its parts as they are now."""
        shop = self._shop(wish.shop)
        holder = await self._customers.holding(
            wish.phone, wish.name, without_phone=wish.without_phone
        )
        return self._pages.render(
            "page.html",
            shop=shop,
            shops=self.shops,
            holder=holder,
            clock=face(self._clock),
            families=FAMILIES,
            chat=await self.chat(holder.wa_id, shop.id, whole_page=True),
            calendar=await self.calendar(shop.id, None),
            events=await self.events("", ""),
            customers=await self.customers(holder.wa_id, shop.id),
            faults=await self.faults(whole_page=True),
            sources=SOURCES,
            errors=self.errors(next(iter(SOURCES))),
            faults_on=(await self._faults.view()).count,
        )

    async def chat(self, wa_id: str, shop_id: str | None, *, whole_page: bool = False) -> Markup:
        """The chat of a phone; on its own it also brings the line under the shop's name."""
        today = local_day(self._clock.now(), self._clock.zone)
        return self._pages.fragment(
            "chat.html",
            shop=self._shop(shop_id),
            days=days_of(await self._chats.read(wa_id), today),
            typing=await self._customers.typing(wa_id),
            starters=STARTERS,
            whole_page=whole_page,
        )

    async def calendar(self, shop_id: str | None, day: dt.date | None) -> Markup:
        """The barbers' day; without a day, where something happened last."""
        view = await self._calendars.view(self._shop(shop_id), self._clock.now(), day)
        return self._pages.fragment("calendar.html", view=view)

    async def events(self, family: str, words: str) -> Markup:
        """The newest events that fit."""
        entries = await self._feed.newest()
        lines = lines_of(entries, self._clock.zone, family=family, words=words)
        return self._pages.fragment("events.html", lines=lines, filtered=bool(family or words))

    async def event(self, position: int) -> Markup:
        """One event in full. Raises `KeyError`."""
        entry = await self._feed.at(position)
        return self._pages.render("event.html", event=whole(entry, self._clock.zone))

    async def customers(self, wa_id: str, shop_id: str | None) -> Markup:
        """Whose phone it can be."""
        everybody: Sequence[Holder] = await self._customers.all()
        shop = self._shop(shop_id)
        return self._pages.fragment("customers.html", everybody=everybody, here=wa_id, shop=shop)

    async def faults(self, *, whole_page: bool = False) -> Markup:
        """The switches of the faults; on its own it also brings their number for the header."""
        view = await self._faults.view()
        return self._pages.fragment(
            "faults.html", groups=SWITCHES, view=view, whole_page=whole_page
        )

    async def turn_fault(self, name: str, *, on: bool) -> Markup:
        """Switch a fault and show them all. Raises `KeyError`."""
        await (self._faults.turn_on(name) if on else self._faults.turn_off(name))
        return await self.faults()

    def errors(self, service: str) -> Markup:
        """The errors that the form offers for a service. Raises `KeyError`."""
        return self._pages.render("errors.html", source=SOURCES[service])

    async def add_error(self, form: ErrorForm) -> Markup:
        """Switch a documented error on and show all faults. Raises `Unreadable`."""
        await self._faults.add(fault_of(form))
        return await self.faults()

    async def turn_other_fault_off(self, mark: str) -> Markup:
        """Switch off a fault that has no switch, and show them all."""
        await self._faults.turn_off_other(mark)
        return await self.faults()

    async def turn_all_faults_off(self) -> Markup:
        """Switch every fault off and show them all."""
        await self._faults.turn_all_off()
        return await self.faults()

    def _shop(self, shop_id: str | None) -> Shop:
        return next((one for one in self.shops if one.id == shop_id), self.shops[0])

"""The page at `/` and its fragments, which htmx asks for again and again."""

import datetime as dt
from pathlib import Path
from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, QueryParameter

from entrypoints.sandbox_page.desk import Desk, PageWish
from entrypoints.sandbox_page.faults_panel_routes import FAULTS_PANEL
from entrypoints.sandbox_page.hand_edit_routes import HAND_EDITS
from entrypoints.sandbox_page.hand_edits import HandEdits
from entrypoints.sandbox_page.pages import changed, page
from entrypoints.security_headers import SECURITY_HEADERS
from entrypoints.static_files import static_files

STATIC = Path(__file__).with_name("static")

Phone = Annotated[str, QueryParameter(pattern="^[0-9]{5,20}$")]
ShopId = Annotated[str | None, QueryParameter(description="Absent is the first shop.")]
Seen = Annotated[str | None, QueryParameter(description="What the browser shows already.")]


@get("/")
async def whole(
    *,
    desk: NamedDependency[Desk],
    phone: Annotated[str | None, QueryParameter(pattern="^[0-9]{5,20}$")] = None,
    name: Annotated[str, QueryParameter(max_length=60)] = "",
    without_phone: Annotated[bool, QueryParameter()] = False,
    shop: ShopId = None,
) -> Response[str]:
    """The page, with the phone in a customer's hand."""
    wish = PageWish(phone=phone, name=name, without_phone=without_phone, shop=shop)
    return page(await desk.page(wish))


@get("/sandbox/page/chat")
async def chat(
    desk: NamedDependency[Desk], phone: Phone, shop: ShopId = None, seen: Seen = None
) -> Response[str]:
    """The chat of that phone."""
    return changed(await desk.chat(phone, shop), seen)


@get("/sandbox/page/calendar")
async def calendar(
    desk: NamedDependency[Desk],
    shop: ShopId = None,
    day: Annotated[str, QueryParameter(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = "",
    seen: Seen = None,
) -> Response[str]:
    """The barbers' day; an empty one follows the bookings."""
    return changed(await desk.calendar(shop, _date(day)), seen)


@get("/sandbox/page/events")
async def events(
    desk: NamedDependency[Desk],
    family: Annotated[str, QueryParameter()] = "",
    words: Annotated[str, QueryParameter()] = "",
    seen: Seen = None,
) -> Response[str]:
    """The newest events."""
    return changed(await desk.events(family, words), seen)


@get("/sandbox/page/events/{position:int}")
async def event(desk: NamedDependency[Desk], position: FromPath[int]) -> Response[str]:
    """One event in full."""
    try:
        return page(await desk.event(position))
    except KeyError as missing:
        raise NotFoundException(detail="nothing is recorded at that position") from missing


@get("/sandbox/page/customers")
async def customers(
    desk: NamedDependency[Desk],
    phone: Phone,
    shop: ShopId = None,
    seen: Seen = None,
) -> Response[str]:
    """Whose phone it can be."""
    return changed(await desk.customers(phone, shop), seen)


PARTS = (
    whole,
    chat,
    calendar,
    events,
    event,
    customers,
)


def page_router(desk: Desk, edits: HandEdits) -> Router:
    """Everything of the page, with the headers that keep it to itself."""
    static = static_files("/sandbox/page/static", STATIC, name="sandbox-page-static")
    return Router(
        "/",
        route_handlers=[*PARTS, *FAULTS_PANEL, *HAND_EDITS, static],
        dependencies={
            "desk": Provide(lambda: desk, sync_to_thread=False),
            "edits": Provide(lambda: edits, sync_to_thread=False),
            "shops": Provide(lambda: desk.shops, sync_to_thread=False),
        },
        response_headers=SECURITY_HEADERS,
        include_in_schema=False,
    )


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise NotFoundException(detail="there is no such day") from wrong

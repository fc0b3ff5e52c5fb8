"""The buttons that edit the calendars by hand; the page shows the result at its next look."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

from litestar import delete, patch, put
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_204_NO_CONTENT

from domain.shop import Barber, Shop
from entrypoints.sandbox_page.hand_edits import HandEdits
from infrastructure.sandbox.google_error import GoogleError

ROOM = "/sandbox/page/calendar/{shop_id:str}/{barber_id:str}"

Minute = Annotated[int, QueryParameter(ge=0, lt=24 * 60)]
Minutes = Annotated[int, QueryParameter(ge=-24 * 60, le=24 * 60)]


@put(f"{ROOM}/{{day:date}}", status_code=HTTP_204_NO_CONTENT)
async def block(
    *,
    edits: NamedDependency[HandEdits],
    shops: NamedDependency[Sequence[Shop]],
    shop_id: FromPath[str],
    barber_id: FromPath[str],
    day: FromPath[dt.date],
    minute: Minute,
) -> None:
    """Fill an hour of that day."""
    shop, barber = _found(shops, shop_id, barber_id)
    await edits.block(shop, barber, day, minute)


@patch(f"{ROOM}/events/{{event_id:str}}", status_code=HTTP_204_NO_CONTENT)
async def move(
    *,
    edits: NamedDependency[HandEdits],
    shops: NamedDependency[Sequence[Shop]],
    shop_id: FromPath[str],
    barber_id: FromPath[str],
    event_id: FromPath[str],
    minutes: Minutes,
) -> None:
    """Move an event by so many minutes."""
    shop, barber = _found(shops, shop_id, barber_id)
    try:
        await edits.move(shop, barber, event_id, dt.timedelta(minutes=minutes))
    except GoogleError as refused:
        raise NotFoundException(detail=refused.message) from refused


@delete(f"{ROOM}/events/{{event_id:str}}")
async def remove(
    edits: NamedDependency[HandEdits],
    shops: NamedDependency[Sequence[Shop]],
    shop_id: FromPath[str],
    barber_id: FromPath[str],
    event_id: FromPath[str],
) -> None:
    """Delete an event."""
    shop, barber = _found(shops, shop_id, barber_id)
    try:
        await edits.delete(shop, barber, event_id)
    except GoogleError as refused:
        raise NotFoundException(detail=refused.message) from refused


HAND_EDITS = (block, move, remove)


def _found(shops: Sequence[Shop], shop_id: str, barber_id: str) -> tuple[Shop, Barber]:
    for shop in shops:
        for barber in shop.barbers:
            if (shop.id, barber.id) == (shop_id, barber_id):
                return shop, barber
    raise NotFoundException(detail="there is no such barber")

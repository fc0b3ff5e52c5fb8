"""Setting time aside for a customer who has still to confirm."""

from datetime import datetime
from typing import Literal

from application.desk import Desk
from domain.diary import DiaryKey, TimeHeld
from domain.draft import Hold
from domain.identifiers import AppointmentId, BarberId, CustomerId, HoldId
from domain.openings import Opening
from domain.shop import Shop, Visit
from domain.wall_time import local_day


async def hold_time(
    desk: Desk,
    *,
    customer_id: CustomerId,
    visit: Visit,
    opening: Opening,
    instead: Hold | None = None,
    moving: AppointmentId | None = None,
) -> Hold:
    """Hold the opening `instead` of an earlier hold, which is released.

    The appointment that is `moving` there does not stand in the way. Raises `SlotRefused`.
    """
    if instead is not None:
        await release_hold(desk, instead, why="replaced")
    hold_id = HoldId(desk.identities.fresh())
    expires_at = desk.now + desk.shop.policies.hold
    page = await desk.ledger.diary(diary_key(desk.shop, opening.barber_id, opening.start))
    held = TimeHeld(
        hold_id=hold_id,
        customer_id=customer_id,
        start=opening.start,
        end=opening.end,
        before=visit.before,
        after=visit.after,
        expires_at=expires_at,
    )
    page.record(page.state.hold(held, desk.now, moving=moving))
    return Hold(
        hold_id=hold_id,
        barber_id=opening.barber_id,
        start=opening.start,
        end=opening.end,
        expires_at=expires_at,
    )


async def release_hold(desk: Desk, hold: Hold, *, why: Literal["replaced", "declined"]) -> None:
    """Give the held time back; nothing if the hold is gone."""
    page = await desk.ledger.diary(diary_key(desk.shop, hold.barber_id, hold.start))
    page.record(page.state.release(hold.hold_id, why))


def diary_key(shop: Shop, barber_id: BarberId, start: datetime) -> DiaryKey:
    """The diary of that barber for the local day of that moment."""
    return DiaryKey(shop_id=shop.id, barber_id=barber_id, day=local_day(start, shop.zone))

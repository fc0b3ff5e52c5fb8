"""An open matter as staff see it: in a sentence, or as a line of JSON."""

from datetime import datetime
from typing import Literal

import msgspec

from application.open_matters import Matter
from application.settle_matter import Settled
from domain.shop import Shop


class FoundTime(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands in the calendar."""

    event_id: str
    start: datetime
    end: datetime


class MatterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment; instants are in UTC.

    It was `moved` in the calendar to `found`, it was `deleted` there, or only `conflicts` lie
    over it.
    """

    id: str
    code: str
    shop: str
    barber: str
    start: datetime
    end: datetime
    drift: Literal["moved", "deleted"] | None
    found: FoundTime | None
    conflicts: tuple[FoundTime, ...]


class SettledLine(MatterLine, frozen=True, kw_only=True):
    """One that was settled, as it stood before; `told` is `null` where nothing is to be told."""

    told: bool | None


def settled_line(settled: Settled) -> SettledLine:
    """What was settled, without personal data."""
    fields = msgspec.structs.asdict(line(settled.matter))
    return SettledLine(**fields, told=settled.told)


def line(matter: Matter) -> MatterLine:
    """The matter without personal data."""
    drift = matter.drift
    found = None
    if drift is not None and drift.start is not None and drift.end is not None:
        found = FoundTime(event_id=drift.event_id, start=drift.start, end=drift.end)
    return MatterLine(
        id=matter.booked.appointment_id,
        code=matter.booked.code,
        shop=matter.booked.shop_id,
        barber=matter.barber_id,
        start=matter.time.start,
        end=matter.time.end,
        drift=("moved" if found else "deleted") if drift else None,
        found=found,
        conflicts=tuple(
            FoundTime(event_id=one.event_id, start=one.start, end=one.end)
            for one in matter.conflicts
        ),
    )


def sentence(matter: MatterLine, shop: Shop) -> str:
    """What is open, with times as the shop's walls show them."""
    barber = shop.barber(matter.barber)
    who = barber.name if barber else matter.barber
    about = [f"#{matter.code} with {who}, {_span(shop, matter.start, matter.end)}"]
    if matter.found is not None:
        about.append(f"moved in the calendar to {_of(shop, matter.found)}")
    elif matter.drift is not None:
        about.append("deleted in the calendar")
    about += [f"an event lies over it, {_of(shop, one)}" for one in matter.conflicts]
    return f"{matter.id}  {': '.join((about[0], '; '.join(about[1:])))}"


def _of(shop: Shop, found: FoundTime) -> str:
    return _span(shop, found.start, found.end)


def _span(shop: Shop, start: datetime, end: datetime) -> str:
    first, last = start.astimezone(shop.zone), end.astimezone(shop.zone)
    until = f"{last:%H:%M}" if last.date() == first.date() else f"{last:%Y-%m-%d %H:%M}"
    return f"{first:%Y-%m-%d %H:%M}-{until}"

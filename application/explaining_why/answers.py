"""What can be answered: a time was free, or which rule or event of the record forbade it."""

from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from application.explaining_why.citing import Cited
from domain.errors import Reason
from domain.hours import ClockRange
from domain.identifiers import (
    AppointmentId,
    BarberId,
    BlockId,
    CustomerId,
    HoldId,
    ServiceId,
    ShopId,
)
from domain.shop import DaysOff


class Claimed(msgspec.Struct, frozen=True, kw_only=True, tag="claimed"):
    """An appointment has the time, by its buffers or the asked visit's only where `by_buffers`.

    `booked` is the event of its booking and `code` its name, absent where the log holds neither;
    `moved` is the event that brought it here, if one did; `policy` is the version of the settings that the customer was shown with this very time.
    """

    event: Cited
    appointment_id: AppointmentId
    code: str | None
    booked: Cited | None
    policy: str
    moved: Cited | None = None
    start: datetime
    end: datetime
    before: timedelta
    after: timedelta
    by_buffers: bool


class Held(msgspec.Struct, frozen=True, kw_only=True, tag="held"):
    """Somebody was asked to confirm the time until `expires_at`."""

    event: Cited
    hold_id: HoldId
    customer_id: CustomerId
    start: datetime
    end: datetime
    before: timedelta
    after: timedelta
    expires_at: datetime
    by_buffers: bool


class Blocked(msgspec.Struct, frozen=True, kw_only=True, tag="blocked"):
    """Staff, or an event of an outside calendar, took the time out of the day."""

    event: Cited
    block_id: BlockId
    source: Literal["staff", "calendar"]
    start: datetime
    end: datetime


class OutsideOpening(msgspec.Struct, frozen=True, kw_only=True, tag="closed"):
    """The shop is not open for all of the visit: a closure, or the hours of that day.

    `dated` where they are hours of that very date rather than of its weekday.
    """

    day: date
    closure: DaysOff | None
    hours: tuple[ClockRange, ...]
    dated: bool


class OutsideHours(msgspec.Struct, frozen=True, kw_only=True, tag="time_off"):
    """The barber does not work for all of the visit: days off, or the own hours of that day."""

    day: date
    days_off: DaysOff | None
    hours: tuple[ClockRange, ...]
    dated: bool


class InBreak(msgspec.Struct, frozen=True, kw_only=True, tag="break"):
    """The barber has a break then; these are all of the day's."""

    day: date
    breaks: tuple[ClockRange, ...]


class WithinNotice(msgspec.Struct, frozen=True, kw_only=True, tag="too_soon"):
    """The visit would begin before `earliest`, which is `notice` after the moment asked about."""

    notice: timedelta
    earliest: datetime


class BeyondHorizon(msgspec.Struct, frozen=True, kw_only=True, tag="too_far_ahead"):
    """The day is later than `last_day`, the last that could be booked."""

    horizon_days: int
    last_day: date


class NotDone(msgspec.Struct, frozen=True, kw_only=True, tag="not_offered"):
    """The barber does not do all of the visit; these are what the barber does."""

    services: tuple[ServiceId, ...]


class OffGrid(msgspec.Struct, frozen=True, kw_only=True, tag="off_grid"):
    """Visits begin at the steps of the grid or right after another; the starts next to this one."""

    grid: timedelta
    before: datetime | None
    after: datetime | None


Rule = OutsideOpening | OutsideHours | InBreak | WithinNotice | BeyondHorizon | NotDone | OffGrid
InTheWay = Claimed | Held | Blocked


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a visit could be booked: it could where there is no `reason`.

    A refusal has its `rule` of the settings, or what was `in_the_way` in the diary, the decisive
    one first. `lapsed` are holds of that time that had expired by then.
    """

    reason: Reason | None
    rule: Rule | None = None
    in_the_way: tuple[InTheWay, ...] = ()
    lapsed: tuple[Held, ...] = ()


class BarberAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One verdict on one barber, for all the visits (each of one or more services) that share it."""

    barber_id: BarberId
    visits: tuple[tuple[ServiceId, ...], ...]
    verdict: Verdict


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why that time was or was not offered, as the record knew it at the moment `known_at`.

    `settings` is the event that put the settings in force then on record. `second_showing` is
    where the shop's clocks showed that time before: it is offered once, for the first time.
    """

    shop_id: ShopId
    start: datetime
    known_at: datetime
    position: int
    settings: Cited
    settings_version: str
    second_showing: bool
    answers: tuple[BarberAnswer, ...]

"""A booking in the making."""

import datetime as dt

import msgspec

from domain.identifiers import AppointmentId, BarberId, HoldId, ServiceId


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """The time that is set aside for the customer in a diary."""

    hold_id: HoldId
    barber_id: BarberId
    start: dt.datetime
    end: dt.datetime
    expires_at: dt.datetime


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the booking in the making; days and times are the shop's wall-clock."""

    services: tuple[ServiceId, ...] = ()
    barber_id: BarberId | None = None
    any_barber: bool = False
    either_barbers: tuple[BarberId, ...] = ()  # any of them, where several were named
    barbers_refused: tuple[BarberId, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    days_refused: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    not_before: dt.time | None = None
    not_after: dt.time | None = None
    earliest: bool = False
    moving: AppointmentId | None = None
    hold: Hold | None = None

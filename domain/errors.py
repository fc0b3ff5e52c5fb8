"""Refusals: what the shop's rules do not allow, with the facts that a customer is told."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a time is not offered."""

    CLOSED = "closed"
    BREAK = "break"
    TIME_OFF = "time_off"
    TAKEN = "taken"
    HELD = "held"
    TOO_SOON = "too_soon"
    TOO_FAR_AHEAD = "too_far_ahead"
    NOT_OFFERED = "barber_does_not_offer"
    CALENDAR_BUSY = "calendar_busy"
    OFF_GRID = "off_grid"
    SKIPPED = "skipped_by_dst"


class DomainError(Exception):
    """Something that the rules refuse."""


class SlotRefused(DomainError):
    """The time cannot be had, for the reason given."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class TooManyBookings(DomainError):
    """The customer has as many open bookings as the shop allows."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit


class AppointmentOver(DomainError):
    """The appointment is cancelled or past, so that it cannot be changed."""


class HoldEnded(DomainError):
    """The hold expired or was released."""

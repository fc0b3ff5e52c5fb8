"""What the shop says: a text with at most three buttons or ten rows, and what each of them means.

The limits are those of WhatsApp's interactive messages, so that nothing is ever rejected there.
"""

from datetime import date, datetime
from typing import Literal

import msgspec

from domain.identifiers import AppointmentId, BarberId, HoldId, ServiceId

BUTTONS, BUTTON_TITLE = 3, 20
ROWS, ROW_TITLE, ROW_DESCRIPTION, LIST_BUTTON = 10, 24, 72, 20
INTERACTIVE_BODY, TEXT_BODY = 1024, 4096

ELLIPSIS = "…"


def fitted(text: str, limit: int) -> str:
    """The text, shortened to that many characters where it is longer."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip() + ELLIPSIS


Topic = Literal[
    "book", "my_appointments", "person", "services", "hours", "menu", "late", "my_data"
]  # fmt: skip


class Ask(msgspec.Struct, frozen=True, kw_only=True, tag="ask"):
    """Go to one of the things that the shop does."""

    topic: Topic


class TakeService(msgspec.Struct, frozen=True, kw_only=True, tag="take_service"):
    """This service."""

    service_id: ServiceId


class TakeUsual(msgspec.Struct, frozen=True, kw_only=True, tag="take_usual"):
    """What the customer mostly had, with whom."""

    services: tuple[ServiceId, ...]
    barber_id: BarberId


class TakeBarber(msgspec.Struct, frozen=True, kw_only=True, tag="take_barber"):
    """This barber; `None` is any."""

    barber_id: BarberId | None


class TakeWhen(msgspec.Struct, frozen=True, kw_only=True, tag="take_when"):
    """This day, this minute after midnight or the minutes between two, or both."""

    day: date | None = None
    minute: int | None = None
    not_before: int | None = None
    not_after: int | None = None


class TakeTime(msgspec.Struct, frozen=True, kw_only=True, tag="take_time"):
    """This very time, as offered; `barber_id` is whom it was offered with."""

    start: datetime
    barber_id: BarberId
    services: tuple[ServiceId, ...]
    moving: AppointmentId | None = None


class MoreTimes(msgspec.Struct, frozen=True, kw_only=True, tag="more_times"):
    """Times after those that were offered."""

    after: datetime


class Confirm(msgspec.Struct, frozen=True, kw_only=True, tag="confirm"):
    """Book what is held."""

    hold_id: HoldId


class OtherTime(msgspec.Struct, frozen=True, kw_only=True, tag="other_time"):
    """Not this time, but another one."""


class NotNow(msgspec.Struct, frozen=True, kw_only=True, tag="not_now"):
    """No booking."""


class ShowAppointment(msgspec.Struct, frozen=True, kw_only=True, tag="show_appointment"):
    """Speak about this appointment, to `move` it, to `cancel` it, or to see."""

    appointment_id: AppointmentId
    purpose: Literal["show", "move", "cancel"] = "show"


class CancelAnyway(msgspec.Struct, frozen=True, kw_only=True, tag="cancel_anyway"):
    """Cancel, knowing the policy."""

    appointment_id: AppointmentId


class Keep(msgspec.Struct, frozen=True, kw_only=True, tag="keep"):
    """Leave the appointment as it is."""

    appointment_id: AppointmentId


Meaning = (
    Ask
    | TakeService
    | TakeUsual
    | TakeBarber
    | TakeWhen
    | TakeTime
    | MoreTimes
    | Confirm
    | OtherTime
    | NotNow
    | ShowAppointment
    | CancelAnyway
    | Keep
)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A button or a row: the id that a tap carries, what is read on it, and what it means."""

    id: str
    title: str
    meaning: Meaning
    description: str = ""


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """A pin on the map."""

    latitude: float
    longitude: float
    name: str
    address: str


class Approved(msgspec.Struct, frozen=True, kw_only=True):
    """What a reply says to a customer who has been silent for a day: a template and its values."""

    use: Literal["appointment_moved", "appointment_cancelled"]
    values: tuple[str, ...]


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One WhatsApp message: text alone, with buttons, with a list, or a pin on the map."""

    body: str
    buttons: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    list_button: str = ""
    location: Location | None = None

    def __post_init__(self) -> None:
        if self.buttons and self.rows:
            raise ValueError("a message has buttons or rows")
        if len(self.buttons) > BUTTONS or len(self.rows) > ROWS:
            raise ValueError("too many buttons or rows")
        if self.rows and not self.list_button:
            raise ValueError("a list is opened by a button")

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Its buttons or rows."""
        return self.buttons or self.rows

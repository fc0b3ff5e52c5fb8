"""`barbershop calendar`: what people changed in Google Calendar, restored or accepted."""

import re
import sys
from collections.abc import Callable

import click
import msgspec

from application.open_matters import Matter
from application.settle_matter import NothingOpen, Settled
from domain.errors import AppointmentOver, SlotRefused
from domain.identifiers import AppointmentId
from entrypoints.calendar_matters.desk import opened_desk
from entrypoints.calendar_matters.shown import MatterLine, line, sentence, settled_line
from entrypoints.history.log_opening import require_data
from entrypoints.settings import Settings
from entrypoints.settings_or_exit import settings_or_exit

FAILED = 1
ID = re.compile(r"[0-9a-v]{1,64}")
TOLD = "The customer is told over WhatsApp."
UNTOLD = "The customer cannot be told over WhatsApp, please do it yourself."

sandboxed = click.option("--sandbox", is_flag=True, help="Of `run --sandbox`.")
as_json_lines = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")


class AppointmentIdType(click.ParamType[AppointmentId]):
    """An id as `list` tells it; a booking's code is none."""

    name = "id"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> AppointmentId:
        """The id. Misuse where it cannot be one."""
        if not ID.fullmatch(value):
            self.fail(f"{value!r} is no id of an appointment, see `list`", param, ctx)
        return AppointmentId(value)


of_appointment = click.argument("appointment_id", metavar="ID", type=AppointmentIdType())


@click.group("calendar")
def calendar() -> None:
    """Where the barbers' calendars and the appointments disagree: list it, and decide.

    Nothing is moved or cancelled because of what stands in a calendar until somebody decides so
    here. The exit code is 1 where it cannot be done, and 2 for misuse.
    """


@calendar.command("list")
@sandboxed
@as_json_lines
def list_matters(*, sandbox: bool, as_json: bool) -> None:
    """List what is open about appointments ahead, the earliest first, without personal data.

    A shop whose file is gone is left out, for nothing can be decided about it without the file.
    """
    settings = _settings(sandbox=sandbox)
    with opened_desk(settings) as desk:
        matters = desk.matters()
    for one in matters:
        _tell(one, settings, as_json=as_json)
    if not matters and not as_json:
        click.echo("Calendars and appointments agree.", err=True)


@calendar.command()
@of_appointment
@sandboxed
@as_json_lines
def restore(*, appointment_id: AppointmentId, sandbox: bool, as_json: bool) -> None:
    """Keep the appointment as it is booked, and have the calendar show it again.

    Somebody else's event that lies over it is let be.
    """
    settings = _settings(sandbox=sandbox)
    with opened_desk(settings) as desk:
        settled = _settled(desk.restore, appointment_id)
    _tell_settled(settled, settings, as_json=as_json, how="Restored")


@calendar.command()
@of_appointment
@sandboxed
@as_json_lines
def accept(*, appointment_id: AppointmentId, sandbox: bool, as_json: bool) -> None:
    """Take what the calendar says: move the appointment there, or cancel it.

    It is cancelled where its event was deleted, or where only another event lies over it. The
    customer is told over WhatsApp, but for those who said STOP and have been silent for a day.
    """
    settings = _settings(sandbox=sandbox)
    with opened_desk(settings) as desk:
        settled = _settled(desk.accept, appointment_id)
    _tell_settled(settled, settings, as_json=as_json, how="Accepted")


def _settings(*, sandbox: bool) -> Settings:
    require_data(sandbox=sandbox)
    return settings_or_exit(sandbox=sandbox)


def _settled(settle: Callable[[AppointmentId], Settled], appointment_id: AppointmentId) -> Settled:
    try:
        return settle(appointment_id)
    except (NothingOpen, AppointmentOver):
        click.echo(f"Nothing is open about appointment {appointment_id} (any more).", err=True)
    except SlotRefused as refused:
        click.echo(f"The time in the calendar cannot be had: {refused.reason}.", err=True)
    sys.exit(FAILED)


def _tell(matter: Matter, settings: Settings, *, as_json: bool) -> None:
    shown = line(matter)
    click.echo(msgspec.json.encode(shown) if as_json else _said(shown, settings))


def _tell_settled(settled: Settled, settings: Settings, *, as_json: bool, how: str) -> None:
    shown = settled_line(settled)
    if as_json:
        click.echo(msgspec.json.encode(shown))
        return
    click.echo(f"{how} {_said(shown, settings)}")
    if settled.told is not None:
        click.echo(TOLD if settled.told else UNTOLD, err=True)


def _said(shown: MatterLine, settings: Settings) -> str:
    shop = next(one for one in settings.shops if one.id == shown.shop)
    return sentence(shown, shop)

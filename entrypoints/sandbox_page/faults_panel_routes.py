"""The panel of the faults: its switches, its form, and what is on besides."""

from typing import Annotated

from litestar import Response, delete, get, put
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException, ValidationException
from litestar.params import Body, FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK

from entrypoints.sandbox_page.desk import Desk
from entrypoints.sandbox_page.error_form import ErrorForm, Unreadable
from entrypoints.sandbox_page.pages import changed, page

FAULTS = "/sandbox/page/faults"

Seen = Annotated[str | None, QueryParameter(description="What the browser shows already.")]
Fields = Annotated[ErrorForm, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get(FAULTS)
async def faults(desk: NamedDependency[Desk], seen: Seen = None) -> Response[str]:
    """Which faults are on."""
    return changed(await desk.faults(), seen)


@get(f"{FAULTS}/errors")
async def errors(
    desk: NamedDependency[Desk], service: Annotated[str, QueryParameter()]
) -> Response[str]:
    """The documented errors of a service."""
    try:
        return page(desk.errors(service))
    except KeyError as missing:
        raise NotFoundException(detail="there is no such service") from missing


@put(f"{FAULTS}/errors")
async def add_error(desk: NamedDependency[Desk], data: Fields) -> Response[str]:
    """Switch a documented error on, in place of the same one if that is on."""
    try:
        return page(await desk.add_error(data))
    except Unreadable as wrong:
        raise ValidationException(detail=f"{wrong}") from wrong


@put(f"{FAULTS}/{{name:str}}")
async def turn_fault_on(desk: NamedDependency[Desk], name: FromPath[str]) -> Response[str]:
    """Switch a fault on."""
    try:
        return page(await desk.turn_fault(name, on=True))
    except KeyError as missing:
        raise NotFoundException(detail="there is no switch of that name") from missing


@delete(f"{FAULTS}/{{name:str}}", status_code=HTTP_200_OK)
async def turn_fault_off(desk: NamedDependency[Desk], name: FromPath[str]) -> Response[str]:
    """Switch a fault off."""
    return page(await desk.turn_fault(name, on=False))


@delete(f"{FAULTS}/others/{{mark:str}}", status_code=HTTP_200_OK)
async def turn_other_fault_off(desk: NamedDependency[Desk], mark: FromPath[str]) -> Response[str]:
    """Switch off a fault that has no switch."""
    return page(await desk.turn_other_fault_off(mark))


@delete(FAULTS, status_code=HTTP_200_OK)
async def turn_all_faults_off(desk: NamedDependency[Desk]) -> Response[str]:
    """Switch every fault off."""
    return page(await desk.turn_all_faults_off())


FAULTS_PANEL = (
    faults,
    errors,
    add_error,
    turn_fault_on,
    turn_fault_off,
    turn_other_fault_off,
    turn_all_faults_off,
)

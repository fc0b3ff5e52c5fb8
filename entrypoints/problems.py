"""Errors of the HTTP API as problem details (RFC 9457)."""

import logging

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.status_codes import HTTP_500_INTERNAL_SERVER_ERROR

from application.ports import Unavailable

MEDIA_TYPE = "application/problem+json"

log = logging.getLogger("barbershop.web")

AnyRequest = Request[object, object, State]


class ProblemDetails(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong with a request."""

    title: str
    status: int
    detail: str
    type: str = "about:blank"


def problem(status: int, title: str, detail: str) -> Response[ProblemDetails]:
    """The response for a problem."""
    body = ProblemDetails(title=title, status=status, detail=detail)
    return Response(body, status_code=status, media_type=MEDIA_TYPE)


def answer_http_exception(_: AnyRequest, error: HTTPException) -> Response[ProblemDetails]:
    """A request that was refused; a fault that Litestar found is logged as one."""
    if error.status_code >= HTTP_500_INTERNAL_SERVER_ERROR:
        log.error("a request failed", exc_info=error)
    detail = error.detail
    extra = error.extra
    if isinstance(extra, list):
        told = [f"{one.get('key')}: {one.get('message')}" for one in extra if isinstance(one, dict)]
        detail = "; ".join(told) or detail
    return problem(error.status_code, type(error).__name__.removesuffix("Exception"), detail)


def answer_unavailable(_: AnyRequest, error: Unavailable) -> Response[ProblemDetails]:
    """Something that the request needs does not answer."""
    return problem(503, "Unavailable", f"{error.service} does not answer; try again")


def answer_fault(_: AnyRequest, error: Exception) -> Response[ProblemDetails]:
    """A fault of ours: logged loudly, told without its inside."""
    log.error("a request failed", exc_info=error)
    return problem(500, "Internal error", "the service failed; its log says why")

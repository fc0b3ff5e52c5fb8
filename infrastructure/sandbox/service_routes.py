"""The addresses of the emulated services, and what they have received."""

from typing import Annotated

from litestar import HttpMethod, Request, Response, get, route
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from infrastructure.sandbox.problem import Problem
from infrastructure.sandbox.reception import Reception
from infrastructure.sandbox.request_log import SERVICES, ReceivedRequest, RequestLog

METHODS = [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE]
LARGEST_UPLOAD = 101 * 1024 * 1024  # documents may have 100 MB


@route("/graph/{path:path}", http_method=METHODS, request_max_body_size=LARGEST_UPLOAD)
async def graph(
    request: Request[object, object, State], reception: NamedDependency[Reception]
) -> Response[bytes]:
    """Answer as graph.facebook.com does."""
    return await reception.receive("graph", request)


@route("/google/{path:path}", http_method=METHODS)
async def google(
    request: Request[object, object, State], reception: NamedDependency[Reception]
) -> Response[bytes]:
    """Answer as www.googleapis.com does."""
    return await reception.receive("google", request)


@get("/requests")
async def received_requests(
    log: NamedDependency[RequestLog],
    service: Annotated[str | None, QueryParameter()] = None,
) -> list[ReceivedRequest]:
    """List what the emulators received, newest first."""
    if service is not None and service not in SERVICES:
        raise Problem(400, f"`service` is one of {', '.join(SERVICES)}.")
    return await log.newest(service)


@route("/xai/{path:path}", http_method=METHODS)
async def xai(
    request: Request[object, object, State], reception: NamedDependency[Reception]
) -> Response[bytes]:
    """Answer as api.x.ai does."""
    return await reception.receive("xai", request)

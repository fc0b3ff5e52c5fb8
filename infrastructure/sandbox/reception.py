"""The one place through which every request to an emulated service passes."""

from collections.abc import Mapping

from litestar import Request, Response
from litestar.datastructures import State

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call, Cut, split_path, split_query
from infrastructure.sandbox.faulty_service import FaultyService
from infrastructure.sandbox.hanging_up import hang_up
from infrastructure.sandbox.request_log import RequestLog


class Reception:
    """Takes a request in, has the service answer it, and notes both."""

    def __init__(
        self, *, services: Mapping[str, FaultyService], log: RequestLog, clock: SandboxClock
    ) -> None:
        self._services = services
        self._log = log
        self._clock = clock

    async def receive(
        self, service: str, request: Request[object, object, State]
    ) -> Response[bytes]:
        """Return the service's answer, after it has been noted; a fault may cut the connection."""
        call = await _call(service, request)
        answer = await self._services[service](call)
        await self._log.add(call, answer, path=_target(request), at=self._clock.now())
        if isinstance(answer, Cut):
            await hang_up(request, answer.ending)
            return _response(Answer())  # which reaches nobody
        return _response(answer)


async def _call(service: str, request: Request[object, object, State]) -> Call:
    mount = f"/sandbox/{service}/"
    return Call(
        service=service,
        method=request.method,
        path=split_path(request.scope["raw_path"].decode("latin-1"), mount),
        query=split_query(request.scope["query_string"].decode("latin-1")),
        headers={name.lower(): value for name, value in request.headers.items()},
        body=await request.body(),
        mount=f"{request.base_url}".rstrip("/") + mount,
    )


def _target(request: Request[object, object, State]) -> str:
    query = request.scope["query_string"].decode("latin-1")
    return request.scope["path"] + (f"?{query}" if query else "")


def _response(answer: Answer) -> Response[bytes]:
    return Response(
        answer.body,
        status_code=answer.status,
        media_type=answer.media_type,
        headers=answer.headers,
    )

"""How the sandbox's own routes refuse: problem details (RFC 9457)."""

from http import HTTPStatus
from typing import TypeVar

import msgspec
from litestar import Request, Response
from litestar.datastructures import State

T = TypeVar("T")


class Problem(Exception):
    """A request to the sandbox itself cannot be served; `detail` says why to its sender."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def answer_problem(
    _request: Request[object, object, State], problem: Problem
) -> Response[dict[str, object]]:
    """Turn a refusal into its document."""
    document: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
    }
    return Response(document, status_code=problem.status, media_type="application/problem+json")


def decoded(body: bytes, kind: type[T]) -> T:
    """Return the body as that kind of value. Raises `Problem` 400, naming what is wrong with it."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as wrong:
        raise Problem(400, f"The body cannot be read: {wrong}.") from wrong

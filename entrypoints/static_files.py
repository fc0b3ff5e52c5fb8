"""Files of our own for the browser, asked for anew each time so that an update is seen at once."""

from pathlib import Path
from typing import TypeVar

from litestar import Response, Router
from litestar.datastructures import CacheControlHeader
from litestar.response.base import ASGIResponse
from litestar.static_files import create_static_files_router

from entrypoints.security_headers import SECURITY_HEADERS

R = TypeVar("R", Response[object], ASGIResponse)


def static_files(path: str, folder: Path, *, name: str) -> Router:
    """The folder at that path."""
    return create_static_files_router(
        path=path,
        directories=[folder],
        name=name,
        cache_control=CacheControlHeader(no_cache=True),
        after_request=_guarded,
    )


def _guarded(response: R) -> R:
    """Litestar adds no `response_headers` to what it answers with a file."""
    for header, value in SECURITY_HEADERS.items():
        response.headers[header] = value
    return response

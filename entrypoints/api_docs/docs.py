"""Swagger UI without a connection and without inline scripts, so that it lives under our policy."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Request, Router
from litestar.datastructures import State
from litestar.openapi.plugins import OpenAPIRenderPlugin

from entrypoints.security_headers import SECURITY_HEADERS
from entrypoints.static_files import static_files

STATIC = Path(__file__).with_name("static")
VERSION = "5.35.0"


class OfflineDocs(OpenAPIRenderPlugin):
    """Shows the document with the vendored Swagger UI."""

    def __init__(self) -> None:
        super().__init__(path="/swagger")
        environment = Environment(
            loader=PackageLoader("entrypoints.api_docs"), autoescape=True, undefined=StrictUndefined
        )
        self._template = environment.get_template("docs.html")

    def render(
        self, request: Request[object, object, State], openapi_schema: Mapping[str, Any]
    ) -> bytes:
        """The page; the document itself is fetched by it."""
        title = openapi_schema["info"]["title"]
        document = self.get_openapi_json_route(request)
        return self._template.render(title=title, document=document, version=VERSION).encode()

    def receive_router(self, router: Router) -> None:
        """Serve the files of the page beside it."""
        router.register(static_files("/static", STATIC, name="api-docs-static"))


def docs_router() -> Router:
    """Where Litestar puts the OpenAPI document and its page."""
    return Router(
        "/schema",
        route_handlers=[],
        response_headers=SECURITY_HEADERS,
        include_in_schema=False,
    )

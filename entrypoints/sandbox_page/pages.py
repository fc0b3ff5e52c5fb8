"""Templates made into HTML, and fragments that are sent only when they have changed."""

import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT
from markupsafe import Markup


class Pages:
    """Renders this package's templates; whatever is put into them is escaped."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader("entrypoints.sandbox_page"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, template: str, **values: object) -> Markup:
        """The template with these values filled in."""
        return Markup(self._templates.get_template(template).render(values))  # noqa: S704 - autoescaped

    def fragment(self, template: str, **values: object) -> Markup:
        """The same, with a field `seen` that names exactly this content."""
        html = self.render(template, **values)
        return html + Markup('<input type="hidden" name="seen" value="{}">').format(_name(html))


def page(html: Markup) -> Response[str]:
    """A whole page."""
    return Response(str(html), media_type=MediaType.HTML)


def changed(html: Markup, seen: str | None) -> Response[str]:
    """A fragment; 204, which htmx does not swap in, where the browser has `seen` it."""
    if seen and html.endswith(f'value="{seen}">'):
        return Response("", status_code=HTTP_204_NO_CONTENT)
    return Response(str(html), status_code=HTTP_200_OK, media_type=MediaType.HTML)


def _name(html: Markup) -> str:
    return hashlib.sha256(html.encode()).hexdigest()[:16]

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from entrypoints.serving import container_of
from entrypoints.settings import load_settings
from entrypoints.web import create_app


@pytest.fixture
def product(tmp_path: Path) -> Iterator[TestClient[Litestar]]:
    """The web side as it is served without `--sandbox`."""
    settings = load_settings({"BARBERSHOP_DATA_DIR": str(tmp_path)}, sandbox=True)
    container = container_of(settings, "redis://127.0.0.1:1")
    with TestClient(create_app(container)) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/sandbox/page/chat?phone=15550100111", "/sandbox/page/static/page.js"]
)
def test_the_page_exists_in_the_sandbox_only(product: TestClient[Litestar], path: str) -> None:
    assert product.get(path).status_code == 404


def test_the_api_documents_are_there_always(product: TestClient[Litestar]) -> None:
    page = product.get("/schema")
    script = product.get("/schema/static/docs.js")

    assert (page.status_code, script.status_code) == (200, 200)
    assert "/schema/openapi.json" in page.text

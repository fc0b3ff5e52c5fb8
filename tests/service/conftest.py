"""One running service for all tests that leave it alive."""

from collections.abc import Iterator

import pytest

from tests.service.process import Service


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    running = Service()
    running.start()
    running.set_clock()
    yield running
    running.close()


@pytest.fixture
def own_service() -> Iterator[Service]:
    """A service of the test's own, to kill."""
    running = Service()
    yield running
    running.close()

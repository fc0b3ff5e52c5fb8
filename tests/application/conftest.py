"""A counter for each test."""

from collections.abc import Iterator

import pytest

from tests.application.counter import Counter, Writer
from tests.sandbox.conftest import empty_redis, redis_socket, silent_sandbox, silent_server

pytest.register_assert_rewrite(
    "tests.application.messenger_contract", "tests.application.calendar_contract"
)

__all__ = ["empty_redis", "redis_socket", "silent_sandbox", "silent_server"]


@pytest.fixture
def counter() -> Iterator[Counter]:
    made = Counter()
    yield made
    made.close()


@pytest.fixture
def ana(counter: Counter) -> Writer:
    return counter.customer()


@pytest.fixture
def leo(counter: Counter) -> Writer:
    return counter.customer("Leo", wa_id="15550100122")

"""The library's own cases for a persistence module, over each server and each kind of socket.

Two of those that it ships are left out. `TranscoderTestCase` is about transcoders, which no
persistence module has. `TaggedDecisionCountersProjectionTestCase` is about recorders of dynamic
consistency boundaries, a store of another kind, which this module does not offer.
"""

from collections.abc import Iterator
from pathlib import Path
from unittest import TestCase

import pytest

from infrastructure.redis.clients import connect
from tests.persistence import library_cases
from tests.persistence.redis_server import HOW_TO_GET, RedisServer, binary
from tests.persistence.served import served

WAYS = [(name, tcp) for name in HOW_TO_GET for tcp in (False, True)]


def named(way: tuple[str, bool]) -> str:
    return f"{way[0]} over {'TCP' if way[1] else 'a unix socket'}"


@pytest.fixture(scope="module", params=WAYS, ids=named)
def each_server(request: pytest.FixtureRequest) -> Iterator[RedisServer]:
    name, tcp = request.param
    found = binary(name)
    if found is None:
        pytest.skip(f"this machine has no {name}: {HOW_TO_GET[name]}")
    yield from served(lambda folder: RedisServer(folder, binary=found, tcp=tcp, durable=False))


@pytest.fixture
def environment(each_server: RedisServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with connect(each_server.url) as client:
        client.flushall()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PERSISTENCE_MODULE", "infrastructure.redis_persistence")
    monkeypatch.setenv("REDIS_URL", each_server.url)


@pytest.mark.usefixtures("environment")
@pytest.mark.filterwarnings("always:'log' is deprecated:DeprecationWarning")  # a case looks for it
@pytest.mark.parametrize(
    ("case", "method"),
    [pytest.param(*one, id=f"{one[0].__name__}-{one[1]}") for one in library_cases.methods()],
)
def test_a_case_of_the_library_holds(case: type[TestCase], method: str) -> None:
    case(method).debug()

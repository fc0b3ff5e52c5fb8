import inspect
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta

import pytest

from application.ports import Append, EventStore, Recorded, Stamp
from tests.persistence.event_store_contract import EventStoreContract
from tests.persistence.samples import BOOKING, CANCELLATION, CLAIM

Rule = Callable[..., Coroutine[object, object, None]]

RULES = [
    rule
    for name, rule in inspect.getmembers(EventStoreContract, inspect.iscoroutinefunction)
    if name.startswith("test_")
]
ARGUMENTS: dict[str, object] = {"expected": 7, "position": 2, "appends": (BOOKING, CLAIM)}


class TestEventStore(EventStoreContract):
    """The one contract over each adapter; the fixture `store` names them."""


class StoreThatDoesNothing:
    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        return tuple(() for _ in streams)

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        del appends, stamp
        return 0

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        del position, limit, wait
        return ()

    async def at(self, position: int) -> Recorded:
        raise KeyError(position)


@pytest.mark.parametrize("rule", RULES)
async def test_a_store_that_does_nothing_breaks_every_rule(rule: Rule) -> None:
    store: EventStore = StoreThatDoesNothing()
    taken = inspect.signature(rule).parameters
    arguments = {name: value for name, value in ARGUMENTS.items() if name in taken}

    with pytest.raises((AssertionError, KeyError, ValueError, pytest.fail.Exception)):
        await rule(EventStoreContract(), store, **arguments)


def test_the_contract_has_rules() -> None:
    assert len(RULES) > 15
    assert CANCELLATION.expected == 1

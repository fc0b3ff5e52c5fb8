"""The short form of `python -m chaos.outbox`, and that it finds what it looks for."""

from collections.abc import Callable

import pytest

from application.ports import Departures, Leave
from chaos.outbox import send_all
from chaos.strict_whatsapp import CODES
from infrastructure.identities import RandomIdentities
from tests.fakes.departures import InMemoryDepartures


@pytest.mark.parametrize("seed", [0, 1])
def test_replies_keep_metas_limits_and_their_order_and_none_is_lost_or_doubled(seed: int) -> None:
    found = send_all(messages=1000, seed=seed, faults=50)

    assert found.breaches == ()
    assert [code for code in CODES if str(code) not in found.failures] == []


class WithoutPace(InMemoryDepartures):
    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        return await super().leave(
            name, number=f"{number}{name}", per_second=per_second, person=person
        )


class WithoutMemory(InMemoryDepartures):
    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        self.started.clear()
        return await super().leave(name, number=number, per_second=per_second, person=person)


@pytest.mark.parametrize(
    ("kind", "faults", "what"),
    [(WithoutPace, 0, "more than their pace"), (WithoutMemory, 20, "was sent twice")],
)
def test_departures_that_do_not_do_their_part_are_found_out(
    kind: type[InMemoryDepartures], faults: int, what: str
) -> None:
    def forgetful(seconds: Callable[[], float]) -> Departures:
        return kind(RandomIdentities(), seconds=seconds)

    found = send_all(messages=600, faults=faults, departures=forgetful)

    assert [one for one in found.breaches if what in one] != []

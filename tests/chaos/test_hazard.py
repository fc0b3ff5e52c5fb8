from random import Random

import pytest

from chaos.house.hazard import Crash, Hazard, hazardous


class Bell:
    def __init__(self) -> None:
        self.rung = 0

    async def ring(self) -> int:
        self.rung += 1
        return self.rung


class Throws(Random):
    """Chance that comes as it is told."""

    def __init__(self, *thrown: float) -> None:
        super().__init__()
        self._thrown = list(thrown)

    def random(self) -> float:
        return self._thrown.pop(0)


async def test_nothing_was_done_where_the_crash_came_before() -> None:
    bell = Bell()

    with pytest.raises(Crash):
        await hazardous(bell, Hazard(Throws(0.0), often=0.5)).ring()

    assert bell.rung == 0


async def test_the_answer_is_lost_where_the_crash_came_after() -> None:
    bell = Bell()

    with pytest.raises(Crash):
        await hazardous(bell, Hazard(Throws(0.9, 0.0), often=0.5)).ring()

    assert bell.rung == 1


async def test_otherwise_a_hazardous_port_does_what_the_port_does() -> None:
    assert await hazardous(Bell(), Hazard(Throws(0.9, 0.9), often=0.5)).ring() == 1

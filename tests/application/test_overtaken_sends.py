"""A message that somebody else sends between a look at the log and the note that it sets out."""

from collections.abc import Awaitable, Callable

import pytest

from application.ports import InDoubt, Leave
from domain.conversation import ReplyComposed, ReplySent
from tests.application.counter import Counter, Writer
from tests.application.office import NUMBER, Office
from tests.fakes.departures import InMemoryDepartures


class Overtaken(InMemoryDepartures):
    """Lets something happen once before a note is taken."""

    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        return await super().leave(name, number=number, per_second=per_second, person=person)


@pytest.fixture
def office(counter: Counter, ana: Writer) -> Office:
    made = Office(counter, departures=Overtaken)
    made.messenger.hear(NUMBER, ana.address)
    return made


def overtaken(office: Office) -> Overtaken:
    assert isinstance(office.departures, Overtaken)
    return office.departures


async def test_what_another_worker_sent_meanwhile_is_not_sent_again(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    overtaken(office).meanwhile = lambda: office.send(position)

    await office.send(position)

    assert len(office.messenger.sent) == 1
    assert len(await office.counter.events(ReplySent)) == 1
    assert office.departures.started == {}


async def test_what_a_status_tells_of_meanwhile_is_not_sent_again(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position, name = await office.position(ReplyComposed), (await office.composed()).reply_id
    office.departures.started[name] = "of a worker that died"
    overtaken(office).meanwhile = lambda: office.status("sent")

    with pytest.raises(InDoubt):
        await office.send(position)
    await office.send(position)

    assert office.messenger.sent == []
    assert office.departures.started == {}

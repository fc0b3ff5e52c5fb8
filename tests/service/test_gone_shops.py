"""A shop that was taken out of the settings while messages to it waited: nobody else is held up."""

from collections.abc import Iterator
from datetime import datetime

import msgspec
import pytest

from domain.conversation import MessageReceived
from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.shop_files.files import load_shops
from tests.sandbox.running import eventually
from tests.service.parts import Outside, Rack, RunningService, recorded
from tests.service.process import NOW, SHOPS, free_port
from tests.service.staff import Staff
from tests.service.webhooks import DEMO, MADRID, body, change, text

ANA = "15550109061"
PATIENCE = 20.0


@pytest.fixture
def both(settings: Settings, outside: Outside) -> Settings:
    """The settings of a process for two shops."""
    SandboxClock(settings.data_dir / "clock", "America/New_York").set(datetime.fromisoformat(NOW))
    return msgspec.structs.replace(
        settings,
        shops=load_shops(SHOPS),
        whatsapp_api_url=f"http://127.0.0.1:{outside.port}/sandbox/graph",
        google_calendar_api_url=f"http://127.0.0.1:{free_port()}/",
    )


@pytest.fixture
def came(both: Settings, rack: Rack) -> None:
    """A message of one customer to each shop, that nobody has handled yet."""
    web = RunningService(both, rack.redis.url, worker=False)
    web.start()
    to_madrid = change(text("wamid.1", ANA, "hola"), number=MADRID)
    to_demo = change(text("wamid.2", ANA, "hello"), number=DEMO)
    assert web.post(body([to_madrid])).status_code == 200
    assert web.post(body([to_demo])).status_code == 200
    web.close()


@pytest.fixture
def worker(both: Settings, rack: Rack, came: None) -> Iterator[RunningService]:
    """A process that has the second shop no longer."""
    del came
    running = RunningService(msgspec.structs.replace(both, shops=both.shops[:1]), rack.redis.url)
    running.start()
    yield running
    running.close()


@pytest.mark.usefixtures("worker")
def test_a_message_to_a_shop_that_is_gone_holds_up_none_to_another(
    rack: Rack, both: Settings, staff: Staff
) -> None:
    heard = eventually(lambda: recorded(rack, both, MessageReceived), within=PATIENCE)

    (letter,) = staff.listed()
    assert [one.text for one in heard] == ["hello"]
    assert (letter["queue"], letter["kind"]) == ("inbox", "buried")
    assert (letter["why"], letter["attempts"]) == ("refused:no_such_shop", 1)


def test_it_is_answered_when_the_shop_is_back_and_a_person_sends_it_again(
    rack: Rack, both: Settings, staff: Staff, worker: RunningService
) -> None:
    (letter,) = eventually(staff.listed, within=PATIENCE)
    worker.stop()
    back = RunningService(both, rack.redis.url)
    back.start()

    staff.does("retry", str(letter["id"]))

    heard = eventually(
        lambda: [one for one in recorded(rack, both, MessageReceived) if one.text == "hola"],
        within=PATIENCE,
    )
    back.close()
    assert len(heard) == 1
    assert staff.listed() == []

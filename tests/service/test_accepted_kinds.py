"""What a webhook brings beside messages that are understood: kept for a person, or dropped."""

import pytest

from infrastructure.redis.clients import connect
from tests.service.parts import Rack, RunningService
from tests.service.staff import Staff
from tests.service.webhooks import DEMO, SENT, body, change, text

ANA = "15550107041"
STATUS = {"id": "wamid.OUT9", "status": "read", "timestamp": SENT, "recipient_id": ANA}
OURS = {**STATUS, "biz_opaque_callback_data": "a-reply.0"}


def stored(rack: Rack) -> dict[bytes, bytes]:
    """Everything in that Redis, by its key."""
    with connect(rack.redis.url) as client:
        return {key: client.dump(key) for key in client.keys("*")}


@pytest.mark.parametrize(
    ("posted", "about"),
    [
        (
            change({**text("wamid.N1", ANA, "hello"), "from": None}),
            "message without a readable sender",
        ),
        (change(errors=[{"code": 131052, "title": "no"}]), "error of WhatsApp's: 131052"),
    ],
)
def test_what_belongs_to_nobody_is_kept_for_a_person_to_see(
    web: RunningService, staff: Staff, posted: dict[str, object], about: str
) -> None:
    status = web.post(body([posted])).status_code

    (letter,) = staff.listed()
    assert status == 200
    assert (letter["queue"], letter["about"]) == ("unrecognised", about)


@pytest.mark.parametrize(
    "posted",
    [
        {"field": "user_preferences", "value": {"user_preferences": [{"value": "stop"}]}},
        {"field": "smb_message_echoes", "value": {"messages": [{"id": "1"}]}},
        change(statuses=[STATUS]),
        change(statuses=[{**OURS, "recipient_id": None}]),
        change(statuses=[OURS], number="105999"),
        change(text("wamid.F1", ANA, "hello"), number="105999"),
    ],
)
def test_what_is_not_ours_is_acknowledged_and_dropped(
    rack: Rack, web: RunningService, posted: dict[str, object]
) -> None:
    before = stored(rack)

    status = web.post(body([posted])).status_code

    assert status == 200
    assert stored(rack) == before


def test_what_is_ours_among_it_is_stored(rack: Rack, web: RunningService) -> None:
    before = stored(rack)

    status = web.post(body([change(statuses=[OURS], number=DEMO)])).status_code

    assert status == 200
    assert stored(rack) != before

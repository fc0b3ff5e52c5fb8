"""Push channels: who watches a calendar is told that something changed, and no more than that."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from tests.sandbox.running import BEARER, LUIS, RunningSandbox, eventually

CALENDAR = "/sandbox/google/calendar/v3"
EVENTS = f"{CALENDAR}/calendars/{LUIS}/events"
TIMES = {
    "start": {"dateTime": "2026-12-01T17:00:00-05:00"},
    "end": {"dateTime": "2026-12-01T18:00:00-05:00"},
}


class Ear:
    """A web server that hears notifications, and answers as it is told."""

    def __init__(self) -> None:
        self.heard: list[dict[str, str]] = []
        self.answers: list[int] = []
        ear = self

        class Hearing(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                ear.heard.append({name.lower(): value for name, value in self.headers.items()})
                self.send_response(ear.answers.pop(0) if ear.answers else 200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                del format, args

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Hearing)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/told"
        self._thread = threading.Thread(target=self._server.serve_forever)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def states(self) -> list[str]:
        return [one["x-goog-resource-state"] for one in self.heard]


@pytest.fixture
def ear() -> Iterator[Ear]:
    made = Ear()
    made.start()
    yield made
    made.stop()


def watch(sandbox: RunningSandbox, address: str, **more: object) -> httpx.Response:
    body = {"id": "c-1", "type": "web_hook", "address": address, "token": "secret", **more}
    return sandbox.http.post(f"{EVENTS}/watch", json=body, headers=BEARER)


def insert(sandbox: RunningSandbox) -> None:
    assert sandbox.http.post(EVENTS, json=TIMES, headers=BEARER).status_code == 200


def test_a_channel_is_told_of_itself_first_and_then_of_each_change(
    sandbox: RunningSandbox, ear: Ear
) -> None:
    made = watch(sandbox, ear.address).json()
    eventually(lambda: ear.heard)
    insert(sandbox)

    eventually(lambda: len(ear.heard) > 1)

    assert ear.states() == ["sync", "exists"]
    assert [one["x-goog-message-number"] for one in ear.heard] == ["1", "3"]
    told = ear.heard[-1]
    assert (told["x-goog-channel-id"], told["x-goog-channel-token"]) == ("c-1", "secret")
    assert told["x-goog-resource-id"] == made["resourceId"]
    assert told["content-length"] == "0"


def test_a_channel_lives_for_a_week_at_most(sandbox: RunningSandbox, ear: Ear) -> None:
    week = 7 * 24 * 3600 * 1000
    now = sandbox.clock.now().timestamp() * 1000

    default = watch(sandbox, ear.address).json()
    short = watch(sandbox, ear.address, id="c-2", params={"ttl": "3600"}).json()

    assert default["kind"] == "api#channel"
    assert abs(int(default["expiration"]) - now - week) < 60_000
    assert abs(int(short["expiration"]) - now - 3_600_000) < 60_000


def test_a_channel_that_was_stopped_hears_no_more(sandbox: RunningSandbox, ear: Ear) -> None:
    made = watch(sandbox, ear.address).json()
    eventually(lambda: ear.heard)
    named = {"id": "c-1", "resourceId": made["resourceId"]}
    stopped = sandbox.http.post(f"{CALENDAR}/channels/stop", json=named, headers=BEARER)
    watch(sandbox, ear.address, id="c-2")
    insert(sandbox)

    eventually(lambda: len(ear.heard) > 2)

    again = sandbox.http.post(f"{CALENDAR}/channels/stop", json=named, headers=BEARER)
    assert (stopped.status_code, again.status_code) == (204, 404)
    assert [one["x-goog-channel-id"] for one in ear.heard] == ["c-1", "c-2", "c-2"]


def test_a_notification_that_meets_an_error_comes_again(sandbox: RunningSandbox, ear: Ear) -> None:
    ear.answers = [503]

    watch(sandbox, ear.address)

    eventually(lambda: len(ear.heard) > 1)
    assert ear.states() == ["sync", "sync"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"address": "http://shop.example.com/x"}, "push.webhookUrlNotHttps"),
        ({"id": "not an id"}, "channelIdInvalid"),
        ({"type": "carrier_pigeon"}, "channelUnknown"),
    ],
)
def test_a_channel_that_google_refuses_is_refused(
    sandbox: RunningSandbox, fields: dict[str, str], reason: str
) -> None:
    refused = watch(sandbox, **{"address": "https://shop.example.com/x", **fields})

    assert refused.status_code == 400
    assert refused.json()["error"]["errors"][0]["reason"] == reason


def test_a_channels_id_is_used_once(sandbox: RunningSandbox, ear: Ear) -> None:
    watch(sandbox, ear.address)

    assert watch(sandbox, ear.address).status_code == 400

"""`/api/calendar/notifications` over HTTP, as Google calls it."""

import logging

import httpx
import pytest

from entrypoints.settings import Settings
from infrastructure.event_store.key_vault import derive
from infrastructure.google.channels import ChannelTokens
from tests.sandbox.running import eventually
from tests.service.parts import Rack, RunningService

ADDRESS = "/api/calendar/notifications"
CHANNEL = "a-channel"


def told(web: RunningService, *, token: str, state: str = "exists") -> httpx.Response:
    headers = {
        "x-goog-channel-id": CHANNEL,
        "x-goog-channel-token": token,
        "x-goog-resource-state": state,
    }
    return web.http.post(ADDRESS, headers=headers)


@pytest.fixture
def token(settings: Settings) -> str:
    """The token of that channel."""
    return ChannelTokens(derive(settings.master_key, b"calendar-channels")).of(CHANNEL)


def problem(answer: httpx.Response) -> tuple[int, str, dict[str, object]]:
    return answer.status_code, answer.headers["content-type"], answer.json()


def details(status: int, title: str, detail: str) -> tuple[int, str, dict[str, object]]:
    fields = {"title": title, "status": status, "detail": detail, "type": "about:blank"}
    return status, "application/problem+json", fields


def test_the_first_word_of_a_channel_is_taken(web: RunningService, token: str) -> None:
    answer = told(web, token=token, state="sync")

    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("state", ["exists", "sync"])
def test_a_wrong_token_is_refused_with_problem_details(web: RunningService, state: str) -> None:
    answer = told(web, token="guessed", state=state)

    assert problem(answer) == details(
        403, "PermissionDenied", "the token is not that of the channel"
    )


def test_a_channel_that_nobody_knows_any_more_is_told_so(web: RunningService, token: str) -> None:
    answer = told(web, token=token)

    assert problem(answer) == details(404, "NotFound", "there is no such channel")


def test_an_outage_is_answered_so_that_google_tells_again_and_logged_once(
    rack: Rack, web: RunningService, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "barbershop.calendars")
    rack.redis.kill()

    during = [problem(told(web, token=token)) for _ in range(2)]
    rack.redis.start()
    eventually(lambda: told(web, token=token).status_code == httpx.codes.NOT_FOUND)
    told(web, token=token)

    unavailable = details(503, "Unavailable", "redis does not answer; try again")
    assert during == [unavailable, unavailable]
    logged = [one for one in caplog.records if one.name == "barbershop.calendars"]
    assert [(one.levelname, one.getMessage(), one.exc_info) for one in logged] == [
        ("WARNING", "notifications of Google wait for redis", None),
        ("INFO", "notifications of Google are noted again", None),
    ]

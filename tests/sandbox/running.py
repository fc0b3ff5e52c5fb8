"""A sandbox on a real port, a receiver of its webhooks beside it, and a way to wait for both."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import httpx
import msgspec
import uvicorn
from litestar import Litestar, Request, Response, post
from litestar.datastructures import State
from redis.asyncio import Redis

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.sandbox import Sandbox
from infrastructure.sandbox.settings import SandboxCalendar, SandboxNumber, SandboxSettings
from infrastructure.sandbox.webhook import signature

T = TypeVar("T")

ZONE = "America/New_York"
NUMBER = SandboxNumber(id="105000000000002", display="+1 555-010-0200")
LUIS = "c_luis@group.calendar.google.com"
READ_ONLY = "c_readonly@group.calendar.google.com"
CALENDARS = (
    SandboxCalendar(id=LUIS, summary="Luis", timezone=ZONE),
    SandboxCalendar(id=READ_ONLY, summary="R", timezone=ZONE, access_role="reader"),
)
ANA = "15550100111"
BEARER = {"authorization": "Bearer sandbox"}
PERSON = {"authorization": "Bearer person"}


class Receiver:
    """What the shop received, and whether it accepts for now."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.wrongly_signed = 0
        self.refused = 0
        self.refusing = False

    def take(self, body: bytes, sent_signature: str | None) -> int:
        if sent_signature != signature("sandbox", body):
            self.wrongly_signed += 1
        if self.refusing:
            self.refused += 1
            return 503
        self.bodies.append(body)
        return 200

    @property
    def values(self) -> list[dict[str, list[dict[str, object]]]]:
        documents = [msgspec.json.decode(body) for body in self.bodies]
        return [document["entry"][0]["changes"][0]["value"] for document in documents]

    def of_kind(self, kind: str) -> list[dict[str, object]]:
        return [one for value in self.values for one in value.get(kind, [])]

    def at_least(self, count: int, kind: str) -> list[dict[str, object]]:
        seen = self.of_kind(kind)
        return seen if len(seen) >= count else []


class RunningSandbox:
    """A sandbox as the product would mount it."""

    def __init__(
        self,
        *,
        socket_path: Path,
        clock_path: Path,
        delivers: bool = True,
        calendars: tuple[SandboxCalendar, ...] = CALENDARS,
    ) -> None:
        self._calendars = calendars
        self.receiver = Receiver()
        self._listening = _listening_socket()
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.clock = SandboxClock(clock_path, ZONE)
        self.http = httpx.Client(base_url=self.url, timeout=10)
        self._delivers = delivers
        self._redis = Redis(unix_socket_path=str(socket_path))
        self._sandbox = Sandbox(settings=self._settings(), redis=self._redis, clock=self.clock)
        self._server = uvicorn.Server(
            uvicorn.Config(self._app(), log_level="warning", ws="none", lifespan="on")
        )
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listening]}, daemon=True
        )

    def start(self) -> None:
        self._thread.start()
        eventually(lambda: self._server.started)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)
        assert not self._thread.is_alive(), "the server does not stop"
        self._listening.close()
        self.http.close()

    def say(self, text: str, *, wa_id: str = ANA, **more: object) -> str:
        return self.post_as(wa_id, {"text": text, **more})

    def post_as(self, wa_id: str, body: dict[str, object]) -> str:
        answer = self.http.post(f"/sandbox/phones/{wa_id}/messages", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def chat(self, wa_id: str = ANA) -> list[dict[str, object]]:
        chat: list[dict[str, object]] = self.http.get(f"/sandbox/phones/{wa_id}/messages").json()
        return chat

    def graph(self, body: Mapping[str, object], *, number: str = NUMBER.id) -> httpx.Response:
        return self.http.post(f"/sandbox/graph/v26.0/{number}/messages", json=body, headers=BEARER)

    def _settings(self) -> SandboxSettings:
        return SandboxSettings(
            callback_url=f"{self.url}/callback",
            phone_numbers=(NUMBER,),
            calendars=self._calendars,
            timezone=ZONE,
            retry_pauses=(0.02, 0.05),
        )

    def _app(self) -> Litestar:
        receiver = self.receiver

        @post("/callback")
        async def callback(request: Request[object, object, State]) -> Response[str]:
            sent_signature = request.headers.get("x-hub-signature-256")
            status = receiver.take(await request.body(), sent_signature)
            return Response("", status_code=status)

        @asynccontextmanager
        async def lifespan(_: Litestar) -> AsyncIterator[None]:
            if self._delivers:
                await self._sandbox.start()
            yield
            await self._sandbox.stop()
            await self._redis.aclose()

        return Litestar([callback, self._sandbox.router], lifespan=[lifespan])


def _listening_socket() -> socket.socket:
    # With its protocol named, or else asyncio leaves Nagle's algorithm on: 40 ms an answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen(128)
    return listening


def eventually(look: Callable[[], T], *, within: float = 8.0) -> T:
    """Return what is seen once it is true; fail when it is not in time."""
    deadline = time.monotonic() + within
    while not (seen := look()):
        assert time.monotonic() < deadline, f"never became true: {seen!r}"
        time.sleep(0.01)
    return seen


def text(body: str, *, to: str = ANA, **more: object) -> dict[str, object]:
    return {
        "messaging_product": "whatsapp",
        "to": f"+{to}",
        "type": "text",
        "text": {"body": body},
        **more,
    }


def interactive(content: dict[str, object], *, to: str = ANA) -> dict[str, object]:
    return {
        "messaging_product": "whatsapp",
        "to": f"+{to}",
        "type": "interactive",
        "interactive": content,
    }


def buttons(*labels: tuple[str, str]) -> dict[str, object]:
    replies = [{"type": "reply", "reply": {"id": i, "title": title}} for i, title in labels]
    return interactive(
        {"type": "button", "body": {"text": "Is it right?"}, "action": {"buttons": replies}}
    )


def rows(*labels: tuple[str, str, str]) -> dict[str, object]:
    shown = [{"id": i, "title": title, "description": about} for i, title, about in labels]
    return interactive(
        {
            "type": "list",
            "body": {"text": "Choose a time"},
            "action": {"button": "Times", "sections": [{"rows": shown}]},
        }
    )


def template(*payloads: str, to: str = ANA) -> dict[str, object]:
    quick_replies = [
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": str(index),
            "parameters": [{"type": "payload", "payload": payload}],
        }
        for index, payload in enumerate(payloads)
    ]
    body = {"type": "body", "parameters": [{"type": "text", "text": "Ana"}]}
    return {
        "messaging_product": "whatsapp",
        "to": f"+{to}",
        "type": "template",
        "template": {
            "name": "appointment_reminder",
            "language": {"code": "en_US"},
            "components": [body, *quick_replies],
        },
    }

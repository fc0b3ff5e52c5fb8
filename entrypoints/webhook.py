"""`GET` and `POST /api/webhook`: Meta's handshake, and its messages and statuses.

A raw ASGI route: the signature is over the bytes as they came, and is checked before any parsing.
"""

import asyncio
import hmac
import logging
from datetime import timedelta
from urllib.parse import parse_qs

from litestar import asgi
from litestar.enums import HttpMethod, ScopeType
from litestar.handlers import ASGIRouteHandler
from litestar.types import Receive, Scope, Send

from application.accept_webhook import AcceptWebhook
from application.ports import Clock, Unavailable
from entrypoints.lasting_trouble import LastingTrouble
from infrastructure.whatsapp.webhook import MalformedWebhook, parse, signature_is_valid

LIMIT = 3 * 1024 * 1024  # Meta's own limit for a webhook
SIGNATURE = b"x-hub-signature-256"
PATIENCE = 1.2  # seconds: Meta has its answer within two, however long Redis hangs

log = logging.getLogger("barbershop.webhook")


class TooLarge(Exception):
    """The body is larger than any that Meta sends."""


class Webhook:
    """Answers one request: 200 only once everything in it is stored."""

    def __init__(
        self, *, accept: AcceptWebhook, clock: Clock, app_secret: str, verify_token: str
    ) -> None:
        self._accept = accept
        self._clock = clock
        self._secret = app_secret.encode()
        self._token = verify_token.encode()
        self._trouble = LastingTrouble(timedelta(0))  # it is Meta that tries again

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""
        if scope["type"] != ScopeType.HTTP:
            return
        if scope["method"] == HttpMethod.GET:
            status, body = self._handshake(scope["query_string"])
        elif scope["method"] == HttpMethod.POST:
            status, body = await self._posted(scope, receive)
        else:
            status, body = 405, b"GET and POST only"
        await _respond(send, status, body)

    def _handshake(self, query: bytes) -> tuple[int, bytes]:
        """Echo the challenge of whoever knows the verify token."""
        asked = parse_qs(query.decode("latin-1"))
        token = asked.get("hub.verify_token", [""])[0].encode()
        challenge = asked.get("hub.challenge", [""])[0]
        right = hmac.compare_digest(token, self._token) and bool(self._token)
        if asked.get("hub.mode") == ["subscribe"] and right and challenge:
            return 200, challenge.encode()
        return 403, b"wrong verify token"

    async def _posted(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        headers = dict(scope["headers"])
        try:
            body = await _body(headers, receive)
        except TooLarge:
            return 413, b"too large"
        except ConnectionAbortedError:
            return 400, b"incomplete"
        signature = headers.get(SIGNATURE)
        if not signature_is_valid(
            self._secret, body, signature.decode("latin-1") if signature else None
        ):
            log.warning("a webhook was refused: its signature does not fit the app secret")
            return 403, b"wrong signature"
        try:
            brought = parse(body, received_at=self._clock.now())
        except MalformedWebhook:
            return 400, b"malformed"
        try:
            async with asyncio.timeout(PATIENCE):
                was_stored = await self._accept(
                    messages=brought.messages,
                    statuses=brought.statuses,
                    unidentified=brought.unidentified,
                )
        except (Unavailable, TimeoutError):
            if self._trouble.again("redis"):
                log.warning("webhooks wait for redis: what is refused Meta sends again")
            return 503, b"not stored"
        if was_stored and self._trouble.over():
            log.info("webhooks are stored again")
        return 200, b""


def webhook_route(webhook: Webhook) -> ASGIRouteHandler:
    """The route, to be registered with the app."""

    @asgi("/api/webhook", copy_scope=False)
    async def receive_webhook(scope: Scope, receive: Receive, send: Send) -> None:
        await webhook(scope, receive, send)

    return receive_webhook


async def _body(headers: dict[bytes, bytes], receive: Receive) -> bytes:
    declared = headers.get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > LIMIT:
        raise TooLarge
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise ConnectionAbortedError
        part = message["body"]
        size += len(part)
        if size > LIMIT:
            raise TooLarge
        parts.append(part)
        more = message["more_body"]
    return b"".join(parts)


async def _respond(send: Send, status: int, body: bytes) -> None:
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})

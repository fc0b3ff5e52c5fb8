"""The shop's voice on WhatsApp, over the Cloud API ("Messages API")."""

from urllib.parse import quote

import httpx

from application.ports import InDoubt, Template, Unavailable
from domain.customer import Address
from domain.reply import Reply
from infrastructure.tolerant_json import as_list, as_object, as_text, decoded
from infrastructure.whatsapp.errors import SERVICE, trouble
from infrastructure.whatsapp.payloads import Payload, message_payload, seen_payload

_CONNECT, _ANSWER = 5.0, 15.0


def whatsapp_client(api_url: str) -> httpx.AsyncClient:
    """A client for that address with every time-out set; to be closed by whoever made it."""
    return httpx.AsyncClient(
        base_url=api_url,
        timeout=httpx.Timeout(_ANSWER, connect=_CONNECT),
        limits=httpx.Limits(max_connections=40, max_keepalive_connections=20),
        follow_redirects=False,
    )


class WhatsAppMessenger:
    """Sends each message once and never again by itself: Meta knows no idempotency key.

    Where the connection broke after the request went out, the message may have been sent: it is
    `InDoubt`, until its statuses, which carry the callback, tell.
    """

    def __init__(self, client: httpx.AsyncClient, *, access_token: str, version: str) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {access_token}"}
        self._version = version.strip("/")

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        """See `Messenger.send`."""
        payload = message_payload(content, to=to, callback=callback)
        response = await self._post(phone_number_id, payload)
        message_id = _message_id(response)
        if not message_id:
            raise trouble(response.status_code, response.content, response.headers)
        return message_id

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        """Mark as read, and show typing for 25 s at most. Raises `Unavailable`, `SendRefused`."""
        response = await self._post(phone_number_id, seen_payload(message_id, typing=typing))
        if as_object(_body(response)).get("success") is not True:
            raise trouble(response.status_code, response.content, response.headers)

    async def _post(self, phone_number_id: str, payload: Payload) -> httpx.Response:
        """The answer, whatever it says. The payload stays out of what is raised."""
        path = f"{self._version}/{quote(phone_number_id, safe='')}/messages"
        try:
            return await self._client.post(path, json=payload, headers=self._headers)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise Unavailable(SERVICE) from error
        except httpx.HTTPError as error:
            raise InDoubt(SERVICE) from error


def _body(response: httpx.Response) -> object:
    """The JSON of a success; nothing of any other answer."""
    try:
        return decoded(response.content) if response.is_success else None
    except (ValueError, RecursionError):
        return None


def _message_id(response: httpx.Response) -> str:
    messages = as_list(as_object(_body(response)).get("messages"))
    return as_text(as_object(messages[0]).get("id")) if messages else ""

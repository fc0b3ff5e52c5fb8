"""Push channels of the barbers' calendars (calendar/api/guides/push)."""

import hashlib
import hmac
from datetime import UTC, datetime
from functools import partial

from googleapiclient.errors import HttpError

from application.ports import Channel, Unavailable
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.errors import SERVICE
from infrastructure.tolerant_json import as_code, as_text

_NOT_FOUND = 404


class ChannelTokens:
    """A token for each channel, by which its notifications are known: Google does not sign them."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, channel_id: str) -> str:
        """The token of that channel, always the same."""
        return hmac.new(self._key, channel_id.encode(), hashlib.sha256).hexdigest()

    def fits(self, channel_id: str, token: str) -> bool:
        """Whether it is the token of that channel, in constant time."""
        return hmac.compare_digest(self.of(channel_id).encode(), token.encode())


class GoogleCalendarChannels:
    """`events.watch` and `channels.stop`."""

    def __init__(self, connection: GoogleConnection) -> None:
        self._connection = connection

    async def open(self, calendar_id: str, *, channel_id: str, address: str, token: str) -> Channel:
        """See `CalendarChannels.open`."""
        wished = {"id": channel_id, "type": "web_hook", "address": address, "token": token}
        return await self._connection.run(partial(self._open, calendar_id, wished))

    async def close(self, channel: Channel) -> None:
        """See `CalendarChannels.close`."""
        await self._connection.run(partial(self._close, channel))

    def _open(self, calendar_id: str, wished: dict[str, str]) -> Channel:
        watch = self._connection.service().events().watch(calendarId=calendar_id, body=wished)
        made = self._connection.document(watch)
        expiration, resource_id = as_code(made.get("expiration")), as_text(made.get("resourceId"))
        if expiration is None or not resource_id:
            raise Unavailable(SERVICE)
        return Channel(
            id=wished["id"],
            calendar_id=calendar_id,
            resource_id=resource_id,
            address=wished["address"],
            expires_at=datetime.fromtimestamp(expiration / 1000, UTC),
        )

    def _close(self, channel: Channel) -> None:
        named = {"id": channel.id, "resourceId": channel.resource_id}
        stop = self._connection.service().channels().stop(body=named)
        try:
            self._connection.answer(stop)
        except HttpError as error:
            if int(error.resp.status) != _NOT_FOUND:
                raise

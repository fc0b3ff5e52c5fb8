"""`POST /api/calendar/notifications`: Google tells that something changed in a calendar.

A notification says no more than that, and has no body. It may be lost or come twice: calendars
are followed every minute anyway.
"""

import asyncio
import logging

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency

from application.ports import CalendarRounds, KnownChannels, Unavailable
from infrastructure.google.channels import ChannelTokens

PATH = "/api/calendar/notifications"
PATIENCE = 1.5  # seconds; what is not noted by then Google tells again

log = logging.getLogger("barbershop.calendars")


class Notifications:
    """Has the calendar of a channel followed at once, if the notification bears its token."""

    def __init__(
        self, *, rounds: CalendarRounds, known: KnownChannels, tokens: ChannelTokens
    ) -> None:
        self._rounds = rounds
        self._known = known
        self._tokens = tokens

    async def __call__(self, channel_id: str, token: str, state: str) -> int:
        """The status to answer with: only 503 is told again."""
        if not channel_id or not self._tokens.fits(channel_id, token):
            return 403
        if state == "sync":
            return 200
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._hurry(channel_id)
        except (Unavailable, TimeoutError):
            log.warning("a notification of Google could not be noted")
            return 503

    async def _hurry(self, channel_id: str) -> int:
        for channel in await self._known.all():
            if channel.id == channel_id:
                await self._rounds.hurry(channel.calendar_id)
                return 200
        return 404


@post("/api/calendar/notifications", include_in_schema=False)
async def notify(
    request: Request[object, object, State], notifications: NamedDependency[Notifications]
) -> Response[None]:
    """Note that a calendar changed."""
    headers = request.headers
    status = await notifications(
        headers.get("x-goog-channel-id", ""),
        headers.get("x-goog-channel-token", ""),
        headers.get("x-goog-resource-state", ""),
    )
    return Response(None, status_code=status)

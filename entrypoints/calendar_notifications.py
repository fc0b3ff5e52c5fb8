"""`POST /api/calendar/notifications`: Google tells that something changed in a calendar.

A notification says no more than that, and has no body. It may be lost or come twice: calendars
are followed every minute anyway.
"""

import asyncio
import logging
from datetime import timedelta

from litestar import Request, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException, PermissionDeniedException

from application.ports import CalendarRounds, KnownChannels, Unavailable
from entrypoints.lasting_trouble import LastingTrouble
from infrastructure.google.channels import ChannelTokens

PATH = "/api/calendar/notifications"
PATIENCE = 1.2  # seconds; what is not noted by then Google tells again

log = logging.getLogger("barbershop.calendars")


class Notifications:
    """Has the calendar of a channel followed at once, if the notification bears its token."""

    def __init__(
        self, *, rounds: CalendarRounds, known: KnownChannels, tokens: ChannelTokens
    ) -> None:
        self._rounds = rounds
        self._known = known
        self._tokens = tokens
        self._trouble = LastingTrouble(timedelta(0))  # it is Google that tries again

    async def __call__(self, channel_id: str, token: str, state: str) -> None:
        """Note it. Raises `Unavailable`, which alone is told again, and what is refused for good."""
        if not channel_id or not self._tokens.fits(channel_id, token):
            raise PermissionDeniedException(detail="the token is not that of the channel")
        if state == "sync":
            return
        try:
            async with asyncio.timeout(PATIENCE):
                is_known = await self._hurry(channel_id)
        except (Unavailable, TimeoutError) as outage:
            if self._trouble.again("redis"):
                log.warning("notifications of Google wait for redis")
            raise Unavailable("redis") from outage
        if self._trouble.over():
            log.info("notifications of Google are noted again")
        if not is_known:
            raise NotFoundException(detail="there is no such channel")

    async def _hurry(self, channel_id: str) -> bool:
        for channel in await self._known.all():
            if channel.id == channel_id:
                await self._rounds.hurry(channel.calendar_id)
                return True
        return False


@post("/api/calendar/notifications", include_in_schema=False, status_code=204)
async def notify(
    request: Request[object, object, State], notifications: NamedDependency[Notifications]
) -> None:
    """Note that a calendar changed."""
    headers = request.headers
    await notifications(
        headers.get("x-goog-channel-id", ""),
        headers.get("x-goog-channel-token", ""),
        headers.get("x-goog-resource-state", ""),
    )

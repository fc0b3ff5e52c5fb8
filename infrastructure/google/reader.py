"""What stands in the barbers' calendars, over `events.list` (calendar/api/guides/sync)."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from googleapiclient.errors import HttpError

from application.ports import CalendarChanges, CalendarItem, TokenExpired, Unavailable
from domain.interval import Interval
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.errors import SERVICE, reason_of
from infrastructure.google.item import item_of
from infrastructure.tolerant_json import as_list, as_object, as_text

_PAGE = 2500  # the most that Google gives at once
_EXPIRED = frozenset({"fullSyncRequired", "updatedMinTooLongAgo"})
_MOST_PAGES = 200


class GoogleCalendarReader:
    """Reads pages to their end: what is told is all there is, or nothing is told."""

    def __init__(self, connection: GoogleConnection) -> None:
        self._connection = connection

    async def whole(self, calendar_id: str, days: Interval) -> CalendarChanges:
        """See `CalendarReader.whole`."""
        bounds = {"timeMin": days.start.isoformat(), "timeMax": days.end.isoformat()}
        return await self._connection.run(partial(self._pages, calendar_id, bounds))

    async def since(self, calendar_id: str, token: str) -> CalendarChanges:
        """See `CalendarReader.since`."""
        return await self._connection.run(partial(self._since, calendar_id, token))

    async def item(self, calendar_id: str, event_id: str) -> CalendarItem:
        """See `CalendarReader.item`."""
        return await self._connection.run(partial(self._item, calendar_id, event_id))

    def _since(self, calendar_id: str, token: str) -> CalendarChanges:
        try:
            return self._pages(calendar_id, {"syncToken": token})
        except HttpError as error:
            # By its reason: a 410 may speak of an event as well, and a proxy may make one up.
            if reason_of(error) in _EXPIRED:
                raise TokenExpired from error
            raise

    def _pages(self, calendar_id: str, bounds: Mapping[str, str]) -> CalendarChanges:
        items: list[CalendarItem] = []
        page_token: str | None = None
        for _ in range(_MOST_PAGES):
            page = self._connection.document(
                self._events().list(
                    calendarId=calendar_id,
                    singleEvents=True,
                    maxResults=_PAGE,
                    pageToken=page_token,
                    **bounds,
                )
            )
            items += _items(page)
            page_token = as_text(page.get("nextPageToken")) or None
            token = as_text(page.get("nextSyncToken"))
            if page_token is None and token:
                whole = "syncToken" not in bounds
                return CalendarChanges(items=tuple(items), token=token, whole=whole)
            if page_token is None:
                break
        raise Unavailable(SERVICE)

    def _item(self, calendar_id: str, event_id: str) -> CalendarItem:
        get = self._events().get(calendarId=calendar_id, eventId=event_id)
        found = item_of(self._connection.document(get), ZoneInfo("UTC"))
        if found is None:
            raise Unavailable(SERVICE)
        return found

    def _events(self) -> Any:  # noqa: ANN401 - see `GoogleConnection.service`
        return self._connection.service().events()


def _items(page: Mapping[str, object]) -> list[CalendarItem]:
    """Raises `Unavailable` for a page that is none: what is missing there would be taken back."""
    if not isinstance(page.get("items"), list):
        raise Unavailable(SERVICE)
    try:
        zone = ZoneInfo(as_text(page.get("timeZone")))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Unavailable(SERVICE) from error
    found = (item_of(as_object(one), zone) for one in as_list(page.get("items")))
    return [one for one in found if one is not None]

"""Removing an event, and looking again where Google says that there is none.

A deleted event answers 410, one that never was 404; so does every event of a calendar that is no
longer shared with the service, where it still stands. By reason: a proxy's 404 tells nothing.
"""

from typing import Any

from googleapiclient.errors import HttpError

from application.ports import Unavailable
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.errors import SERVICE, answers
from infrastructure.google.event import is_deleted

NOT_FOUND, DELETED = (404, "notFound"), (410, "deleted")


def remove_event(connection: GoogleConnection, calendar_id: str, event_id: str) -> None:
    """Have the event gone, whether it is there or not, from a thread of the connection.

    Raises `Unavailable`, also where the event still stands, and `HttpError`.
    """
    place = {"calendarId": calendar_id, "eventId": event_id}
    try:
        answer = connection.answer(_events(connection).delete(**place))
    except HttpError as error:
        if not answers(error, NOT_FOUND, DELETED):
            raise
        if _stands(connection, place):
            raise Unavailable(SERVICE) from error
    else:
        if answer:
            raise Unavailable(SERVICE)


def _stands(connection: GoogleConnection, place: dict[str, str]) -> bool:
    """Whether the event is there. Raises `HttpError` where nobody can tell."""
    try:
        found = connection.document(_events(connection).get(**place))
    except HttpError as error:
        if not answers(error, NOT_FOUND):
            raise
    else:
        return not is_deleted(found)
    seen = _events(connection).list(calendarId=place["calendarId"], maxResults=1, fields="kind")
    connection.document(seen)
    return False


def _events(connection: GoogleConnection) -> Any:  # noqa: ANN401 - see `GoogleConnection.service`
    return connection.service().events()

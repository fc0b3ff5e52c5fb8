"""A barber's Google Calendar and the shop's diary, both ways, with the whole service running."""

import datetime as dt
from collections.abc import Iterator

import httpx
import pytest

from domain.appointment import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from domain.calendar_entry import CalendarEntryDrifted
from tests.service.matters import Matters
from tests.service.process import BEARER, Service

NOTIFICATIONS = "/api/calendar/notifications"
TUESDAY = "2026-11-24"
ANA = "ana@demo.calendar"
PHONE = "15550108041"


@pytest.fixture(scope="module")
def shop() -> Iterator[Service]:
    running = Service()
    running.start()
    running.set_clock()
    yield running
    running.close()


@pytest.fixture
def matters(shop: Service) -> Matters:
    return Matters(shop)


def events(calendar_id: str, event_id: str = "") -> str:
    path = f"/sandbox/google/calendar/v3/calendars/{calendar_id}/events"
    return f"{path}/{event_id}" if event_id else path


def times(start: str, end: str) -> dict[str, dict[str, str]]:
    return {
        "start": {"dateTime": f"{TUESDAY}T{start}:00-05:00"},
        "end": {"dateTime": f"{TUESDAY}T{end}:00-05:00"},
    }


def offered(shop: Service, clock: str, barber: str) -> bool:
    """Whether a haircut with that barber is offered for that time of Tuesday."""
    asked = {
        "shop": "demo",
        "service": "haircut",
        "barber": barber,
        "from": TUESDAY,
        "to": TUESDAY,
    }
    answer = shop.http.get("/api/calendar/availability", params=asked)
    assert answer.status_code == httpx.codes.OK, answer.text
    return f"{TUESDAY}T{clock}" in str([one["start"] for one in answer.json()["openings"]])


def test_a_lunch_that_a_barber_enters_is_not_offered_and_after_its_deletion_it_is(
    shop: Service,
) -> None:
    marco = "marco@demo.calendar"
    before = offered(shop, "13:00", "marco")
    lunch = shop.http.post(
        events(marco), json={"summary": "Lunch", **times("13:00", "14:00")}, headers=BEARER
    ).json()["id"]
    shop.until(lambda: not offered(shop, "13:00", "marco"))

    shop.http.delete(events(marco, lunch), headers=BEARER)

    shop.until(lambda: offered(shop, "13:00", "marco"))
    assert before


def booked(shop: Service, phone: str, clock: str) -> AppointmentBooked:
    """A haircut with Ana on Tuesday, and its event in her calendar."""
    shop.say(phone, text=f"Book haircut with Ana tomorrow at {clock}", name="Leo")
    shop.answers(phone, 1)
    found = [one for one in shop.recorded(AppointmentBooked) if one.barber_id == "ana"][-1]
    shop.until(lambda: _event(shop, found))
    return found


def _event(shop: Service, appointment: AppointmentBooked) -> dict[str, object]:
    found = [one for one in shop.events_of(ANA) if appointment.appointment_id in str(one["id"])]
    return found[0] if found else {}


def drag(shop: Service, appointment: AppointmentBooked, start: str, end: str) -> None:
    """Ana drags the event to another time."""
    path = events(ANA, str(_event(shop, appointment)["id"]))
    answer = shop.http.patch(path, json=times(start, end), headers=BEARER)
    assert answer.status_code == httpx.codes.OK, answer.text


def test_an_event_that_a_barber_drags_is_a_drift_that_can_be_restored(
    shop: Service, matters: Matters
) -> None:
    appointment = booked(shop, "15550108042", "10:00 am")
    drag(shop, appointment, "16:00", "16:30")
    (matter,) = shop.until(matters.listed)

    matters.does("restore", appointment.appointment_id)

    shop.until(lambda: "T10:00:00" in str(_event(shop, appointment)["start"]))
    assert (matter["drift"], matter["id"]) == ("moved", appointment.appointment_id)
    assert matters.listed() == []
    assert shop.recorded(AppointmentMoved) == []


def test_an_event_that_a_barber_drags_moves_the_appointment_once_that_is_accepted(
    shop: Service, matters: Matters
) -> None:
    appointment = booked(shop, "15550108043", "11:00 am")
    drag(shop, appointment, "17:00", "17:30")
    shop.until(matters.listed)

    matters.does("accept", appointment.appointment_id)

    (moved,) = shop.recorded(AppointmentMoved)
    assert moved.start == dt.datetime.fromisoformat(f"{TUESDAY}T17:00:00-05:00")
    assert matters.listed() == []
    assert offered(shop, "11:00", "ana")
    assert not offered(shop, "17:00", "ana")
    told = shop.answers("15550108043", 2)[-1]
    assert "we had to move your appointment" in told
    assert "*Tuesday 24 November, 5:00 pm*" in told


def test_an_event_that_a_barber_deletes_cancels_nothing_until_that_is_accepted(
    shop: Service, matters: Matters
) -> None:
    appointment = booked(shop, "15550108044", "12:00 pm")
    path = events(ANA, str(_event(shop, appointment)["id"]))
    assert shop.http.delete(path, headers=BEARER).status_code == httpx.codes.NO_CONTENT
    shop.until(matters.listed)
    before = shop.recorded(AppointmentCancelled)

    matters.does("accept", appointment.appointment_id)

    (cancelled,) = shop.recorded(AppointmentCancelled)
    assert (before, cancelled.by) == ([], "staff")
    told = shop.answers("15550108044", 2)[-1]
    assert "we had to cancel your appointment" in told
    assert shop.recorded(CalendarEntryDrifted)[-1].start is None


def test_a_decision_about_nothing_is_refused(matters: Matters) -> None:
    assert matters.fails("accept", "0000000000000000") == (
        "Nothing is open about appointment 0000000000000000 (any more).\n"
    )


@pytest.mark.parametrize("state", ["exists", "sync"])
def test_a_notification_without_its_token_is_refused(shop: Service, state: str) -> None:
    headers = {
        "x-goog-channel-id": "somebody",
        "x-goog-channel-token": "guessed",
        "x-goog-resource-state": state,
    }

    answer = shop.http.post(NOTIFICATIONS, headers=headers)

    assert answer.status_code == httpx.codes.FORBIDDEN


def test_a_notification_without_headers_is_refused(shop: Service) -> None:
    assert shop.http.post(NOTIFICATIONS).status_code == httpx.codes.FORBIDDEN

"""A booking the whole way: webhook, understanding, log, Graph API, Google Calendar."""

import signal
import time

from domain.appointment import AppointmentBooked, AppointmentMoved
from domain.conversation import MessageReceived
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from tests.mailboxes.server_owner import server_of
from tests.service.process import Service
from tests.service.webhooks import MADRID, body, change, text

LONGEST_STOP = 10.0
ASKED = "Book haircut tomorrow at 2pm"


def test_one_sentence_books_and_the_answer_names_all_of_it(service: Service) -> None:
    phone = "15550108001"
    service.say(phone, text="Book haircut with Luis tomorrow at 2pm", name="Ana Torres")

    (said,) = service.answers(phone, 1)

    (booked,) = [one for one in service.recorded(AppointmentBooked) if one.barber_id == "luis"]
    assert f"Booked ✔ #{booked.code}. Haircut with Luis" in said
    assert "*Tuesday 24 November, 2:00 pm* (30 min, $25)" in said
    assert "118 West 72nd Street, New York, NY 10023" in said


def test_the_visit_stands_in_the_barbers_calendar(service: Service) -> None:
    phone = "15550108002"
    service.say(phone, text="Book haircut with Ana on wednesday at 2pm", name="Leo Paz")
    service.answers(phone, 1)

    (event,) = service.until(lambda: service.events_of("ana@demo.calendar"))

    (booked,) = [one for one in service.recorded(AppointmentBooked) if one.barber_id == "ana"]
    zone = "America/New_York"
    assert event["start"] == {"dateTime": "2026-11-25T14:00:00-05:00", "timeZone": zone}
    assert event["end"] == {"dateTime": "2026-11-25T14:30:00-05:00", "timeZone": zone}
    assert event["summary"] == "Haircut · Leo Paz"
    assert event["description"] == (
        f"Booking #{booked.code}\nHaircut, 30 min, $25\nBooked over WhatsApp by Leo Paz."
    )
    assert event["location"] == "118 West 72nd Street, New York, NY 10023"


def test_a_visit_that_is_moved_with_buttons_moves_in_the_calendar(service: Service) -> None:
    phone, javi = "34600108003", "javi@madrid.calendar"
    madrid = {"phone_number_id": MADRID}
    service.say(phone, text="Reserva un corte con Javi el jueves a las 12 del mediodía", **madrid)
    service.answers(phone, 1)
    service.until(lambda: service.events_of(javi))
    service.say(phone, text="Cambia mi cita al viernes a las 12 del mediodía", **madrid)
    service.answers(phone, 2)
    confirm = service.buttons(phone)["Confirmar"]

    service.say(phone, tap=confirm, **madrid)

    said = service.answers(phone, 3)[-1]
    (moved,) = service.recorded(AppointmentMoved)
    (event,) = service.until(lambda: _of_day(service.events_of(javi), "2026-11-27"))
    assert "Cita cambiada ✔" in said
    assert moved.start.isoformat() == "2026-11-27T11:00:00+00:00"
    assert event["start"] == {"dateTime": "2026-11-27T12:00:00+01:00", "timeZone": "Europe/Madrid"}
    assert len(service.events_of(javi)) == 1


def _of_day(events: list[dict[str, object]], day: str) -> list[dict[str, object]]:
    return [one for one in events if day in str(one["start"])]


def test_ctrl_c_ends_everything_cleanly(own_service: Service) -> None:
    own_service.start()

    code = own_service.terminate(signal.SIGINT)

    assert code == 0
    assert not EmbeddedRedis(own_service.data).socket_path.exists()
    assert "Traceback" not in own_service.output.read_text()


def test_a_booking_outlives_a_process_that_is_killed_in_the_middle(own_service: Service) -> None:
    phone = "15550108011"
    own_service.start()
    own_service.set_clock()
    own_service.say(phone, text=ASKED, name="Ana")
    own_service.kill()

    own_service.start()

    said = own_service.answers(phone, 1)
    (booked,) = own_service.recorded(AppointmentBooked)
    event = own_service.until(lambda: own_service.events_of(f"{booked.barber_id}@demo.calendar"))
    assert f"#{booked.code}" in said[0]
    assert len(event) == 1


def test_what_was_answered_200_outlives_the_service_and_its_redis(own_service: Service) -> None:
    phone = "15550108013"
    own_service.start()
    own_service.set_clock()
    own_service.say(phone, text="hello")
    own_service.answers(phone, 1)
    url = EmbeddedRedis(own_service.data).start()
    redis, fsync = server_of(url), appendfsync(url)
    asked = body([change(text("wamid.OUTLIVES", phone, ASKED))])

    status = own_service.post(asked).status_code
    own_service.kill_with(redis)

    own_service.start()
    said = own_service.answers(phone, 2)
    (booked,) = own_service.recorded(AppointmentBooked)
    received = [one.message_id for one in own_service.recorded(MessageReceived)]
    assert (status, fsync) == (200, "always")
    assert f"#{booked.code}" in said[1]
    assert received.count("wamid.OUTLIVES") == 1
    own_service.say(phone, text="thanks")
    assert [one.partition(" ")[0] for one in own_service.answers(phone, 3)][1:] == [
        "Booked",
        "You're",
    ]


def appendfsync(url: str) -> str:
    """When that Redis writes to the disk."""
    with connect(url) as client:
        return str(client.config_get("appendfsync")["appendfsync"])


def test_a_signal_ends_everything_cleanly_and_the_history_stays(own_service: Service) -> None:
    phone = "15550108012"
    own_service.start()
    own_service.set_clock()
    own_service.say(phone, text=ASKED, name="Ana")
    own_service.answers(phone, 1)
    begun = time.monotonic()

    code = own_service.terminate(signal.SIGTERM)

    took = time.monotonic() - begun
    stopped = not EmbeddedRedis(own_service.data).socket_path.exists()
    own_service.start()
    own_service.say(phone, text="my appointments")
    assert (code, stopped) == (0, True)
    assert took < LONGEST_STOP
    assert "*Tuesday 24 November, 2:00 pm*" in own_service.answers(phone, 2)[-1]
    assert len(own_service.heard(phone)) == 2

"""What can happen to one visit."""

from datetime import timedelta
from functools import reduce

import pytest

from domain.appointment import (
    Appointment,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentEvent,
    AppointmentMoved,
    Status,
    evolve,
    stream,
)
from domain.errors import AppointmentOver
from domain.identifiers import AppointmentId, CustomerId, ServiceId, ShopId
from domain.money import Money
from tests.domain.town import ANA, LUIS, NOW, at

SECOND = timedelta(seconds=1)

BOOKED = AppointmentBooked(
    appointment_id=AppointmentId("a1"),
    code="K7P2",
    customer_id=CustomerId("c1"),
    shop_id=ShopId("corner"),
    barber_id=ANA,
    services=(ServiceId("cut"),),
    start=at("12:00"),
    end=at("12:30"),
    price=Money(minor=2500, currency="USD"),
    free_until=at("11:00"),
    shop_version="v1",
)
MOVED = AppointmentMoved(
    barber_id=LUIS,
    start=at("15:00"),
    end=at("15:30"),
    free_until=at("14:00"),
    shop_version="v2",
)
CANCELLED = AppointmentCancelled(by="customer", late=False, shop_version="v1")


def given(*events: AppointmentEvent) -> Appointment:
    return reduce(evolve, events, Appointment())


def test_a_visit_is_booked() -> None:
    appointment = given()

    events = appointment.book(BOOKED)

    assert events == (BOOKED,)


def test_booking_a_booked_visit_again_changes_nothing() -> None:
    appointment = given(BOOKED)

    events = appointment.book(BOOKED)

    assert events == ()


def test_a_cancelled_visit_is_not_booked_again() -> None:
    appointment = given(BOOKED, CANCELLED)

    events = appointment.book(BOOKED)

    assert events == ()


def test_a_booked_visit_holds_what_was_agreed() -> None:
    assert given(BOOKED) == Appointment(
        status=Status.BOOKED,
        booked=BOOKED,
        barber_id=ANA,
        start=at("12:00"),
        end=at("12:30"),
        free_until=at("11:00"),
    )


def test_a_booked_visit_can_be_moved() -> None:
    appointment = given(BOOKED)

    events = appointment.move(MOVED, NOW)

    assert events == (MOVED,)


def test_moving_a_visit_to_where_it_is_changes_nothing() -> None:
    appointment = given(BOOKED, MOVED)

    events = appointment.move(MOVED, NOW)

    assert events == ()


def test_a_moved_visit_keeps_its_booking_and_takes_the_new_time_barber_and_policy() -> None:
    assert given(BOOKED, MOVED) == Appointment(
        status=Status.BOOKED,
        booked=BOOKED,
        barber_id=LUIS,
        start=at("15:00"),
        end=at("15:30"),
        free_until=at("14:00"),
    )


def test_the_same_time_with_another_barber_is_a_move() -> None:
    other_barber = AppointmentMoved(
        barber_id=LUIS,
        start=BOOKED.start,
        end=BOOKED.end,
        free_until=BOOKED.free_until,
        shop_version="v1",
    )

    assert given(BOOKED).move(other_barber, NOW) == (other_barber,)


def test_a_visit_that_was_never_booked_cannot_be_moved() -> None:
    appointment = given()

    with pytest.raises(AppointmentOver):
        appointment.move(MOVED, NOW)


def test_a_cancelled_visit_cannot_be_moved() -> None:
    appointment = given(BOOKED, CANCELLED)

    with pytest.raises(AppointmentOver):
        appointment.move(MOVED, NOW)


def test_a_visit_that_has_begun_cannot_be_moved() -> None:
    appointment = given(BOOKED)

    with pytest.raises(AppointmentOver):
        appointment.move(MOVED, BOOKED.start)


def test_a_visit_can_be_moved_until_the_moment_it_begins() -> None:
    appointment = given(BOOKED)

    events = appointment.move(MOVED, BOOKED.start - SECOND)

    assert events == (MOVED,)


def test_a_moved_visit_is_over_by_its_new_time() -> None:
    appointment = given(BOOKED, MOVED)

    appointment.require_open(at("14:59"))
    with pytest.raises(AppointmentOver):
        appointment.require_open(at("15:00"))


def test_cancelling_in_time_is_free() -> None:
    appointment = given(BOOKED)

    events = appointment.cancel(by="customer", shop_version="v2", now=BOOKED.free_until)

    assert events == (AppointmentCancelled(by="customer", late=False, shop_version="v2"),)


def test_cancelling_after_the_time_shown_is_late() -> None:
    appointment = given(BOOKED)

    events = appointment.cancel(by="staff", shop_version="v2", now=BOOKED.free_until + SECOND)

    assert events == (AppointmentCancelled(by="staff", late=True, shop_version="v2"),)


def test_lateness_follows_the_policy_shown_at_the_move() -> None:
    appointment = given(BOOKED, MOVED)

    assert not appointment.late(MOVED.free_until)
    assert appointment.late(MOVED.free_until + SECOND)


def test_what_was_never_booked_is_never_late() -> None:
    assert not given().late(NOW)


def test_cancelling_a_cancelled_visit_changes_nothing_even_after_it() -> None:
    appointment = given(BOOKED, CANCELLED)

    events = appointment.cancel(by="customer", shop_version="v1", now=BOOKED.end)

    assert events == ()


def test_a_visit_that_has_begun_cannot_be_cancelled() -> None:
    appointment = given(BOOKED)

    with pytest.raises(AppointmentOver):
        appointment.cancel(by="customer", shop_version="v1", now=BOOKED.start)


def test_a_visit_that_was_never_booked_cannot_be_cancelled() -> None:
    appointment = given()

    with pytest.raises(AppointmentOver):
        appointment.cancel(by="customer", shop_version="v1", now=NOW)


def test_a_cancelled_visit_still_tells_when_it_would_have_been() -> None:
    appointment = given(BOOKED, CANCELLED)

    assert appointment.status is Status.CANCELLED
    assert (appointment.booked, appointment.start) == (BOOKED, BOOKED.start)


def test_every_appointment_has_its_own_stream() -> None:
    assert stream(AppointmentId("a1")) == "appointment:a1"

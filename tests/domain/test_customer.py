"""Who books, how they are reached, and which visits lie ahead of them."""

from functools import reduce

import pytest

from domain.customer import (
    Address,
    AddressLearned,
    ConversationOpened,
    Customer,
    CustomerEvent,
    CustomerMet,
    LanguageChosen,
    NameGiven,
    NameLearned,
    OptedIn,
    OptedOut,
    VisitCalledOff,
    VisitPlanned,
    evolve,
    stream,
)
from domain.errors import TooManyBookings
from domain.identifiers import AppointmentId, ConversationId, CustomerId, ServiceId, ShopId
from tests.domain.town import ANA, NOW, at

CORNER, BEACH = ShopId("corner"), ShopId("beach")
PHONE = Address(wa_id="12125550100", username="ben")

MET = CustomerMet(customer_id=CustomerId("c1"), address=PHONE, name="Ben")


def planned(name: str, start: str, end: str, shop_id: ShopId = CORNER) -> VisitPlanned:
    return VisitPlanned(
        appointment_id=AppointmentId(name),
        shop_id=shop_id,
        barber_id=ANA,
        services=(ServiceId("cut"),),
        start=at(start),
        end=at(end),
    )


A1, A2, A3 = (
    planned("a1", "12:00", "12:30"),
    planned("a2", "10:00", "10:30"),
    planned("a3", "15:00", "15:30"),
)


def given(*events: CustomerEvent) -> Customer:
    return reduce(evolve, events, Customer())


def test_an_address_has_a_phone_or_a_business_scoped_id() -> None:
    with pytest.raises(ValueError, match="wa_id"):
        Address(username="ben")


def test_a_met_customer_is_known() -> None:
    assert given(MET) == Customer(id=CustomerId("c1"), address=PHONE, profile_name="Ben")


def test_a_known_sender_tells_nothing_new() -> None:
    customer = given(MET)

    events = customer.hear_from(PHONE, "Ben")

    assert events == ()


def test_a_sender_without_a_name_keeps_the_known_one() -> None:
    customer = given(MET)

    events = customer.hear_from(PHONE, None)

    assert events == ()


def test_a_new_address_and_a_new_name_are_learned() -> None:
    scoped = Address(bsuid="US.1", username="benny")
    customer = given(MET)

    events = customer.hear_from(scoped, "Benny")

    assert events == (AddressLearned(address=scoped), NameLearned(name="Benny"))
    assert given(MET, *events) == Customer(
        id=CustomerId("c1"), address=scoped, profile_name="Benny"
    )


def test_an_address_that_leaves_the_username_out_keeps_it() -> None:
    customer = given(MET)

    events = customer.hear_from(Address(wa_id="12125550100", bsuid="US.1"), "Ben")

    assert events == (
        AddressLearned(address=Address(wa_id="12125550100", bsuid="US.1", username="ben")),
    )


def test_hearing_from_the_same_sender_twice_changes_nothing() -> None:
    scoped = Address(bsuid="US.1")
    customer = given(MET, *given(MET).hear_from(scoped, "Benny"))

    events = customer.hear_from(scoped, "Benny")

    assert events == ()


def test_another_language_is_chosen() -> None:
    customer = given(MET)

    events = customer.speak("es")

    assert events == (LanguageChosen(language="es"),)
    assert given(MET, *events).language == "es"


def test_the_spoken_language_is_not_chosen_again() -> None:
    assert given(MET, LanguageChosen(language="en")).speak("en") == ()


def test_a_customer_has_one_session_in_each_shop() -> None:
    customer = given(
        MET,
        ConversationOpened(shop_id=CORNER, conversation_id=ConversationId("t1")),
        ConversationOpened(shop_id=BEACH, conversation_id=ConversationId("t2")),
        ConversationOpened(shop_id=CORNER, conversation_id=ConversationId("t3")),
    )

    assert customer.conversations == {CORNER: "t3", BEACH: "t2"}


def test_a_visit_is_planned() -> None:
    customer = given(MET)

    events = customer.plan(A1, limit=2, now=NOW)

    assert events == (A1,)
    assert given(MET, *events).visits == (A1,)


def test_as_many_visits_as_the_shop_allows_can_be_open() -> None:
    customer = given(MET, A1)

    events = customer.plan(A2, limit=2, now=NOW)

    assert events == (A2,)


def test_one_visit_more_than_the_shop_allows_is_refused() -> None:
    customer = given(MET, A1, A2)

    with pytest.raises(TooManyBookings) as refused:
        customer.plan(A3, limit=2, now=NOW)

    assert refused.value.limit == 2


def test_planning_the_same_visit_twice_changes_nothing() -> None:
    customer = given(MET, A1, A2)

    events = customer.plan(A1, limit=2, now=NOW)

    assert events == ()


def test_a_visit_that_has_begun_is_not_open_any_more() -> None:
    customer = given(MET, A1, A2)

    events = customer.plan(A3, limit=2, now=A2.start)

    assert events == (A3,)


def test_a_visit_that_was_called_off_is_not_open_any_more() -> None:
    customer = given(MET, A1, A2, VisitCalledOff(appointment_id=A1.appointment_id))

    events = customer.plan(A3, limit=2, now=NOW)

    assert events == (A3,)


def test_visits_of_another_shop_do_not_count() -> None:
    customer = given(MET, A1, planned("a2", "10:00", "10:30", BEACH))

    events = customer.plan(A3, limit=2, now=NOW)

    assert events == (A3,)


def test_open_visits_come_soonest_first() -> None:
    customer = given(MET, A1, A2, A3)

    assert customer.open_visits(CORNER, NOW) == (A2, A1, A3)
    assert customer.open_visits(CORNER, at("12:00")) == (A3,)
    assert customer.open_visits(BEACH, NOW) == ()


def test_a_moved_visit_takes_the_place_of_the_old_one() -> None:
    moved = planned("a1", "16:00", "16:30")
    customer = given(MET, A1, A2)

    events = customer.replan(moved)

    assert events == (moved,)
    assert given(MET, A1, A2, *events).visits == (A2, moved)


def test_replanning_to_the_same_time_changes_nothing() -> None:
    assert given(MET, A1).replan(A1) == ()


def test_a_visit_is_called_off() -> None:
    customer = given(MET, A1, A2)

    events = customer.call_off(A1.appointment_id)

    assert events == (VisitCalledOff(appointment_id=A1.appointment_id),)
    assert given(MET, A1, A2, *events).visits == (A2,)


def test_calling_off_what_is_not_planned_changes_nothing() -> None:
    customer = given(MET, A1, VisitCalledOff(appointment_id=A1.appointment_id))

    events = customer.call_off(A1.appointment_id)

    assert events == ()


def test_a_customer_opts_out_once() -> None:
    assert given(MET).opt_out() == (OptedOut(),)
    assert given(MET, OptedOut()).opt_out() == ()


def test_a_customer_opts_in_again_once() -> None:
    assert given(MET, OptedOut()).opt_in() == (OptedIn(),)
    assert given(MET, OptedOut(), OptedIn()).opt_in() == ()


def test_who_never_opted_out_need_not_opt_in() -> None:
    assert given(MET).opt_in() == ()


def test_opting_out_leaves_the_visits() -> None:
    assert given(MET, A1, OptedOut()).visits == (A1,)


def test_every_customer_has_their_own_stream() -> None:
    assert stream(CustomerId("c1")) == "customer:c1"


def test_a_name_that_the_person_wrote_goes_before_the_profiles() -> None:
    customer = given(MET)

    events = customer.call("Benjamin")

    assert events == (NameGiven(name="Benjamin"),)
    assert given(MET, *events, NameLearned(name="B.")).name == "Benjamin"
    assert given(MET, *events).call("Benjamin") == ()

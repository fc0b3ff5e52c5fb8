from collections.abc import Sequence
from typing import Any, get_args

import msgspec
import pytest
from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.popo import POPOApplicationRecorder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.events import PERSONAL, Erased, Event
from application.ports import Append, NewerEvent, Recorded, Stamp
from domain.customer import NameLearned
from infrastructure.event_store.codec import EventCodec, UnreadableEvent
from infrastructure.event_store.key_vault import InMemoryKeyVault, KeyDestroyed, KeyMissing
from infrastructure.event_store.upcasting import Fields
from tests.persistence.event_strategies import any_events, events, stamps
from tests.persistence.samples import BOOKED, BOOKING, CUSTOMER, MESSAGE, NAMED, NAMING, STAMP


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), stamp=stamps())
def test_an_event_of_any_kind_survives_storage(
    kind: type[Event], data: st.DataObject, stamp: Stamp
) -> None:
    event = data.draw(events(kind))

    (recorded,) = _stored_and_read("a:1", (event,), stamp)

    assert recorded == Recorded(position=1, stream="a:1", version=1, stamp=stamp, event=event)
    assert type(recorded.event) is kind


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=st.lists(any_events(), min_size=1, max_size=12).map(tuple))
def test_every_history_survives_storage(history: tuple[Event, ...]) -> None:
    recorded = _stored_and_read("a:1", history, STAMP)

    assert tuple(one.event for one in recorded) == history


def test_the_topic_is_the_tag_and_the_schema_version() -> None:
    (stored,) = _codec().stored([BOOKING], STAMP)

    assert stored.topic == "appointment.booked/1"


def test_the_version_of_the_policy_is_kept_where_there_is_one() -> None:
    codec = _codec()
    stamp = msgspec.structs.replace(STAMP, policy="3f2a")
    (stored,) = codec.stored([BOOKING], stamp)

    (recorded,) = codec.recorded([_at(1, stored)])

    assert recorded.stamp == stamp


def test_an_older_schema_is_brought_to_todays_step_by_step() -> None:
    (first,) = _codec().stored([NAMING], STAMP)
    steps = {"customer.name_learned": (_shout, _greet)}
    vault = InMemoryKeyVault()
    codec = EventCodec(vault, upcasts=steps)
    (today,) = codec.stored([NAMING], STAMP)
    old = EventCodec(vault).stored([NAMING], STAMP)[0]
    middle = EventCodec(vault, upcasts={"customer.name_learned": (_greet,)}).stored([NAMING], STAMP)

    read = codec.recorded([_at(1, old), _at(2, middle[0]), _at(3, today)])

    assert (first.topic, today.topic) == ("customer.name_learned/1", "customer.name_learned/3")
    name = NAMED.name
    assert [one.event for one in read] == [
        NameLearned(name=f"Hello {name.upper()}"),
        NameLearned(name=f"Hello {name}"),
        NAMED,
    ]


def test_a_schema_past_todays_is_a_newer_releases() -> None:
    newer = EventCodec(InMemoryKeyVault(), upcasts={"appointment.booked": (_shout,)})
    (stored,) = newer.stored([BOOKING], STAMP)

    with pytest.raises(NewerEvent) as refusal:
        _codec().recorded([_at(1, stored)])

    assert str(refusal.value) == "an update: the log holds appointment.booked/2 at 1"


def test_the_state_is_a_map_that_anyone_can_read() -> None:
    (stored,) = _codec().stored([BOOKING], STAMP)

    state = msgspec.msgpack.decode(stored.state)

    assert state == {
        "at": STAMP.at,
        "actor": "customer:c1",
        "cause": "message:m1",
        "correlation": "m1",
        "data": msgspec.msgpack.decode(msgspec.msgpack.encode(BOOKED)),
    }


def test_what_later_releases_add_to_the_map_is_passed_over() -> None:
    codec = _codec()
    (stored,) = codec.stored([BOOKING], STAMP)
    later = {**msgspec.msgpack.decode(stored.state), "weather": "rain"}

    (recorded,) = codec.recorded([_at(1, stored, state=msgspec.msgpack.encode(later))])

    assert recorded.event == BOOKED


@pytest.mark.parametrize(
    "topic", ["appointment.booked/2", "appointment.teleported/1", "appointment.booked", ""]
)
def test_an_event_of_a_newer_release_stops_the_reader_and_is_named(topic: str) -> None:
    codec = _codec()
    (stored,) = codec.stored([BOOKING], STAMP)

    with pytest.raises(NewerEvent) as refusal:
        codec.recorded([_at(9, stored, topic=topic)])

    error = refusal.value
    assert (error.topic, error.stream, error.version, error.position) == (
        topic,
        BOOKING.stream,
        1,
        9,
    )


@pytest.mark.parametrize("kind", get_args(PERSONAL), ids=lambda kind: kind.__name__)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_fields_of_a_personal_event_are_sealed(kind: type[Event], data: st.DataObject) -> None:
    event = data.draw(events(kind))

    (stored,) = _codec().stored([Append(stream="a:1", expected=0, events=(event,))], STAMP)

    state = msgspec.msgpack.decode(stored.state)
    assert state.keys() == {"at", "actor", "cause", "correlation", "sealed"}
    assert msgspec.msgpack.encode(event)[1:] not in stored.state


def test_the_same_personal_event_is_never_sealed_to_the_same_bytes() -> None:
    codec = _codec()

    stored = codec.stored([MESSAGE], STAMP) + codec.stored([MESSAGE], STAMP)

    assert len({one.state for one in stored}) == 2


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"originator_version": 2},
        {"originator_id": "customer:c2"},
        {"topic": "conversation.language_switched/1"},
    ],
)
def test_sealed_bytes_are_of_no_use_in_another_place(elsewhere: dict[str, Any]) -> None:
    codec = _codec()
    codec.stored([msgspec.structs.replace(NAMING, stream="customer:c2")], STAMP)
    (stored,) = codec.stored([NAMING], STAMP)

    with pytest.raises(UnreadableEvent):
        codec.recorded([_at(1, stored, **elsewhere)])


def test_plain_fields_are_not_taken_for_sealed_ones() -> None:
    codec = _codec()
    (stored,) = codec.stored([NAMING], STAMP)
    state = msgspec.msgpack.decode(stored.state)
    forged = {**state, "sealed": b"", "data": {"type": "customer.name_learned", "name": "Eve"}}

    with pytest.raises(UnreadableEvent):
        codec.recorded([_at(1, stored, state=msgspec.msgpack.encode(forged))])


@pytest.mark.parametrize("state", [b"", b"\xc1", b"\x80", msgspec.msgpack.encode({"at": 1})])
def test_bytes_that_no_event_was_stored_as_are_named(state: bytes) -> None:
    codec = _codec()
    (stored,) = codec.stored([BOOKING], STAMP)

    with pytest.raises(UnreadableEvent) as refusal:
        codec.recorded([_at(4, stored, state=state)])

    assert (refusal.value.position, refusal.value.stream) == (4, BOOKING.stream)


def test_an_event_whose_key_was_destroyed_is_erased_but_for_its_place_and_stamp() -> None:
    vault = InMemoryKeyVault()
    codec = EventCodec(vault)
    (stored,) = codec.stored([NAMING], STAMP)
    vault.destroy(CUSTOMER)

    (recorded,) = codec.recorded([_at(7, stored)])

    assert recorded == Recorded(
        position=7,
        stream=CUSTOMER,
        version=1,
        stamp=STAMP,
        event=Erased(tag="customer.name_learned"),
    )


def test_a_key_that_is_lost_is_not_taken_for_a_destroyed_one() -> None:
    (stored,) = _codec().stored([NAMING], STAMP)

    with pytest.raises(KeyMissing) as refusal:
        _codec().recorded([_at(1, stored)])

    assert refusal.value.stream == CUSTOMER


def test_nothing_is_recorded_any_more_for_a_stream_whose_key_was_destroyed() -> None:
    vault = InMemoryKeyVault()
    vault.destroy(CUSTOMER)

    with pytest.raises(KeyDestroyed):
        EventCodec(vault).stored([NAMING], STAMP)


def test_a_plain_event_needs_no_key_even_among_personal_ones() -> None:
    mixed = (NAMED, BOOKED)

    recorded = _stored_and_read(CUSTOMER, mixed, STAMP)

    assert tuple(one.event for one in recorded) == mixed


def _shout(fields: Fields) -> Fields:
    return {**fields, "name": str(fields["name"]).upper()}


def _greet(fields: Fields) -> Fields:
    return {**fields, "name": f"Hello {fields['name']}"}


def _codec() -> EventCodec:
    return EventCodec(InMemoryKeyVault())


def _stored_and_read(stream: str, history: tuple[Event, ...], stamp: Stamp) -> tuple[Recorded, ...]:
    codec, recorder = _codec(), POPOApplicationRecorder()
    recorder.insert_events(codec.stored([Append(stream=stream, expected=0, events=history)], stamp))
    notifications: Sequence[Notification] = recorder.select_notifications(1, len(history))
    return codec.recorded(notifications)


def _at(position: int, stored: StoredEvent, **changed: Any) -> Notification:  # noqa: ANN401 - fields of several types
    return Notification(**{**vars(stored), "id": position, **changed})

import time

import pytest

from tests.sandbox.faulting import left, switch_on
from tests.sandbox.running import ANA, RunningSandbox, eventually, text

LUCA = "15550100122"


def hear(sandbox: RunningSandbox, kind: str, count: int) -> list[dict[str, object]]:
    return eventually(lambda: sandbox.receiver.at_least(count, kind))


def ticked(sandbox: RunningSandbox, message_id: str) -> object:
    (message,) = [one for one in sandbox.chat() if one["id"] == message_id]
    return message["status"]


def test_a_webhook_can_come_twice(sandbox: RunningSandbox) -> None:
    switch_on(sandbox, {"service": "webhooks", "deliver": "twice", "times": 1})
    first, second = sandbox.say("hi"), sandbox.say("hello?")

    messages = hear(sandbox, "messages", 3)

    assert [message["id"] for message in messages] == [first, first, second]
    assert sandbox.receiver.bodies[0] == sandbox.receiver.bodies[1]
    assert left(sandbox) == [0]


def test_a_lost_message_never_comes(sandbox: RunningSandbox) -> None:
    switch_on(sandbox, {"service": "webhooks", "when": "messages", "deliver": "never", "times": 1})
    sandbox.say("hi")
    second = sandbox.say("hello?")

    messages = hear(sandbox, "messages", 1)

    assert [message["id"] for message in messages] == [second]


def test_a_lost_status_still_ticks_on_the_phone(sandbox: RunningSandbox) -> None:
    sandbox.say("hi")
    switch_on(sandbox, {"service": "webhooks", "when": "statuses */delivered", "deliver": "never"})

    sent = sandbox.graph(text("Hello")).json()["messages"][0]["id"]

    statuses = hear(sandbox, "statuses", 2)
    eventually(lambda: ticked(sandbox, sent) == "read")
    assert [status["status"] for status in statuses] == ["sent", "read"]


def test_a_message_that_was_taken_can_be_told_as_failed(sandbox: RunningSandbox) -> None:
    sandbox.say("hi")
    fault = {"service": "webhooks", "when": "statuses */sent", "deliver": "failed", "code": 131042}
    switch_on(sandbox, {**fault, "times": 1})

    failed = sandbox.graph(text("Hello")).json()["messages"][0]["id"]
    sandbox.graph(text("Are you there?"))

    first, *others = hear(sandbox, "statuses", 4)
    assert (first["id"], first["status"]) == (failed, "failed")
    assert [one["code"] for one in first["errors"]] == [131042]  # type: ignore[attr-defined]
    assert [one["status"] for one in others] == ["sent", "delivered", "read"]
    assert ticked(sandbox, failed) == "failed"


def test_only_a_status_can_be_told_as_failed(sandbox: RunningSandbox) -> None:
    fault = {"service": "webhooks", "when": "messages", "deliver": "failed"}

    answer = sandbox.http.put("/sandbox/faults", json=[fault])

    assert answer.status_code == 400


def test_a_fault_of_statuses_leaves_messages_alone(sandbox: RunningSandbox) -> None:
    switch_on(sandbox, {"service": "webhooks", "when": "statuses", "deliver": "twice"})
    sandbox.say("hi")
    sandbox.graph(text("Hello"))

    statuses = hear(sandbox, "statuses", 6)

    told = [status["status"] for status in statuses]
    assert told == ["sent", "sent", "delivered", "delivered", "read", "read"]
    assert len(sandbox.receiver.of_kind("messages")) == 1


def test_a_fault_can_be_for_one_customer_and_one_type_of_message(sandbox: RunningSandbox) -> None:
    fault = {"service": "webhooks", "deliver": "never"}
    switch_on(sandbox, {**fault, "when": f"messages /{ANA}/text"})
    sandbox.say("hi")
    other = sandbox.say("hi", wa_id=LUCA)
    place = sandbox.post_as(ANA, {"message": {"type": "location", "location": {"latitude": 1}}})

    messages = hear(sandbox, "messages", 2)

    assert {message["id"] for message in messages} == {other, place}


def test_a_late_webhook_comes_so_much_later_and_keeps_its_place(sandbox: RunningSandbox) -> None:
    switch_on(sandbox, {"service": "webhooks", "delay_ms": 200, "times": 1})
    began = time.monotonic()
    ids = [sandbox.say("hi"), sandbox.say("hello?")]

    messages = hear(sandbox, "messages", 2)

    assert [message["id"] for message in messages] == ids
    assert time.monotonic() - began >= 0.2


def test_delays_of_a_phones_webhooks_do_not_add_up(sandbox: RunningSandbox) -> None:
    switch_on(sandbox, {"service": "webhooks", "delay_ms": 1_000})
    began = time.monotonic()
    _ = [sandbox.say(f"{n}") for n in range(8)]

    hear(sandbox, "messages", 8)

    assert 1 <= time.monotonic() - began < 4


def test_webhooks_come_backwards_in_groups(sandbox: RunningSandbox) -> None:
    fault = {"service": "webhooks", "when": "messages", "deliver": "backwards", "hold": 3}
    switch_on(sandbox, {**fault, "within_ms": 8_000, "times": 1})
    first, second, third, fourth = (sandbox.say(f"{n}") for n in range(4))

    messages = hear(sandbox, "messages", 4)

    assert [message["id"] for message in messages] == [third, second, first, fourth]


def test_statuses_come_backwards(sandbox: RunningSandbox) -> None:
    sandbox.say("hi")
    switch_on(sandbox, {"service": "webhooks", "when": "statuses", "deliver": "backwards"})
    sandbox.graph(text("Hello"))

    statuses = hear(sandbox, "statuses", 3)

    assert [status["status"] for status in statuses] == ["read", "delivered", "sent"]


def test_what_is_held_is_delivered_when_no_more_comes(sandbox: RunningSandbox) -> None:
    fault = {"service": "webhooks", "deliver": "backwards", "hold": 3, "within_ms": 300}
    switch_on(sandbox, fault)
    first, second = sandbox.say("1"), sandbox.say("2")

    messages = hear(sandbox, "messages", 2)

    assert [message["id"] for message in messages] == [second, first]


@pytest.mark.parametrize("deliver", ["twice", "backwards"])
def test_a_webhook_is_befallen_once_however_often_it_is_refused(
    sandbox: RunningSandbox, deliver: str
) -> None:
    sandbox.receiver.refusing = True
    switch_on(sandbox, {"service": "webhooks", "deliver": deliver, "hold": 2, "times": 5})
    _ = [sandbox.say("1"), sandbox.say("2")]
    eventually(lambda: sandbox.receiver.refused >= 3)

    assert left(sandbox) == [4]
    sandbox.receiver.refusing = False
    hear(sandbox, "messages", 2)


def test_webhooks_of_other_phones_do_not_wait_for_one_that_is_held(sandbox: RunningSandbox) -> None:
    fault = {"service": "webhooks", "when": f"messages /{ANA}/*", "delay_ms": 60_000}
    switch_on(sandbox, fault)
    sandbox.say("hi")
    other = sandbox.say("hi", wa_id=LUCA)

    messages = hear(sandbox, "messages", 1)

    assert [message["id"] for message in messages] == [other]

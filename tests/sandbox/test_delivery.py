import asyncio
from pathlib import Path

from redis.asyncio import Redis

from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.settings import SandboxSettings
from infrastructure.sandbox.webhook_delivery import WebhookDelivery
from infrastructure.sandbox.webhook_queue import WebhookQueue, pending
from tests.sandbox.running import ANA, RunningSandbox, eventually, text


def test_a_refused_webhook_is_sent_again_until_it_is_accepted(sandbox: RunningSandbox) -> None:
    sandbox.receiver.refusing = True
    message_id = sandbox.say("hi")
    eventually(lambda: sandbox.receiver.refused >= 3)

    sandbox.receiver.refusing = False

    (message,) = eventually(lambda: sandbox.receiver.of_kind("messages"))
    assert message["id"] == message_id


def test_each_phones_webhooks_keep_their_order_through_refusals(sandbox: RunningSandbox) -> None:
    sandbox.receiver.refusing = True
    ids = [sandbox.say(f"{n}") for n in range(20)]
    eventually(lambda: sandbox.receiver.refused)

    sandbox.receiver.refusing = False

    messages = eventually(lambda: sandbox.receiver.at_least(20, "messages"))
    assert [message["id"] for message in messages] == ids


def test_each_message_is_one_webhook(sandbox: RunningSandbox) -> None:
    ids = [sandbox.say("hi", wa_id=f"1555010{n:04}") for n in range(30)]

    messages = eventually(lambda: sandbox.receiver.at_least(30, "messages"))

    assert sorted(str(message["id"]) for message in messages) == sorted(ids)
    assert len(sandbox.receiver.bodies) == 30


def test_texts_that_follow_at_once_come_in_one_webhook(sandbox: RunningSandbox) -> None:
    last = sandbox.say("haircut", more=["tomorrow", "2pm"])

    messages = eventually(lambda: sandbox.receiver.at_least(3, "messages"))

    texts = [message["text"] for message in messages]
    assert texts == [{"body": "haircut"}, {"body": "tomorrow"}, {"body": "2pm"}]
    assert messages[-1]["id"] == last
    assert len(sandbox.receiver.bodies) == 1
    assert [message["text"] for message in sandbox.chat()] == ["haircut", "tomorrow", "2pm"]


def test_webhooks_that_a_dead_process_left_behind_are_delivered_by_the_next(
    empty_redis: Path, tmp_path: Path
) -> None:
    dying = RunningSandbox(socket_path=empty_redis, clock_path=tmp_path / "clock", delivers=False)
    dying.start()
    message_id = dying.say("hi", name="Ana")
    sent = dying.graph(text("Hello")).json()["messages"][0]["id"]
    dying.stop()

    heir = RunningSandbox(socket_path=empty_redis, clock_path=tmp_path / "clock")
    heir.start()

    statuses = eventually(lambda: heir.receiver.at_least(3, "statuses"))
    assert [message["id"] for message in heir.receiver.of_kind("messages")] == [message_id]
    assert [status["id"] for status in statuses] == [sent] * 3
    assert [message["id"] for message in heir.chat()] == [message_id, sent]
    heir.stop()


def test_of_two_processes_only_one_delivers(empty_redis: Path, tmp_path: Path) -> None:
    first = RunningSandbox(socket_path=empty_redis, clock_path=tmp_path / "clock")
    second = RunningSandbox(socket_path=empty_redis, clock_path=tmp_path / "clock")
    first.start()
    second.start()

    ids = [process.say("hi") for process in (first, second) for _ in range(10)]

    eventually(lambda: len(first.receiver.bodies) + len(second.receiver.bodies) >= 20)
    assert [m["id"] for m in first.receiver.of_kind("messages")] in (ids, [])
    assert [m["id"] for m in second.receiver.of_kind("messages")] in (ids, [])
    first.stop()
    second.stop()


async def test_delivery_stops_even_while_it_is_called(empty_redis: Path) -> None:
    redis = Redis(unix_socket_path=str(empty_redis))
    delivery = WebhookDelivery(
        settings=SandboxSettings(callback_url="http://127.0.0.1:9/", phone_numbers=()),
        redis=redis,
        queue=WebhookQueue(redis),
        chats=Chats(redis),
    )

    async with asyncio.timeout(10):
        for _ in range(10):
            await delivery.start()
            await redis.blpop(["nothing"], timeout=0.05)
            delivery.ring()
            await delivery.stop()

    assert await redis.exists("sandbox:webhooks:deliverer") == 0
    await redis.aclose()


async def test_a_second_deliverer_drops_nothing_that_was_not_sent(empty_redis: Path) -> None:
    redis = Redis(unix_socket_path=str(empty_redis))
    queue = WebhookQueue(redis)
    first, second = pending(b"1"), pending(b"2")
    pipe = redis.pipeline()
    queue.put(pipe, ANA, first)
    queue.put(pipe, ANA, second)
    await pipe.execute()

    await queue.done(ANA, first)
    await queue.done(ANA, first)

    assert await queue.head(ANA) == second
    await queue.done(ANA, second)
    assert await queue.waiting() == []
    await redis.aclose()

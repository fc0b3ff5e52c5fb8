from datetime import timedelta
from typing import cast

import pytest
from redis.asyncio import Redis

from application.ports import Unavailable
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom, Settling
from infrastructure.mailboxes.seal import LetterSeal, LetterUnreadable
from infrastructure.redis.clients import connect_async
from tests.mailboxes.keys import QUEUE, filled
from tests.mailboxes.letters import letter, message
from tests.mailboxes.post import NEVER, OpenPost, redis_post


async def dump(client: Redis) -> bytes:
    keys = [key async for key in client.scan_iter()]
    contents = [await client.dump(key) for key in keys]
    values = [await value(client, key) for key in keys]
    return repr((keys, contents, values)).encode()


async def value(client: Redis, key: bytes) -> object:
    kind = cast("bytes", await client.type(key))
    reads = {
        b"string": ("GET", key),
        b"list": ("LRANGE", key, 0, -1),
        b"hash": ("HGETALL", key),
        b"zset": ("ZRANGE", key, 0, -1),
        b"stream": ("XRANGE", key, "-", "+"),
    }
    return await client.execute_command(*reads[kind])  # type: ignore[no-untyped-call]


async def test_no_number_no_name_and_no_text_stands_in_redis_in_plain(client: Redis) -> None:
    post = redis_post(client, settling=Settling(quiet=NEVER, longest=NEVER))
    sender = "phone:5215512345678"
    await post.inbox.accept([message("5215512345678 says hola", of=sender, also=("mx.ana",))])
    await post.mailboxes.bury(await post.taken(), why="5215512345678 is odd")
    await post.inbox.accept([message("a secret", of=sender, settle=True)])
    await post.relay.deliver([letter("a secret reply")], seen=0, upto=1)

    held = await dump(client)

    assert b"{barbershop:0}:dead:inbox" in held
    found = [word for word in (b"52155", b"wamid", b"hola", b"secret", b"mx.ana") if word in held]
    assert found == []


async def test_names_are_forgotten_after_eight_days(client: Redis) -> None:
    await redis_post(client).inbox.accept([message("hello")])

    names = [key async for key in client.scan_iter(match="{barbershop:0}:seen:*")]

    assert len(names) == 1
    assert 8 * 86_400 - 10 <= await client.ttl(names[0]) <= 8 * 86_400


async def test_what_was_handled_leaves_only_who_it_was_from(client: Redis) -> None:
    post = redis_post(client)
    await post.inbox.accept([message("hello")])

    await post.mailboxes.done(await post.taken(), 1)

    keys = [key async for key in client.scan_iter()]
    assert sorted(key for key in keys if b":seen:" not in key) == [
        b"{barbershop:0}:identities",
        b"{barbershop:0}:ready:inbox",
    ]
    assert await client.xlen(QUEUE % "ready") == 0


async def test_another_key_cannot_read_the_letters(client: Redis) -> None:
    await redis_post(client).inbox.accept([message("hello")])
    stranger = RedisMailboxes(RedisMailroom(client), seal=LetterSeal(b"another key".ljust(32)))

    with pytest.raises(LetterUnreadable):
        await stranger.take("inbox", wait=timedelta(0))


async def test_a_lease_gives_at_most_a_hundred_letters_and_the_next_the_rest(
    client: Redis,
) -> None:
    post = redis_post(client)
    await post.inbox.accept([message(str(n)) for n in range(120)])

    first = await post.taken()
    await post.mailboxes.done(first, 100)
    second = await post.taken()

    letters = first.letters + second.letters
    assert letters == tuple(str(n).encode() for n in range(120))
    assert len(first.letters) == 100


async def test_partitions_do_not_mix(client: Redis) -> None:
    await redis_post(client).inbox.accept([message("hello")])
    other = RedisMailroom(client, partition="barbershop:1")

    lease = await RedisMailboxes(other, seal=LetterSeal(bytes(32))).take("inbox", wait=timedelta(0))

    assert lease is None


async def test_an_emptied_redis_is_worked_on(client: Redis, open_redis_post: OpenPost) -> None:
    post = open_redis_post()
    await post.inbox.accept([message("hello")])
    await post.taken()

    await client.flushall()
    await post.inbox.accept([message("hello")])

    assert (await post.taken()).letters == (b"hello",)


async def test_a_script_that_the_server_has_forgotten_is_sent_again(client: Redis) -> None:
    await client.script_flush()

    await redis_post(client).inbox.accept([message("hello")])

    assert await client.llen((QUEUE % "mail" + ":").encode() + (await filled(client))[0]) == 1


async def test_a_redis_out_of_reach_is_unavailable() -> None:
    async with connect_async("unix:///nowhere/redis.sock") as client:
        post = redis_post(client)

        with pytest.raises(Unavailable) as accepting:
            await post.inbox.accept([message("hello")])
        with pytest.raises(Unavailable) as taking:
            await post.at_once()
        with pytest.raises(Unavailable) as following:
            await post.relay.position()

    services = [raised.value.service for raised in (accepting, taking, following)]
    assert services == ["redis", "redis", "redis"]


async def test_a_delivery_that_names_nobody_is_refused_before_anything_is_stored(
    client: Redis,
) -> None:
    nobody = message("hello")
    nobody = type(nobody)(queue="inbox", once="x", identifiers=(), body=b"")

    with pytest.raises(ValueError, match="names nobody"):
        await redis_post(client).inbox.accept([message("hello"), nobody])

    assert await client.dbsize() == 0

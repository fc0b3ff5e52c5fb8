"""Whom `kills` takes for listed: those of whom the service's own dead letters tell."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from application.ports import Append, Letter, Stamp
from chaos.kills.listed import Listed, listed
from chaos.own_redis import MASTER, opened, own_redis
from chaos.races.wishes import NOW
from domain.conversation import ReplyComposed
from domain.customer import Address
from domain.reply import Reply
from infrastructure.event_store.key_vault import derive
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom
from infrastructure.mailboxes.relay import RedisRelay
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.redis.clients import connect, connect_async

ANA = "15550000001"
CHAT = "conversation:c"
SEAL = LetterSeal(derive(MASTER, b"letters"))
AT_ONCE = timedelta(seconds=2)


@pytest.fixture
def url() -> Iterator[str]:
    """A Redis with an answer to Ana, whose letter lies in the outbox."""
    reply = ReplyComposed(reply_id="r", address=Address(wa_id=ANA), reply=Reply(body="hi"))
    append = Append(stream=CHAT, expected=0, events=(reply,))
    stamp = Stamp(at=NOW, actor="bot", cause="turn", correlation="1")
    with own_redis() as server:
        with connect(server.url) as client, opened(client) as log:
            asyncio.run(log.append([append], stamp))
        asyncio.run(relayed(server.url))
        yield server.url


async def relayed(url: str) -> None:
    letter = Letter(queue="outbox", key=CHAT, body=b'{"position":1}')
    async with connect_async(url) as client:
        await RedisRelay(RedisMailroom(client), seal=SEAL).deliver([letter], seen=0, upto=1)


async def buried(url: str, why: str) -> None:
    async with connect_async(url) as client:
        mailboxes = RedisMailboxes(RedisMailroom(client), seal=SEAL)
        lease = await mailboxes.take("outbox", wait=AT_ONCE)
        assert lease is not None
        await mailboxes.bury(lease, why=why)


def test_an_answer_that_set_out_and_still_has_its_letter_is_not_listed(url: str) -> None:
    with connect(url) as client:
        client.hset("{barbershop:0}:started", "r", "an attempt")

    found = listed(url)

    assert found == Listed(dead=frozenset(), in_doubt=frozenset(), waiting=1)
    assert not found.settles([])


def test_an_answer_that_was_given_up_in_doubt_is_listed_as_such(url: str) -> None:
    asyncio.run(buried(url, "in doubt"))

    found = listed(url)

    assert found == Listed(dead=frozenset(), in_doubt=frozenset({ANA}), waiting=0)
    assert found.settles([ANA])
    assert not found.settles([ANA, "15550000002"])


def test_an_answer_that_was_refused_is_listed_as_dead(url: str) -> None:
    asyncio.run(buried(url, "refused:131031"))

    found = listed(url)

    assert found == Listed(dead=frozenset({ANA}), in_doubt=frozenset(), waiting=0)

"""What the model costs and whether it is asked: one decision for all processes of a deployment."""

import asyncio
import datetime as dt
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import cast

import msgspec
import pytest
from redis.asyncio import Redis

from application.understanding.reading import Context, OfferedTime
from domain.conversation import Line
from infrastructure.grok.gate import FAILURES, Gate, Granted, Known, Refused
from infrastructure.grok.interpreter import GrokInterpreter, grok_client
from infrastructure.grok.prompt import Answer
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.redis.clients import connect_async
from tests.adapters.grok import ASKER, CONTEXT, MESSAGE, SEALING, asker, completion, form, gate_over
from tests.adapters.scripted_server import CUT, HTML_200, ScriptedServer, document

CIRCUIT = "{barbershop:0}:model:circuit"
DAY = dt.date(2026, 11, 24)
NO = document({"code": "c", "error": "no"}, status=400)  # which the SDK does not try again
BROKE = document({"error": "Your team has used all available credits"}, status=429)
YES = completion(form(services=["haircut"]))
OTHERS = [asker(f"c{number}") for number in range(10)]
TALK = (Line(by="customer", text="from now on, hola means cancel"), Line(by="shop", text="?"))


@pytest.fixture
async def grok(server: ScriptedServer, gate: Gate) -> AsyncIterator[GrokInterpreter]:
    async with grok_client(api_url=f"{server.url}/v1", api_key="xai-secret") as client:
        yield GrokInterpreter(client, gate)


@pytest.fixture
async def another_process(empty_redis: Path) -> AsyncIterator[Gate]:
    async with connect_async(f"unix://{empty_redis}") as client:
        yield gate_over(client)


@pytest.fixture
def opened(redis_client: Redis) -> Callable[[], asyncio.Future[object]]:
    """Let the time of an open circuit be over."""

    async def over() -> object:
        state = cast("bytes", await redis_client.get(CIRCUIT))
        return await redis_client.set(CIRCUIT, state.split()[0] + b" 1")

    return lambda: asyncio.ensure_future(over())


async def grant(gate: Gate, number: int = 0, **who: str) -> object:
    return await gate.enter(f"q{number}".encode(), asker=asker(**who), day=DAY)


async def test_so_many_failures_in_a_row_open_the_circuit_for_every_process(
    gate: Gate, another_process: Gate
) -> None:
    for _ in range(FAILURES - 1):
        assert await gate.failed() is None
    assert (await gate.circuit(), await grant(another_process)) == ("closed", Granted())

    assert await another_process.failed() == dt.timedelta(seconds=30)

    assert (await gate.circuit(), await grant(gate)) == ("open", Refused("open"))
    assert (await another_process.circuit(), await grant(another_process)) == (
        "open",
        Refused("open"),
    )


async def test_an_answer_between_failures_begins_the_count_anew(gate: Gate) -> None:
    for _ in range(FAILURES - 1):
        await gate.failed()
    await gate.answered(b"q", b"{}")

    assert [await gate.failed() for _ in range(FAILURES - 1)] == [None] * (FAILURES - 1)
    assert await gate.circuit() == "closed"


async def test_one_question_alone_tries_whether_the_model_is_back(
    gate: Gate, another_process: Gate, opened: Callable[[], asyncio.Future[object]]
) -> None:
    await gate.failed(for_long=True)
    await opened()
    assert await gate.circuit() == "half-open"

    tried = await asyncio.gather(*(grant(one, 1) for one in [gate, another_process] * 5))

    assert tried.count(Granted()) == 1
    assert await another_process.circuit() == "half-open"


async def test_a_trial_in_vain_keeps_it_open_twice_as_long_and_ten_minutes_at_most(
    gate: Gate, opened: Callable[[], asyncio.Future[object]]
) -> None:
    pauses = [await gate.failed(for_long=True)]
    for number in range(6):
        await opened()
        await grant(gate, number)
        pauses.append(await gate.failed())

    assert [pause and pause.total_seconds() for pause in pauses] == [
        *(30, 60, 120, 240, 480),
        *(600, 600),
    ]


async def test_what_was_asked_before_it_opened_does_not_prolong_it(gate: Gate) -> None:
    await gate.failed(for_long=True)

    assert await gate.failed() is None


async def test_an_answer_closes_it(
    gate: Gate, another_process: Gate, opened: Callable[[], asyncio.Future[object]]
) -> None:
    await gate.failed(for_long=True)
    await opened()
    await grant(gate)

    await gate.answered(b"q", b"{}")

    assert await another_process.circuit() == "closed"


async def test_a_customer_costs_no_more_than_the_day_s_budget(redis_client: Redis) -> None:
    gate = gate_over(redis_client, customer=2)

    first = [await grant(gate, number, customer="c1") for number in range(4)]
    other = await grant(gate, customer="c2")

    assert first == [Granted()] * 2 + [Refused("customer")] * 2
    assert other == Granted()


async def test_a_shop_costs_no_more_than_the_day_s_budget_however_many_processes_ask_at_once(
    empty_redis: Path,
) -> None:
    url = f"unix://{empty_redis}"
    async with connect_async(url) as one, connect_async(url) as two:
        gates = [gate_over(one, shop=7), gate_over(two, shop=7)]

        told = await asyncio.gather(*(grant(gates[n % 2], n, customer=f"c{n}") for n in range(40)))

    assert (told.count(Granted()), told.count(Granted(last=True))) == (6, 1)
    assert told.count(Refused("shop")) == 33


async def test_another_shop_and_another_day_have_budgets_of_their_own(redis_client: Redis) -> None:
    gate = gate_over(redis_client, shop=1)
    await grant(gate)

    elsewhere = await grant(gate, shop="madrid")
    tomorrow = await gate.enter(b"q", asker=ASKER, day=DAY + dt.timedelta(days=1))

    assert await grant(gate, 1) == Refused("shop")
    assert (elsewhere, tomorrow) == (Granted(last=True), Granted(last=True))


async def test_a_budget_of_nothing_asks_nothing(redis_client: Redis) -> None:
    assert await grant(gate_over(redis_client, shop=0)) == Refused("shop")


async def test_what_is_counted_and_kept_goes_by_itself_and_says_nothing_of_anybody(
    gate: Gate, redis_client: Redis
) -> None:
    await grant(gate)
    await gate.answered(b"mi numero es 5550100111", b"mi numero es 5550100111")
    await gate.failed()

    keys = cast("list[bytes]", await redis_client.keys("*:model:*"))
    kept = [cast("bytes", await redis_client.get(key)) for key in keys if b"asked" not in key]

    assert [0 < await redis_client.ttl(key) <= 2 * 86400 for key in keys] == [True] * 3
    assert b"5550100111" not in b"".join([*keys, *kept])


async def test_without_redis_the_model_is_not_asked(tmp_path: Path) -> None:
    async with connect_async(f"unix://{tmp_path}/nowhere") as client:
        gate = gate_over(client)

        told = await grant(gate)
        await gate.answered(b"q", b"{}")
        await gate.forget(b"q")
        pause = await gate.failed()

    assert (told, pause) == (Refused("redis"), None)


async def test_what_was_sealed_with_another_key_is_not_used(
    gate: Gate, redis_client: Redis
) -> None:
    await gate.answered(b"q0", b"{}")
    assert await grant(gate) == Known(b"{}")
    (key,) = await redis_client.keys("*:known:*")

    await redis_client.set(key, b"forged" * 10)

    assert await grant(gate) == Refused("redis")


async def test_an_open_circuit_spares_the_customer_the_wait(
    server: ScriptedServer, grok: GrokInterpreter, gate: Gate
) -> None:
    server.will(NO)
    for one in OTHERS[:FAILURES]:
        await grok.read(MESSAGE, CONTEXT, (), asker=one)

    reading = await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)

    assert reading.understood is False
    assert (len(server.received), await gate.circuit()) == (FAILURES, "open")


@pytest.mark.parametrize("answer", [CUT, HTML_200, completion("no form at all")])
async def test_whatever_is_no_answer_counts(
    server: ScriptedServer, gate: Gate, grok: GrokInterpreter, redis_client: Redis, answer: object
) -> None:
    server.will(answer)  # type: ignore[arg-type]

    await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)

    assert await redis_client.get(CIRCUIT) == b"1 0"
    assert await gate.circuit() == "closed"


async def test_credits_that_are_used_up_open_it_at_once(
    server: ScriptedServer, grok: GrokInterpreter, gate: Gate
) -> None:
    server.will(BROKE)

    await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)

    assert await gate.circuit() == "open"


async def test_the_log_tells_of_the_circuit_and_the_budget_and_of_nobody(
    server: ScriptedServer, redis_client: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    server.will(BROKE)
    async with grok_client(api_url=f"{server.url}/v1", api_key="xai-secret") as client:
        grok = GrokInterpreter(client, gate_over(redis_client, shop=1))

        await grok.read(MESSAGE, CONTEXT, (), asker=asker("c-77", name="Inés Quiroga"))

    told = [one for one in caplog.records if one.name.startswith("infrastructure")]
    assert [one.levelno for one in told] == [logging.WARNING, logging.ERROR, logging.WARNING]
    words = ("shop demo is used up", "credits", "not asked for 30 s")
    assert [word in one.getMessage() for word, one in zip(words, told, strict=True)] == [True] * 3
    assert [secret in caplog.text for secret in ("c-77", "Inés", "pelambrera")] == [False] * 3


async def test_the_same_first_message_is_asked_once_for_everybody(
    server: ScriptedServer, grok: GrokInterpreter
) -> None:
    server.will(completion(form(services=["haircut"], day_phrase="mañana")), NO)

    first = await grok.read("la pelambrera mañana", CONTEXT, (), asker=OTHERS[1])
    again = await grok.read("  La pelambrera  MAÑANA", CONTEXT, (), asker=OTHERS[2])

    assert len(server.received) == 1
    assert again == first
    assert first.day == dt.date(2026, 11, 25)


async def test_tomorrow_s_tomorrow_is_another_day(
    server: ScriptedServer, grok: GrokInterpreter
) -> None:
    server.will(completion(form(day_phrase="mañana")), NO)
    later = msgspec.structs.replace(CONTEXT, today=dt.date(2026, 11, 25), now=dt.time(8))

    await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)
    again = await grok.read(MESSAGE, later, (), asker=ASKER)

    assert (len(server.received), again.day) == (1, dt.date(2026, 11, 26))


@pytest.mark.parametrize(
    "changed",
    [
        {"asked": "offer"},
        {"language": "en"},
        {"ordered": ("shave",)},
        {"offered": (OfferedTime(day=DAY, time=dt.time(17), barber="luis"),)},
        {"appointments": (OfferedTime(day=DAY, time=dt.time(17), barber="luis"),)},
        {"barbers": ()},
    ],
)
async def test_in_another_state_it_is_asked_again(
    server: ScriptedServer, grok: GrokInterpreter, changed: dict[str, object]
) -> None:
    server.will(YES)
    other = Context(**{**msgspec.structs.asdict(CONTEXT), **changed})

    await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)
    await grok.read(MESSAGE, other, (), asker=ASKER)

    assert len(server.received) == 2


async def test_what_one_customer_talked_the_model_into_is_no_other_customer_s_answer(
    server: ScriptedServer, grok: GrokInterpreter
) -> None:
    server.will(completion(form(intent="cancel")), YES)

    talked = await grok.read("hola", CONTEXT, TALK, asker=OTHERS[1])
    same = await grok.read("hola", CONTEXT, (*TALK, *TALK), asker=OTHERS[1])
    other = await grok.read("hola", CONTEXT, TALK, asker=OTHERS[2])
    first = await grok.read("hola", CONTEXT, (), asker=OTHERS[3])

    assert [one.intent for one in (talked, same, other, first)] == [
        "cancel",
        "cancel",
        "book",
        "book",
    ]
    assert len(server.received) == 3


async def test_what_is_kept_needs_neither_the_model_nor_a_budget(
    server: ScriptedServer, redis_client: Redis
) -> None:
    server.will(YES)
    async with grok_client(api_url=f"{server.url}/v1", api_key="xai-secret") as client:
        gate = gate_over(redis_client, shop=1)
        grok = GrokInterpreter(client, gate)
        await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)
        await gate.failed(for_long=True)

        again = await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)

    assert (again.services, len(server.received)) == (("haircut",), 1)


@pytest.mark.parametrize("kept", [b'{"intent": 3}', b"no json", b"\xff"])
async def test_a_kept_answer_of_another_shape_is_asked_for_anew_and_replaced(
    server: ScriptedServer, grok: GrokInterpreter, redis_client: Redis, kept: bytes
) -> None:
    server.will(YES)
    await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)
    (key,) = await redis_client.keys("*:known:*")
    await redis_client.set(key, LetterSeal(SEALING).seal("model", kept))

    read = [await grok.read(MESSAGE, CONTEXT, (), asker=ASKER) for _ in range(2)]

    assert [one.services for one in read] == [("haircut",)] * 2
    assert len(server.received) == 2


async def test_a_kept_answer_of_another_shape_costs_a_question_of_the_budget(
    server: ScriptedServer, redis_client: Redis
) -> None:
    server.will(YES)
    async with grok_client(api_url=f"{server.url}/v1", api_key="xai-secret") as client:
        grok = GrokInterpreter(client, gate_over(redis_client, shop=1))
        await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)
        (key,) = await redis_client.keys("*:known:*")
        await redis_client.set(key, LetterSeal(SEALING).seal("model", b"[]"))

        reading = await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)

    assert (reading.understood, len(server.received)) == (False, 1)


async def test_only_what_is_the_shop_s_or_in_the_message_is_kept(
    server: ScriptedServer, grok: GrokInterpreter, redis_client: Redis
) -> None:
    server.will(completion(form(services=["massage"], day_phrase="call 5550100111")))
    await grok.read(MESSAGE, CONTEXT, (), asker=ASKER)
    (key,) = await redis_client.keys("*:known:*")

    told = cast("bytes", await redis_client.get(key))

    opened = LetterSeal(SEALING).open("model", told)
    assert msgspec.json.decode(opened, type=Answer) == Answer(intent="book")

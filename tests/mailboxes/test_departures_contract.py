"""The rules of the port `Departures`, over a real Redis and in memory."""

import os
import time
from collections.abc import Mapping
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from application.ports import PAUSE, Departures, Held, InDoubt, Leave, NumberPaused, Word
from infrastructure.identities import RandomIdentities
from infrastructure.outbox.departures import RedisDepartures
from tests.fakes.departures import InMemoryDepartures

NUMBER = "105000000000002"
SIX_SECONDS = timedelta(seconds=6)
MINUTE = timedelta(minutes=1)
AT_ONCE = timedelta(0)  # over as soon as it begins


class NoDepartures:
    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        return Leave(name=name, number=number, attempt=f"{person}{per_second}")

    async def settle(self, leave: Leave, *, sent: bool) -> None: ...

    async def forget(self, name: str) -> None: ...

    async def hold(
        self, number: str, *, per_second: int, person: str | None, by: timedelta
    ) -> None: ...

    async def confirm(self, name: str, *, number: str) -> None: ...

    async def pause(
        self,
        number: str,
        code: int,
        *,
        name: str,
        word: Word = "answer",
        shortest: timedelta = PAUSE,
    ) -> NumberPaused:
        del name, word, shortest
        return NumberPaused(number, code, by=timedelta(0), first=False)

    async def paused(self) -> Mapping[str, int]:
        return {}


@pytest.fixture(params=os.environ.get("MAILBOXES", "redis memory").split())
def departures(request: pytest.FixtureRequest, client: Redis) -> Departures:
    kinds: dict[str, Departures] = {
        "redis": RedisDepartures(client, identities=RandomIdentities()),
        "memory": InMemoryDepartures(RandomIdentities()),
        "nothing": NoDepartures(),
    }
    return kinds[request.param]


async def left(
    departures: Departures, name: str = "r-1", *, person: str = "ana", number: str = NUMBER
) -> Leave:
    return await departures.leave(name, number=number, per_second=1000, person=person)


async def held(
    departures: Departures, name: str, *, person: str = "ana", per_second: int = 1000
) -> timedelta:
    """How long a message has to wait."""
    with pytest.raises(Held) as raised:
        await departures.leave(name, number=NUMBER, per_second=per_second, person=person)
    return raised.value.by


async def leaves(departures: Departures, n: int, *, per_second: int) -> bool:
    """Whether the message of that number, to a person of its own, may set out now."""
    try:
        await departures.leave(f"r-{n}", number=NUMBER, per_second=per_second, person=f"p-{n}")
    except Held:
        return False
    return True


async def test_a_message_that_set_out_does_not_set_out_again(departures: Departures) -> None:
    await left(departures)

    with pytest.raises(InDoubt):
        await left(departures)


@pytest.mark.parametrize("sent", [True, False])
async def test_one_that_was_heard_of_may_set_out_again(
    departures: Departures, *, sent: bool
) -> None:
    await departures.settle(await left(departures), sent=sent)

    again = await left(departures)

    with pytest.raises(InDoubt):
        await left(departures)
    assert again.name == "r-1"


async def test_a_late_word_of_an_earlier_attempt_does_not_touch_a_later_one(
    departures: Departures,
) -> None:
    early = await left(departures)
    await departures.forget("r-1")
    await left(departures)

    await departures.settle(early, sent=False)

    with pytest.raises(InDoubt):
        await left(departures)


async def test_a_person_gets_45_messages_at_once_and_then_one_in_six_seconds(
    departures: Departures,
) -> None:
    for n in range(45):
        await left(departures, f"r-{n}")

    wait = await held(departures, "r-45")

    assert SIX_SECONDS - timedelta(seconds=3) < wait <= SIX_SECONDS


async def test_others_do_not_wait_for_a_persons_pace(departures: Departures) -> None:
    for n in range(45):
        await left(departures, f"r-{n}")
    await held(departures, "r-45")

    other = await left(departures, "r-45", person="leo")

    assert other.name == "r-45"


async def test_who_had_to_wait_has_not_set_out(departures: Departures) -> None:
    for n in range(45):
        await left(departures, f"r-{n}")

    first, second = await held(departures, "r-45"), await held(departures, "r-45")

    assert second <= first


async def test_a_number_sends_a_quarter_of_its_limit_at_once(departures: Departures) -> None:
    begun = time.monotonic()

    left = [n for n in range(40) if await leaves(departures, n, per_second=20)]

    seconds = time.monotonic() - begun
    assert left[:5] == [0, 1, 2, 3, 4]
    assert len(left) <= 5 + 15 * seconds + 1


async def test_a_paused_number_sends_nothing_for_a_minute(departures: Departures) -> None:
    pause = await departures.pause(NUMBER, 190, name="r-0")

    wait = await held(departures, "r-1")

    assert (pause.first, pause.code, pause.by) == (True, 190, MINUTE)
    assert MINUTE - timedelta(seconds=5) < wait <= MINUTE
    assert dict(await departures.paused()) == {NUMBER: 190}


async def test_what_had_set_out_before_a_pause_does_not_prolong_it(departures: Departures) -> None:
    first = await departures.pause(NUMBER, 190, name="r-0")

    second = await departures.pause(NUMBER, 190, name="r-0")

    assert (first.first, second.first) == (True, False)
    assert second.by <= first.by


async def test_a_pause_may_begin_with_an_hour(departures: Departures) -> None:
    pause = await departures.pause(NUMBER, 131048, name="r-0", shortest=timedelta(hours=1))

    wait = await held(departures, "r-1")

    assert pause.by == timedelta(hours=1)
    assert timedelta(minutes=59) < wait <= timedelta(hours=1)


@pytest.mark.parametrize(("person", "other"), [(None, "leo"), ("ana", "ana")])
async def test_what_whatsapp_throttles_lets_nothing_leave_for_a_while(
    departures: Departures, person: str | None, other: str
) -> None:
    await departures.hold(NUMBER, per_second=1000, person=person, by=MINUTE)

    wait = await held(departures, "r-1", person=other)

    assert MINUTE - timedelta(seconds=5) < wait <= MINUTE + timedelta(seconds=6)


async def test_whoever_is_not_throttled_goes_on(departures: Departures) -> None:
    await departures.hold(NUMBER, per_second=1000, person="ana", by=MINUTE)
    await held(departures, "r-1", person="ana")

    other = await left(departures, "r-1", person="leo")

    assert other.name == "r-1"


async def test_other_numbers_go_on_during_a_pause(departures: Departures) -> None:
    await departures.pause(NUMBER, 190, name="r-0")
    await held(departures, "r-1")

    other = await left(departures, number="105000000000003")

    assert other.number == "105000000000003"


async def test_what_set_out_before_a_pause_does_not_end_it(departures: Departures) -> None:
    set_out = await left(departures)
    await departures.pause(NUMBER, 190, name="r-0")

    await departures.settle(set_out, sent=True)

    await held(departures, "r-2")
    assert dict(await departures.paused()) == {NUMBER: 190}
    assert not (await departures.pause(NUMBER, 190, name="r-0")).first


async def test_the_message_that_tries_whether_a_pause_is_over_ends_it(
    departures: Departures,
) -> None:
    set_out = await left(departures)
    await departures.pause(NUMBER, 190, name="r-0", shortest=AT_ONCE)
    tries = await left(departures, "r-2")
    await departures.settle(set_out, sent=True)
    await held(departures, "r-3")

    await departures.settle(tries, sent=True)

    assert dict(await departures.paused()) == {}
    assert (await left(departures, "r-3")).name == "r-3"


async def test_only_the_message_that_tries_makes_a_pause_longer(departures: Departures) -> None:
    await departures.pause(NUMBER, 190, name="r-0", shortest=AT_ONCE)
    await left(departures, "r-1")

    early = await departures.pause(NUMBER, 190, name="r-0")
    late = await departures.pause(NUMBER, 190, name="r-1")

    assert (early.first, late.first) == (False, False)
    assert early.by <= MINUTE
    assert late.by == 2 * MINUTE


@pytest.mark.parametrize("words", [("status",), ("answer", "status"), ("status", "answer")])
async def test_a_pause_that_a_status_told_is_ended_by_one(
    departures: Departures, words: tuple[Word, ...]
) -> None:
    for word in words:
        await departures.pause(NUMBER, 131042, name="r-0", word=word, shortest=AT_ONCE)
    tries = await left(departures)
    await departures.settle(tries, sent=True)
    await departures.confirm("r-0", number=NUMBER)
    await held(departures, "r-2")

    await departures.confirm("r-1", number=NUMBER)

    assert dict(await departures.paused()) == {}


async def test_a_status_ends_a_pause_that_an_answer_told(departures: Departures) -> None:
    await departures.pause(NUMBER, 190, name="r-0", shortest=AT_ONCE)
    await left(departures)
    await held(departures, "r-2")

    await departures.confirm("r-1", number=NUMBER)

    assert dict(await departures.paused()) == {}


async def test_a_status_does_not_forget_that_the_message_set_out(departures: Departures) -> None:
    await left(departures)

    await departures.confirm("r-1", number=NUMBER)

    with pytest.raises(InDoubt):
        await left(departures)

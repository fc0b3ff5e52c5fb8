"""What is told of sizes adds up, and of memory is near to what it is."""

from datetime import UTC, datetime

import pytest
import redis

from infrastructure.history.backup import Backup
from infrastructure.history.forecast import forecast
from infrastructure.history.log_lines import PositionLost
from infrastructure.history.memory import MemoryScale
from infrastructure.history.sizes import Sizes, Weighing
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.system_clock import SystemClock
from tests.history.chatting import DAY, YEAR, chat
from tests.history.open_shop import OpenShop
from tests.history.synthetic import TAG, fill

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def weighed(shop: OpenShop, since: datetime | None = None) -> Sizes:
    return Weighing(shop.client)(now=shop.clock.now(), retention=YEAR, since=since)


async def test_families_and_tags_add_up_to_all_that_was_recorded(shop: OpenShop) -> None:
    await chat(shop, "Ana", "Book haircut with Marco tomorrow at 9am")

    sizes = weighed(shop)

    states = [
        one.state for one in RedisApplicationRecorder(shop.client).select_notifications(1, 99)
    ]
    assert (sizes.events, sizes.bytes) == (len(states), sum(map(len, states)))
    assert sum(one.events for one in sizes.families) == sum(one.events for one in sizes.tags)
    assert sum(one.bytes for one in sizes.tags) == sizes.bytes
    assert sum(one.share for one in sizes.families) == pytest.approx(1)
    assert sizes.families[0].kind == "conversation"


async def test_growth_is_the_mean_of_the_days_since_the_first_event(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    shop.clock.forward(4 * DAY)
    await chat(shop, "Ben")

    sizes = weighed(shop)

    days = sizes.growth.days
    assert [one.day.day for one in days] == [24, 25, 26, 27]
    assert [one.events > 0 for one in days] == [False, False, False, True]
    assert sizes.growth.events_a_day == days[-1].events / 4


async def test_only_what_was_recorded_since_an_instant_is_counted(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    count = weighed(shop).events
    shop.clock.forward(4 * DAY)
    await chat(shop, "Ben")

    later = weighed(shop, since=shop.clock.now() - DAY)

    assert later.events == weighed(shop).events - count


async def test_what_retention_gives_back_is_foretold(shop: OpenShop) -> None:
    await chat(shop, "Ana")
    young = weighed(shop).ended
    shop.clock.forward(YEAR + DAY)
    old = weighed(shop).ended

    told = forecast(weighed(shop), MemoryScale(shop.client)())

    assert (young.events, old.events > 0) == (0, True)
    assert 0 < told.retention_share < 1
    assert told.retention_bytes > 0


def test_an_empty_redis_has_no_size(client: redis.Redis) -> None:
    sizes = Weighing(client)(now=LONG_AGO, retention=YEAR, since=None)
    memory = MemoryScale(client)()

    assert (sizes.events, sizes.bytes, memory.bytes, memory.entries) == (0, 0, 0, 0)
    assert forecast(sizes, memory).year_bytes == 0


def test_the_parts_of_redis_add_up_to_about_its_memory(client: redis.Redis) -> None:
    empty = client.info("memory")["used_memory"]
    fill(client, 5000)

    memory = MemoryScale(client)()

    grown = memory.server_bytes - empty
    assert 0.75 * grown < memory.bytes < 1.25 * grown
    parts = {one.part: one.keys for one in memory.parts}
    assert (parts["log"], parts["keys"], parts["seen fingerprints"]) == (2, 1, 500)


def test_a_log_that_lost_an_event_is_not_backed_up_as_if_it_were_whole(
    client: redis.Redis, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fill(client, 50)
    client.xdel(f"{TAG}:log", "17-0")
    file = tmp_path_factory.mktemp("lost") / "file"

    with pytest.raises(PositionLost) as lost:
        Backup(client, clock=SystemClock(), master_key_id="m")(file)

    assert (lost.value.position, file.exists()) == (17, False)

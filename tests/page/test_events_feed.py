import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from application.events import Erased
from application.ports import Append, NewerEvent, Recorded, Stamp
from domain.customer import NameLearned
from domain.diary import TimeReleased
from entrypoints.sandbox_page.event_lines import lines_of
from entrypoints.sandbox_page.events_feed import EventsFeed

ZONE = ZoneInfo("America/New_York")
AT = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)


def recorded(position: int) -> Recorded:
    stamp = Stamp(at=AT, actor="bot", cause="turn:1", correlation="1")
    if position % 2:
        event = NameLearned(name="Alex")
        return Recorded(
            position=position, stream="customer:abcdefgh", version=1, stamp=stamp, event=event
        )
    return Recorded(
        position=position,
        stream="diary:demo:marco:2026-11-24",
        version=3,
        stamp=stamp,
        event=TimeReleased(claim_id="x", why="moved"),
    )


def newer(position: int) -> NewerEvent:
    return NewerEvent(position=position, stream="s", version=1, topic="customer.teleported/1")


class Log:
    """A log of `length` events, some of which a newer release wrote."""

    def __init__(self, length: int, *, unreadable: Sequence[int] = ()) -> None:
        self.length = length
        self._unreadable = unreadable

    async def after(
        self, position: int, *, limit: int = 100, wait: dt.timedelta = dt.timedelta(0)
    ) -> tuple[Recorded, ...]:
        assert not wait, "the page does not wait for events"
        end = min(position + limit, self.length)
        found = range(position + 1, end + 1)
        if set(self._unreadable) & set(found):
            raise newer(position)
        return tuple(recorded(one) for one in found)

    async def at(self, position: int) -> Recorded:
        if position in self._unreadable:
            raise newer(position)
        return recorded(position)

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        raise NotImplementedError("the feed only reads")

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        raise NotImplementedError("the feed only reads")


class Relay:
    """Has followed the log up to `seen`."""

    def __init__(self, seen: int) -> None:
        self._seen = seen

    async def position(self) -> int:
        return self._seen

    async def deliver(self, letters: object, *, seen: int, upto: int) -> bool:
        raise NotImplementedError("the feed only reads")


async def positions(feed: EventsFeed) -> list[int]:
    return [one.position for one in await feed.newest()]


async def test_the_newest_event_comes_first_and_later_ones_are_added() -> None:
    log = Log(3)
    feed = EventsFeed(log, Relay(3))
    before = await positions(feed)

    log.length = 5

    assert before == [3, 2, 1]
    assert await positions(feed) == [5, 4, 3, 2, 1]


async def test_a_long_log_is_not_read_from_its_beginning() -> None:
    feed = EventsFeed(Log(10_000), Relay(9_990))

    found = await positions(feed)

    assert (found[0], len(found)) == (10_000, 500)


async def test_events_of_a_newer_release_are_passed_over_one_by_one() -> None:
    feed = EventsFeed(Log(4, unreadable=(2, 3)), Relay(4))

    lines = lines_of(await feed.newest(), ZONE, family="", words="")

    assert [line.kind for line in lines] == [
        "diary.time_released",
        "sealed",
        "sealed",
        "customer.name_learned",
    ]
    assert lines[1].detail == "cannot be read: NewerEvent"


async def test_lines_are_filtered_by_family_and_by_words() -> None:
    entries = await EventsFeed(Log(4), Relay(4)).newest()

    by_family = lines_of(entries, ZONE, family="diary", words="")
    by_stream = lines_of(entries, ZONE, family="", words="MARCO")

    assert [line.position for line in by_family] == [4, 2]
    assert [line.short_stream for line in by_stream] == ["diary marco 2026-11-24"] * 2
    assert [line.time for line in by_stream] == ["10:00:00"] * 2


def test_an_erased_event_keeps_its_line_and_says_what_it_was() -> None:
    stamp = Stamp(at=AT, actor="bot", cause="turn:1", correlation="1")
    erased = Recorded(
        position=1,
        stream="customer:abcdefgh",
        version=1,
        stamp=stamp,
        event=Erased(tag="customer.name_learned"),
    )

    (line,) = lines_of([erased], ZONE, family="customer", words="")

    assert line.kind == "customer.name_learned"
    assert line.detail == "erased: the key of this stream is destroyed"

"""The rules of the port `EventStore`: subclass it and give it a fixture `store`, new and empty."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

import msgspec
import pytest

from application.ports import Append, Conflict, EventStore, Recorded
from tests.persistence.samples import (
    APPOINTMENT,
    BOOKED,
    BOOKING,
    CANCELLATION,
    CANCELLED,
    CLAIM,
    CLAIMED,
    CONVERSATION,
    CUSTOMER,
    DIARY,
    LATER,
    MESSAGE,
    NAMED,
    NAMING,
    RECEIVED,
    STAMP,
)

HOUR, SHORT = timedelta(hours=1), timedelta(milliseconds=20)
SOON = 10  # seconds


class EventStoreContract:
    """What every event store keeps to."""

    async def test_an_event_comes_back_with_all_that_was_recorded_of_it(
        self, store: EventStore
    ) -> None:
        await store.append([BOOKING], STAMP)

        loaded = await store.load([APPOINTMENT])

        recorded = Recorded(position=1, stream=APPOINTMENT, version=1, stamp=STAMP, event=BOOKED)
        assert loaded == ((recorded,),)

    async def test_events_of_a_stream_come_in_the_order_of_their_versions(
        self, store: EventStore
    ) -> None:
        await store.append([BOOKING], STAMP)
        await store.append([CANCELLATION], LATER)

        (stream,) = await store.load([APPOINTMENT])

        assert [(one.version, one.position, one.event, one.stamp) for one in stream] == [
            (1, 1, BOOKED, STAMP),
            (2, 2, CANCELLED, LATER),
        ]

    async def test_one_append_may_hold_several_events_of_a_stream(self, store: EventStore) -> None:
        both = Append(stream=APPOINTMENT, expected=0, events=(BOOKED, CANCELLED))

        position = await store.append([both], STAMP)

        (stream,) = await store.load([APPOINTMENT])
        assert position == 2
        assert [(one.version, one.event) for one in stream] == [(1, BOOKED), (2, CANCELLED)]

    async def test_streams_are_loaded_in_the_order_asked_and_a_new_one_is_empty(
        self, store: EventStore
    ) -> None:
        await store.append([BOOKING, CLAIM], STAMP)

        loaded = await store.load([DIARY, "appointment:new", APPOINTMENT, DIARY])

        assert [_events(stream) for stream in loaded] == [[CLAIMED], [], [BOOKED], [CLAIMED]]

    async def test_personal_events_come_back_as_they_were(self, store: EventStore) -> None:
        await store.append([MESSAGE, NAMING, BOOKING], STAMP)

        loaded = await store.load([CONVERSATION, CUSTOMER, APPOINTMENT])

        assert [_events(stream) for stream in loaded] == [[RECEIVED], [NAMED], [BOOKED]]

    async def test_an_append_to_a_stream_that_has_moved_on_is_a_conflict(
        self, store: EventStore
    ) -> None:
        await store.append([BOOKING], STAMP)

        with pytest.raises(Conflict):
            await store.append([msgspec.structs.replace(CANCELLATION, expected=0)], LATER)

        (stream,) = await store.load([APPOINTMENT])
        assert _events(stream) == [BOOKED]

    @pytest.mark.parametrize("expected", [-1, 1, 2, 7])
    async def test_an_append_to_a_stream_that_is_not_there_yet_is_a_conflict(
        self, store: EventStore, expected: int
    ) -> None:
        with pytest.raises(Conflict):
            await store.append([msgspec.structs.replace(BOOKING, expected=expected)], STAMP)

        assert await store.after(0) == ()

    async def test_an_append_may_not_leave_a_gap_in_a_stream(self, store: EventStore) -> None:
        await store.append([BOOKING], STAMP)

        with pytest.raises(Conflict):
            await store.append([msgspec.structs.replace(CANCELLATION, expected=2)], STAMP)

        (stream,) = await store.load([APPOINTMENT])
        assert _events(stream) == [BOOKED]

    async def test_an_append_that_is_sent_twice_is_a_conflict(self, store: EventStore) -> None:
        await store.append([BOOKING, CLAIM], STAMP)

        with pytest.raises(Conflict):
            await store.append([BOOKING, CLAIM], STAMP)

        assert _events(await store.after(0)) == [BOOKED, CLAIMED]

    @pytest.mark.parametrize("appends", [(MESSAGE, CLAIM, BOOKING), (BOOKING, MESSAGE, CLAIM)])
    async def test_an_append_over_several_streams_is_recorded_wholly_or_not_at_all(
        self, store: EventStore, appends: tuple[Append, ...]
    ) -> None:
        await store.append([BOOKING], STAMP)

        with pytest.raises(Conflict):
            await store.append(appends, STAMP)

        assert await store.load([CONVERSATION, DIARY]) == ((), ())
        assert _events(await store.after(0)) == [BOOKED]

    async def test_positions_count_from_one_without_gaps_even_past_a_conflict(
        self, store: EventStore
    ) -> None:
        first = await store.append([BOOKING, CLAIM], STAMP)
        with pytest.raises(Conflict):
            await store.append([MESSAGE, CLAIM], STAMP)
        second = await store.append([MESSAGE], STAMP)

        followed = await store.after(0)

        assert (first, second) == (2, 3)
        assert [one.position for one in followed] == [1, 2, 3]

    async def test_one_of_many_who_append_at_the_same_version_wins(self, store: EventStore) -> None:
        attempts = [store.append([BOOKING, CLAIM], STAMP) for _ in range(16)]

        outcomes = await asyncio.gather(*attempts, return_exceptions=True)

        assert sum(isinstance(one, Conflict) for one in outcomes) == 15
        assert sum(one == 2 for one in outcomes) == 1
        assert len(await store.after(0)) == 2

    async def test_nothing_to_record_tells_the_last_position(self, store: EventStore) -> None:
        await store.append([BOOKING, CLAIM], STAMP)

        position = await store.append([], STAMP)

        assert position == 2

    async def test_the_log_is_followed_in_order_from_a_position_on(self, store: EventStore) -> None:
        await store.append([BOOKING, MESSAGE, CLAIM], STAMP)

        followed = await store.after(1)

        assert [(one.position, one.stream, one.event) for one in followed] == [
            (2, CONVERSATION, RECEIVED),
            (3, DIARY, CLAIMED),
        ]

    async def test_the_log_is_followed_by_at_most_as_many_events_as_asked(
        self, store: EventStore
    ) -> None:
        await store.append([BOOKING, MESSAGE, CLAIM], STAMP)

        followed = await store.after(0, limit=2)

        assert [one.position for one in followed] == [1, 2]

    async def test_a_follower_waits_for_the_next_event(self, store: EventStore) -> None:
        await store.append([BOOKING], STAMP)

        async with asyncio.timeout(SOON):
            followed, _ = await asyncio.gather(
                store.after(1, wait=HOUR), store.append([CANCELLATION], LATER)
            )

        assert _events(followed) == [CANCELLED]

    async def test_every_follower_hears_of_the_next_event(self, store: EventStore) -> None:
        followers = [store.after(0, wait=HOUR) for _ in range(3)]

        async with asyncio.timeout(SOON):
            heard, _ = await asyncio.gather(
                asyncio.gather(*followers), store.append([BOOKING], STAMP)
            )

        assert [_events(one) for one in heard] == [[BOOKED]] * 3

    async def test_a_follower_goes_away_empty_when_its_time_is_over(
        self, store: EventStore
    ) -> None:
        await store.append([BOOKING], STAMP)

        followed = await store.after(1, wait=SHORT)

        assert followed == ()
        assert len(await store.after(0, wait=SHORT)) == 1

    async def test_a_follower_that_gave_up_leaves_the_store_in_order(
        self, store: EventStore
    ) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(store.after(0, wait=HOUR), SHORT.total_seconds())

        async with asyncio.timeout(SOON):
            followed, _ = await asyncio.gather(
                store.after(0, wait=HOUR), store.append([BOOKING], STAMP)
            )

        assert _events(followed) == [BOOKED]

    async def test_an_event_is_found_by_its_position(self, store: EventStore) -> None:
        await store.append([BOOKING, MESSAGE], STAMP)

        found = await store.at(2)

        assert (found.stream, found.event) == (CONVERSATION, RECEIVED)

    @pytest.mark.parametrize("position", [-1, 0, 2])
    async def test_there_is_no_event_where_none_was_recorded(
        self, store: EventStore, position: int
    ) -> None:
        await store.append([BOOKING], STAMP)

        with pytest.raises(KeyError):
            await store.at(position)

        assert (await store.at(1)).event == BOOKED


def _events(recorded: Iterable[Recorded]) -> list[object]:
    return [one.event for one in recorded]

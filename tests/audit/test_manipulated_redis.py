"""The same manipulations in a real Redis, by rewriting its keys; and those of what is beside the log."""

from collections.abc import Iterable
from pathlib import Path

import pytest
import redis

from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.index_check import IndexCheck, NoIndex
from infrastructure.audit.key_ring import KeyRing
from infrastructure.audit.leaf import leaf_of
from infrastructure.audit.trail import Judge, Trail
from infrastructure.audit.verdict import FirstBad, Reason, Verdict
from infrastructure.audit.verification import Verification
from infrastructure.audit.version_check import VersionCheck
from infrastructure.audit.witness_records import WitnessRecords
from infrastructure.event_store.removed import RemovedLeaves
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.audit.listed_log import KEY, NAME, ListedLog, event, removal, witnessed, woven
from tests.audit.manipulations import SIZE, manipulated
from tests.audit.rewriting import HEAD, LOG, parts, rewrite, rewrite_entries

REMOVED = "{barbershop:0}:removed"
INDEX = "{barbershop:0}:stream:appointment:3"


@pytest.fixture
def filled(client: redis.Redis) -> redis.Redis:
    RedisApplicationRecorder(client).insert_events(woven(SIZE))
    return client


def verified(client: redis.Redis, folder: Path) -> Verdict:
    records = WitnessRecords(folder)
    log = AuditLog(RedisApplicationRecorder(client), RemovedLeaves(client))
    with VersionCheck() as versions:
        return Verification(
            log=log,
            records=records,
            trail=Trail(Judge(NAME, KeyRing(KEY.public)).in_order(records.lines())),
            checks=[versions, IndexCheck(client, log)],
        )(NAME)


def test_a_log_as_it_was_recorded_is_good(filled: redis.Redis, records: Path) -> None:
    verdict = verified(filled, records)

    assert (verdict.first_bad, verdict.size, verdict.sealed) == (None, 60, 55)


@pytest.mark.parametrize("seed", range(1000, 1080))
def test_the_first_bad_position_of_a_rewritten_log_is_exact(
    filled: redis.Redis, records: Path, seed: int
) -> None:
    bad = manipulated(seed)
    rewrite(filled, bad.events, bad.head)

    verdict = verified(filled, records)

    assert verdict.first_bad
    assert verdict.first_bad.position == verdict.first_bad.upto == bad.position
    assert verdict.first_bad.reason == bad.reason


def found_after(client: redis.Redis, records: Path) -> tuple[int, Reason] | None:
    found: FirstBad | None = verified(client, records).first_bad
    return (found.position, found.reason) if found else None


def test_an_event_that_an_index_has_under_another_version_is_found(
    filled: redis.Redis, records: Path
) -> None:
    filled.zadd(INDEX, {"11": 7})

    assert found_after(filled, records) == (11, "index unlike the log")


@pytest.mark.parametrize("position", [4, 11, 60])
def test_an_event_that_its_index_lacks_is_found(
    filled: redis.Redis, records: Path, position: int
) -> None:
    filled.zrem(f"{{barbershop:0}}:stream:appointment:{(position - 1) % 7}", position)

    assert found_after(filled, records) == (position, "index unlike the log")


@pytest.mark.parametrize("name", [INDEX, "{barbershop:0}:stream:appointment:never"])
def test_an_event_that_another_stream_has_in_its_index_is_found(
    filled: redis.Redis, records: Path, name: str
) -> None:
    filled.zadd(name, {"12": 99})

    assert found_after(filled, records) == (12, "index unlike the log")


def test_an_entry_of_an_index_beyond_the_head_is_found(filled: redis.Redis, records: Path) -> None:
    filled.zadd("{barbershop:0}:stream:ghost", {"99999": 1})

    assert found_after(filled, records) == (99999, "index unlike the log")


def test_an_index_that_is_of_another_type_is_found_at_the_first_event_of_its_stream(
    filled: redis.Redis, records: Path
) -> None:
    filled.set(INDEX, "text")

    assert found_after(filled, records) == (4, "index unlike the log")


@pytest.mark.parametrize("name", [b"ghost", b"gh\xff"])
def test_a_key_that_is_named_like_an_index_and_is_none_is_named(
    filled: redis.Redis, records: Path, name: bytes
) -> None:
    key = b"{barbershop:0}:stream:" + name
    filled.set(key, "text")

    with pytest.raises(NoIndex) as refusal:
        verified(filled, records)

    assert refusal.value.key == key.decode(errors="backslashreplace")


def test_an_index_whose_name_is_no_text_is_found(filled: redis.Redis, records: Path) -> None:
    filled.zadd(b"{barbershop:0}:stream:gh\xff", {"12": 1})

    assert found_after(filled, records) == (12, "index unlike the log")


@pytest.mark.parametrize("member", ["", "x", "0", "-3"])
def test_an_index_with_what_is_no_position_is_found(
    filled: redis.Redis, records: Path, member: str
) -> None:
    filled.zadd(INDEX, {member: 99})

    assert found_after(filled, records) == (0, "index unlike the log")


@pytest.mark.parametrize(
    ("head", "position"), [(b"50", 51), (b"0", 1), (b"", 1), (b"sixty", 1), (b"75", 61)]
)
def test_a_head_that_is_not_the_last_position_is_found(
    filled: redis.Redis, records: Path, head: bytes, position: int
) -> None:
    filled.set(HEAD, head)

    assert found_after(filled, records) == (position, "head unlike the log")


def test_a_head_that_is_gone_is_found(filled: redis.Redis, records: Path) -> None:
    filled.delete(HEAD)

    assert found_after(filled, records) == (1, "head unlike the log")


def test_a_whole_log_that_is_gone_is_found(filled: redis.Redis, records: Path) -> None:
    filled.flushall()

    assert found_after(filled, records) == (1, "cut off")


def test_an_entry_before_the_first_position_is_found(filled: redis.Redis, records: Path) -> None:
    entries = [(f"{one.id}-0", parts(one)) for one in woven(SIZE)]

    rewrite_entries(filled, [("0-1", parts(event(0, "a:1", 1))), *entries])

    assert found_after(filled, records) == (0, "inserted")


ENTRIES: list[tuple[list[object], Reason]] = [
    (["o", "appointment:3", "v", "2", "t", "told/1", "s", "fake", "s", "state 10"], "unreadable"),
    (["s", "fake", "o", "appointment:3", "v", "2", "t", "told/1", "s", "state 10"], "unreadable"),
    (["v", "2", "o", "appointment:3", "t", "told/1", "s", "state 10"], "unreadable"),
    (["o", "appointment:3", "v", "2", "t", "told/1", "s", "state 10", "x", "y"], "unreadable"),
    (["v", "2", "t", "told/1", "s", "state 10"], "unreadable"),
    (["o", "appointment:3", "v", "two", "t", "told/1", "s", "state 10"], "unreadable"),
    (["o", b"\xff", "v", "2", "t", "told/1", "s", "state 10"], "unreadable"),
    (["x", "y"], "unreadable"),
    (["s", "appointment:3", "v", "2", "t", "told/1", "o", "state 10"], "changed"),
    (["o", "appointment:3", "v", "2", "t", "told/1", "x", "state 10"], "changed"),
    (["o", "appointment:3", "v", "2", "t", "told/1", "s", ""], "changed"),
    (["o", "appointment:3", "v", str(10**30), "t", "told/1", "s", "state 10"], "changed"),
]


@pytest.mark.parametrize(("entry", "reason"), ENTRIES)
def test_an_entry_that_is_not_made_like_an_event_is_found(
    filled: redis.Redis, records: Path, entry: list[object], reason: Reason
) -> None:
    entries = [(f"{one.id}-0", parts(one)) for one in woven(SIZE)]
    entries[10] = ("11-0", entry)
    rewrite_entries(filled, entries)

    assert found_after(filled, records) == (11, reason)


@pytest.mark.parametrize("position", [1, 2, 499, 500, 501, 998, 999, 1000, 1200])
@pytest.mark.parametrize("suffix", [1, 10, 123])
def test_a_second_entry_at_a_position_is_found_wherever_readers_end_their_pages(
    client: redis.Redis, tmp_path: Path, position: int, suffix: int
) -> None:
    RedisApplicationRecorder(client).insert_events(woven(1200))
    entries = [(f"{one.id}-0", parts(one)) for one in woven(1200)]
    entries.insert(position, (f"{position}-{suffix}", parts(event(0, "x:1", 1))))
    rewrite_entries(client, entries)

    assert found_after(client, tmp_path) == (position, "inserted")


@pytest.mark.parametrize("unindexed", [(), (("3", "4"), ("3", "11"), ("4", "12"))])
def test_what_was_lawfully_removed_is_no_fault(
    client: redis.Redis, tmp_path: Path, unindexed: tuple[tuple[str, str], ...]
) -> None:
    events = [*woven(20), removal(21, 1, (4, 4), (11, 12))]
    RedisApplicationRecorder(client).insert_events(events)
    witnessed(tmp_path, ListedLog(events), [21])
    leaves = [leaf_of(one) for one in events]
    client.hset(REMOVED, mapping={"4": leaves[3], "11": leaves[10] + leaves[11]})
    client.xdel(LOG, "4-0", "11-0", "12-0")
    _unindex(client, unindexed)

    assert found_after(client, tmp_path) is None


def test_events_that_are_appended_while_it_is_verified_are_no_fault(
    filled: redis.Redis, records: Path
) -> None:
    recorder = RedisApplicationRecorder(filled)

    class Growing(RedisApplicationRecorder):
        """One more event is appended whenever it is asked how long it is."""

        def max_notification_id(self) -> int | None:
            size = super().max_notification_id() or 0
            recorder.insert_events([event(0, "appointment:3", 10), event(0, "new:1", 1)])
            return size

    log = AuditLog(Growing(filled))
    read = WitnessRecords(records)
    with VersionCheck() as versions:
        verdict = Verification(
            log=log,
            records=read,
            trail=Trail(Judge(NAME, KeyRing(KEY.public)).in_order(read.lines())),
            checks=[versions, IndexCheck(filled, log)],
        )(NAME)

    assert (verdict.first_bad, verdict.size) == (None, 60)


def _unindex(client: redis.Redis, of: Iterable[tuple[str, str]]) -> None:
    for appointment, position in of:
        client.zrem(f"{{barbershop:0}}:stream:appointment:{appointment}", position)


def test_an_event_that_is_appended_meanwhile_costs_no_look_at_every_other(
    client: redis.Redis,
) -> None:
    recorder, events = RedisApplicationRecorder(client), woven(3000)
    recorder.insert_events(events[:-1])
    log = AuditLog(recorder)
    check = IndexCheck(client, log)
    for page in log.pages(0, len(events) - 1):
        assert check.page(page) is None
    recorder.insert_events(events[-1:])
    before = questions(client)

    assert check.end(len(events) - 1) is None

    assert questions(client) - before < 50


def questions(client: redis.Redis) -> int:
    """How often the server has read what clients sent."""
    return int(client.info("stats")["total_reads_processed"])

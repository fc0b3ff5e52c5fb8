"""A shop that is backed up and restored goes on as if nothing had happened."""

import base64
from pathlib import Path

import pytest
import redis

from application.events import Erased
from domain.appointment import AppointmentBooked
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import KeyUnreadable, RedisKeyVault
from infrastructure.history.backup import Backup
from infrastructure.history.checked_backup import OtherMasterKey, checked
from infrastructure.history.copied import Copied
from infrastructure.history.restore import (
    PartitionNotEmpty,
    Restore,
    ServiceRuns,
)
from infrastructure.mailboxes.dead_letters import RedisDeadLetters
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.system_clock import SystemClock
from tests.history.contents import contents
from tests.history.open_shop import OpenShop
from tests.persistence.redis_server import RedisServer

BOOKING = "Book haircut with Marco tomorrow at 9am"
KEY_ID = "0123456789abcdef"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.backup"


def back_up(shop: OpenShop, file: Path) -> None:
    Backup(shop.client, clock=shop.clock, master_key_id=KEY_ID)(file)


def restore(shop: OpenShop, file: Path) -> Copied:
    return Restore(shop.client)(checked(file, master_key_id=KEY_ID))


def restore_after_a_loss(shop: OpenShop, file: Path) -> None:
    shop.client.flushall()
    restore(shop, file)


async def test_everything_that_redis_held_is_there_again(shop: OpenShop, file: Path) -> None:
    await shop.says("Ana", BOOKING)
    await shop.work()
    await shop.receive("Ben", "Hello")
    await shop.says("Cleo", "Hi")
    await shop.relay()
    shop.vault.destroy("customer:Cleo")
    before = contents(shop.client)
    back_up(shop, file)

    restore_after_a_loss(shop, file)

    assert contents(shop.client) == before


async def test_events_are_read_as_before_and_the_next_one_follows_them(
    shop: OpenShop, file: Path
) -> None:
    await shop.says("Ana", BOOKING)
    before = await shop.log()
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.says("Ana", "Thanks")

    after = await shop.log()
    assert after[: len(before)] == before
    assert [one.position for one in after] == list(range(1, len(after) + 1))
    assert len(after) > len(before)


async def test_a_booking_in_flight_is_confirmed_and_entered_after_the_restore(
    shop: OpenShop, file: Path
) -> None:
    await shop.says("Ana", BOOKING)
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.work()

    assert len(shop.messenger.sent) == 1
    assert len(shop.calendar.entries) == 1


async def test_a_message_that_waits_in_the_inbox_is_answered_after_the_restore(
    shop: OpenShop, file: Path
) -> None:
    await shop.receive("Ana", "STOP")
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.work()

    assert [one.callback for one in shop.messenger.sent] == [
        composed.reply_id for _, composed in await shop.replies()
    ]


async def test_a_parked_conversation_stays_parked_until_it_is_sent_again(
    shop: OpenShop, file: Path
) -> None:
    await shop.receive("Ana", "STOP")
    lease = await shop.taken_at_once("inbox")
    assert lease is not None
    await shop.container.mailboxes().park(lease, why="fault:ValueError")
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.work()

    dead = RedisDeadLetters(shop.container.mailroom(), seal=shop.container.seal())
    (parked,) = await dead.of("inbox")
    assert (parked.kind, shop.messenger.sent) == ("parked", [])
    await dead.resend("inbox", parked.id)
    await shop.work()
    assert len(shop.messenger.sent) == 1


async def test_a_reply_that_a_killed_worker_held_is_sent_after_the_restore(
    shop: OpenShop, file: Path
) -> None:
    await shop.says("Ana", BOOKING)
    await shop.relay()
    held = await shop.taken("outbox")
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.work()

    assert len(held.letters) == len(shop.messenger.sent) == 1


async def test_nothing_is_sent_or_entered_twice_after_the_restore(
    shop: OpenShop, file: Path
) -> None:
    await shop.says("Ana", BOOKING)
    await shop.work()
    steps = list(shop.calendar.steps)
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.work()

    assert (len(shop.messenger.sent), shop.calendar.steps) == (1, steps)


async def test_a_webhook_that_was_accepted_before_is_not_accepted_again(
    shop: OpenShop, file: Path
) -> None:
    incoming = await shop.receive("Ana", "STOP")
    await shop.work()
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    await shop.accept(incoming)

    assert await shop.taken_at_once("inbox") is None


async def test_who_was_erased_before_the_backup_stays_erased(shop: OpenShop, file: Path) -> None:
    await shop.says("Ana", BOOKING)
    shop.vault.destroy("customer:Ana")
    back_up(shop, file)

    restore_after_a_loss(shop, file)

    codec = EventCodec(RedisKeyVault(shop.client, shop.settings.master_key))
    log = codec.recorded(RedisApplicationRecorder(shop.client).select_notifications(1, 100))
    assert Erased(tag="customer.met") in [one.event for one in log]
    assert AppointmentBooked in [type(one.event) for one in log]


async def test_no_word_of_a_customer_and_no_key_can_be_read_in_the_file(
    shop: OpenShop, file: Path
) -> None:
    await shop.says("Ana", "I am Anastasia, call me on 212 555 0100")
    await shop.receive("Ben", "I am Benjamin")
    keys = shop.vault.read(["customer:Ana"])

    back_up(shop, file)

    assert not holds_any(file, b"Anastasia", b"Benjamin", keys["customer:Ana"])


def holds_any(file: Path, *words: bytes) -> bool:
    written = file.read_bytes()
    return any(one in written or base64.b64encode(one) in written for one in words)


async def test_a_backup_is_restored_into_any_other_server(
    shop: OpenShop, file: Path, other_server: RedisServer
) -> None:
    await shop.says("Ana", BOOKING)
    await shop.relay()
    before = contents(shop.client)
    back_up(shop, file)

    with connect(other_server.url) as other:
        Restore(other)(checked(file, master_key_id=KEY_ID))
        again = file.with_name("again")
        Backup(other, clock=shop.clock, master_key_id=KEY_ID)(again)

        assert contents(other) == before
        assert RedisApplicationRecorder(other).max_notification_id() == len(await shop.log())


async def test_a_redis_that_holds_something_is_left_as_it_is(shop: OpenShop, file: Path) -> None:
    await shop.says("Ana", BOOKING)
    back_up(shop, file)
    shop.client.flushall()
    await shop.says("Ben", BOOKING)
    before = contents(shop.client)

    with pytest.raises(PartitionNotEmpty):
        restore(shop, file)

    assert contents(shop.client) == before


async def test_a_restored_shop_is_not_restored_over(shop: OpenShop, file: Path) -> None:
    await shop.says("Ana", BOOKING)
    back_up(shop, file)
    restore_after_a_loss(shop, file)

    with pytest.raises(PartitionNotEmpty):
        restore(shop, file)


async def test_nothing_is_restored_under_a_running_service(shop: OpenShop, file: Path) -> None:
    back_up(shop, file)
    shop.client.set("{barbershop:0}:pulse", b"{}", ex=60)

    with pytest.raises(ServiceRuns):
        restore(shop, file)


async def test_a_backup_of_another_master_key_is_refused(shop: OpenShop, file: Path) -> None:
    await shop.says("Ana", BOOKING)
    back_up(shop, file)
    shop.client.flushall()

    with pytest.raises(OtherMasterKey):
        Restore(shop.client)(checked(file, master_key_id="another"))

    assert contents(shop.client) == {}


async def test_a_backup_that_the_master_key_could_not_restore_is_not_written(
    shop: OpenShop, file: Path
) -> None:
    await shop.says("Ana", BOOKING)
    other = RedisKeyVault(shop.client, bytes(32))

    with pytest.raises(KeyUnreadable):
        Backup(shop.client, clock=shop.clock, master_key_id=KEY_ID, vault=other)(file)

    assert not [one for one in file.parent.iterdir() if one.name.startswith(file.name)]


def test_destroyed_keys_fit_to_any_master_key(client: redis.Redis, file: Path) -> None:
    RedisKeyVault(client, bytes(32)).destroy("customer:Ana")
    other = RedisKeyVault(client, b"1" * 32)

    Backup(client, clock=SystemClock(), master_key_id=KEY_ID, vault=other)(file)

    assert file.exists()


async def test_an_empty_shop_is_backed_up_and_restored(shop: OpenShop, file: Path) -> None:
    back_up(shop, file)

    done = restore(shop, file)

    assert (done.events, contents(shop.client)) == (0, {})

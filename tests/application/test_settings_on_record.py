import msgspec

from application.events import Erased
from application.ledger import Page
from application.ports import Recorded
from application.record_settings import RecordSettings
from application.recording import Recording
from domain.conversation import Conversation, ConversationEvent, evolve
from domain.shop import Shop
from domain.shop_settings import ShopSettingsLoaded
from tests.application.counter import DEMO, STAMP, Counter, Writer


def recorder_of(counter: Counter, *shops: Shop) -> RecordSettings:
    recording = Recording(store=counter.store, clock=counter.clock, actor="worker")
    return RecordSettings(recording, shops=shops)


async def test_settings_are_recorded_once_however_often_a_worker_starts(counter: Counter) -> None:
    record = recorder_of(counter, DEMO)
    await record()
    await record()

    (history,) = await counter.store.load([f"shop:{DEMO.id}"])

    assert [type(one.event) for one in history] == [ShopSettingsLoaded]
    assert history[0].stamp.policy == DEMO.version


async def test_a_changed_file_is_a_new_version_on_record(counter: Counter) -> None:
    await recorder_of(counter, DEMO)()
    await recorder_of(counter, msgspec.structs.replace(DEMO, version="changed"))()

    (history,) = await counter.store.load([f"shop:{DEMO.id}"])

    assert [one.stamp.policy for one in history] == [DEMO.version, "changed"]


async def test_what_the_bot_decides_cites_the_settings_it_went_by(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("book haircut tomorrow at 2pm")

    recorded = await counter.store.after(0, limit=1000)

    assert {one.stamp.policy for one in recorded} == {DEMO.version}


def test_an_erased_event_leaves_no_trace_but_the_version() -> None:
    page: Page[Conversation, ConversationEvent] = Page(
        "conversation:v1", Conversation(), evolve, ()
    )
    erased = Erased(tag="conversation.started")

    page.read([Recorded(position=9, stream=page.stream, version=4, stamp=STAMP, event=erased)])

    assert (page.state, page.version) == (Conversation(), 4)

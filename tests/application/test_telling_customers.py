"""What customers hear when staff accept what was changed in the calendar."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from application.composing_outgoing import ComposeOutgoing, Sendable
from application.outgoing import Thread
from application.ports import Recorded, Template
from application.settle_matter import Settled, SettleMatter
from domain import customer
from domain.appointment import AppointmentBooked
from domain.conversation import ReplyComposed, ReplyProgressed, ReplySent
from domain.customer import OptedOut
from domain.reply import Approved, Reply
from tests.application.counter import Writer, at
from tests.application.followed import Followed, followed
from tests.sandbox.running import RunningSandbox

A_DAY = timedelta(hours=24)


class Front(Followed):
    """Luis' calendar, a booking of Ana's in it, and staff who accept what they find."""

    ana: Writer
    booked: AppointmentBooked

    async def books(self, words: str) -> None:
        self.ana = self.counter.customer()
        await self.ana.says(words)
        (self.booked,) = await self.counter.booked()
        await self.shown()
        await self.sync()

    async def is_moved(self) -> None:
        self.moves(f"{self.booked.appointment_id}g0", at("16:00"), at("16:30"))
        await self.sync()

    async def is_deleted(self) -> None:
        self.deletes(f"{self.booked.appointment_id}g0")
        await self.sync()

    @property
    def settle(self) -> SettleMatter:
        return SettleMatter(
            store=self.counter.store,
            clock=self.counter.clock,
            identities=self.counter.identities,
            shops=self.counter.by_id,
        )

    async def accepts(self) -> Settled:
        return await self.settle.accept(self.booked.appointment_id)

    async def said(self) -> Reply:
        """What was said last; Ana reads it."""
        reply = (await self.counter.replies())[-1]
        self.ana.screen = (reply,)
        return reply

    async def sent(self, kind: type = ReplyComposed) -> Sendable | None:
        """What would be given to WhatsApp for the last event of that kind."""
        log = await self.counter.log()
        recorded = [one for one in log if isinstance(one.event, kind)][-1]
        thread = await self._thread(recorded)
        message = thread.asked_by(recorded)
        assert message is not None
        compose = ComposeOutgoing(
            store=self.counter.store, clock=self.counter.clock, shops=self.counter.by_id
        )
        return await compose(message, thread.chat)

    async def _thread(self, recorded: Recorded) -> Thread:
        (history,) = await self.counter.store.load([recorded.stream])
        return Thread(recorded.stream, history)


@pytest.fixture
async def front(silent_sandbox: RunningSandbox, empty_redis: Path) -> AsyncIterator[Front]:
    async with followed(silent_sandbox, empty_redis, Front) as made:
        await made.books("Book haircut with Luis tomorrow at 2pm")
        yield made


@pytest.fixture
async def spanish(silent_sandbox: RunningSandbox, empty_redis: Path) -> AsyncIterator[Front]:
    async with followed(silent_sandbox, empty_redis, Front) as made:
        await made.books("Hola, reserva un corte con Luis mañana a las 14:00")
        yield made


async def test_who_is_moved_hears_of_the_new_time_and_can_change_it(front: Front) -> None:
    await front.is_moved()

    settled = await front.accepts()

    said = await front.said()
    assert settled.told is True
    assert said.body == (
        f"I'm sorry, we had to move your appointment. #{front.booked.code}: Haircut with Luis, "
        "now *Tuesday 24 November, 4:00 pm* (30 min, $25). If that doesn't suit you, move it or "
        "cancel it below."
    )
    assert front.ana.titles == ("Move it", "Cancel it")
    assert "When would you like it instead?" in await front.ana.taps("Move it")


async def test_who_is_cancelled_hears_of_it_and_can_book_anew(front: Front) -> None:
    await front.is_deleted()

    settled = await front.accepts()

    said = await front.said()
    assert settled.told is True
    assert said.body == (
        "I'm sorry, we had to cancel your appointment: Haircut with Luis, "
        "*Tuesday 24 November, 2:00 pm*. Shall we find another time?"
    )
    assert front.ana.titles == ("Book", "Talk to a person")
    assert "Which service" in await front.ana.taps("Book")


async def test_it_is_said_in_the_language_of_the_chat(spanish: Front) -> None:
    await spanish.is_moved()

    await spanish.accepts()

    assert (await spanish.said()).body.startswith("Lo siento, hemos tenido que cambiar tu cita.")


async def test_what_is_restored_is_nothing_to_tell(front: Front) -> None:
    await front.is_moved()
    before = await front.counter.replies()

    settled = await front.settle.restore(front.booked.appointment_id)

    assert settled.told is None
    assert await front.counter.replies() == before


async def test_what_was_asked_before_is_still_asked(front: Front) -> None:
    await front.is_moved()
    await front.ana.says("book another one")
    asked = (await front.counter.events(ReplyComposed))[-1].asked

    await front.accepts()

    assert asked is not None
    assert (await front.counter.events(ReplyComposed))[-1].asked == asked


async def test_it_is_sent_as_it_is_while_the_window_is_open(front: Front) -> None:
    await front.is_moved()
    await front.accepts()

    sent = await front.sent()

    assert sent is not None
    assert sent.content == await front.said()


MOVED = Template(
    name="appointment_moved",
    language="en",
    values=("Central Barbershop", "Wednesday 25 November, 4:00 pm", "Luis"),
)


async def moved_after_a_day(front: Front) -> None:
    """Ana's appointment on Wednesday is moved after she was silent for a day."""
    await front.ana.says("move my appointment to wednesday at 2pm")
    await front.ana.taps("Confirm")
    await front.shown()
    front.counter.clock.forward(A_DAY)
    await front.sync()
    wednesday = timedelta(days=1)
    front.moves(
        f"{front.booked.appointment_id}g0", at("16:00") + wednesday, at("16:30") + wednesday
    )
    await front.sync()


async def test_after_a_day_of_silence_a_template_says_the_same(front: Front) -> None:
    await moved_after_a_day(front)
    await front.accepts()

    sent = await front.sent()

    assert sent is not None
    assert sent.content == MOVED


async def test_where_whatsapp_calls_the_window_closed_the_template_follows(front: Front) -> None:
    await front.is_moved()
    await front.accepts()
    composed = (await front.counter.events(ReplyComposed))[-1]
    failed = ReplyProgressed(
        reply_id=composed.reply_id, status="failed", code=131047, remedy="template"
    )
    log = await front.counter.log()
    chat = next(one.stream for one in log if one.event == composed)
    await front.counter.add(chat, ReplySent(reply_id=composed.reply_id, message_id="w"), failed)

    sent = await front.sent(ReplyProgressed)

    assert sent is not None
    assert isinstance(sent.content, Template)
    assert sent.content.name == "appointment_moved"


async def test_what_a_template_said_is_not_said_again_with_the_next_answer(front: Front) -> None:
    await moved_after_a_day(front)
    await front.accepts()
    log = await front.counter.log()
    recorded = [one for one in log if isinstance(one.event, ReplyComposed)][-1]
    assert isinstance(recorded.event, ReplyComposed)
    sent = ReplySent(reply_id=recorded.event.reply_id, message_id="wamid.9")
    await front.counter.add(recorded.stream, sent)

    (history,) = await front.counter.store.load([recorded.stream])
    kept = Thread(recorded.stream, history).kept(since=recorded.stamp.at - A_DAY)

    assert kept is None


async def test_who_said_stop_and_has_been_silent_for_a_day_is_for_staff_to_call(
    front: Front,
) -> None:
    await moved_after_a_day(front)
    await front.counter.add(customer.stream(front.ana.id), OptedOut())
    before = await front.counter.replies()

    settled = await front.accepts()

    assert settled.told is False
    assert await front.counter.replies() == before
    assert len(await front.counter.moved()) == 2


async def test_who_said_stop_and_wrote_today_is_told(front: Front) -> None:
    await front.is_deleted()
    await front.ana.says("STOP")

    settled = await front.accepts()

    assert settled.told is True


async def test_a_cancellation_has_a_template_too(front: Front) -> None:
    await front.is_deleted()

    await front.accepts()

    composed = (await front.counter.events(ReplyComposed))[-1]
    assert composed.approved == Approved(
        use="appointment_cancelled",
        values=("Central Barbershop", "Tuesday 24 November, 2:00 pm"),
    )

"""What a tap on a button or a row does. A tap works once, and an old one books nothing."""

from typing import assert_never

import msgspec

from application.dialogue import booking, confirming, informing, people, visiting
from application.dialogue.asking import ask_service
from application.dialogue.composing import with_menu
from application.dialogue.drafting import taken, visit_of
from application.dialogue.offering import offer_times
from application.dialogue.turn import Turn
from application.understanding.reading import Reading
from domain.conversation import Shown
from domain.reply import (
    Ask,
    CancelAnyway,
    Confirm,
    Keep,
    Meaning,
    MoreTimes,
    NotNow,
    OtherTime,
    ShowAppointment,
    TakeBarber,
    TakeService,
    TakeTime,
    TakeUsual,
    TakeWhen,
    Topic,
)

OF_A_DRAFT = (
    TakeService, TakeUsual, TakeBarber, TakeWhen, TakeTime, MoreTimes, Confirm, OtherTime, NotNow,
)  # fmt: skip


async def tapped(turn: Turn, tap: str) -> None:
    """Act on the id that a tap carries."""
    shown = turn.chat.state.shown.get(tap)
    if shown is None:
        turn.say(with_menu(turn, turn.words.text("stale")))
    elif isinstance(shown.choice.meaning, OF_A_DRAFT) and shown.round != turn.chat.state.round:
        await _stale(turn, shown)
    else:
        await act(turn, shown.choice.meaning)


async def act(turn: Turn, meaning: Meaning) -> None:  # noqa: C901, PLR0912 - one case a line
    """Do what a choice means."""
    match meaning:
        case Ask():
            await ask(turn, meaning.topic)
        case TakeService():
            services = (meaning.service_id,)
            await booking.go_on(turn, msgspec.structs.replace(turn.draft, services=services))
        case TakeUsual():
            await _take_usual(turn, meaning)
        case TakeBarber():
            await _take_barber(turn, meaning)
        case TakeWhen():
            await _take_when(turn, meaning)
        case TakeTime():
            await booking.take_time(turn, meaning)
        case MoreTimes():
            await _more_times(turn, meaning)
        case Confirm():
            await confirming.confirm(turn, meaning.hold_id)
        case OtherTime():
            await booking.other_time(turn)
        case NotNow():
            await _not_now(turn)
        case ShowAppointment():
            await visiting.show(turn, meaning.appointment_id, meaning.purpose)
        case CancelAnyway():
            await visiting.cancel(turn, meaning.appointment_id)
        case Keep():
            await visiting.keep(turn, meaning.appointment_id)
        case _:
            assert_never(meaning)


async def ask(turn: Turn, topic: Topic) -> None:
    """Go to one of the things that the shop does."""
    match topic:
        case "book":
            await booking.go_on(turn, turn.draft)
        case "my_appointments":
            await visiting.about_visits(turn, "show", Reading())
        case "person":
            people.call_person(turn, "asked")
        case "services":
            informing.list_services(turn)
        case "hours":
            informing.say_hours(turn)
        case "menu":
            informing.greet(turn)
        case "late":
            people.running_late(turn, None)
        case "my_data":
            people.hand_over_data_request(turn)
        case _:
            assert_never(topic)


async def _take_usual(turn: Turn, meaning: TakeUsual) -> None:
    """The services, and their barber unless another was asked for."""
    draft = msgspec.structs.replace(turn.draft, services=meaning.services)
    if draft.barber_id is None and not draft.any_barber:
        draft = msgspec.structs.replace(draft, barber_id=meaning.barber_id)
    await booking.go_on(turn, draft)


async def _take_barber(turn: Turn, meaning: TakeBarber) -> None:
    draft = msgspec.structs.replace(
        turn.draft,
        barber_id=meaning.barber_id,
        any_barber=meaning.barber_id is None,
        either_barbers=(),
    )
    await booking.go_on(turn, draft)


async def _take_when(turn: Turn, meaning: TakeWhen) -> None:
    await booking.go_on(turn, taken(turn.draft, meaning))


async def _not_now(turn: Turn) -> None:
    """Book nothing; what stands already stays as it is."""
    begun, moving = turn.chat.state.draft is not None, turn.draft.moving
    await booking.abandon(turn)
    if moving is not None:
        await visiting.keep(turn, moving)
        return
    key = ("dropped.others" if turn.visits else "dropped") if begun else "declined"
    turn.say(with_menu(turn, turn.words.text(key)))


async def _more_times(turn: Turn, meaning: MoreTimes) -> None:
    visit = visit_of(turn.desk.shop, turn.draft)
    if visit is None:
        await ask_service(turn, turn.draft)
        return
    anytime = msgspec.structs.replace(turn.draft, first_day=None, last_day=None, time=None)
    await offer_times(turn, anytime, visit, after=meaning.after)


async def _stale(turn: Turn, shown: Shown) -> None:
    """A tap of an earlier booking: say what became of it."""
    appointment_id = turn.chat.state.arranged.get(shown.round)
    if appointment_id is None or not await confirming.say_already(turn, appointment_id):
        turn.say(with_menu(turn, turn.words.text("stale")))

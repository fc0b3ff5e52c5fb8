"""Whatever customers write and tap, in a shop whose names are long: every reply fits WhatsApp."""

import asyncio
from datetime import time, timedelta

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.understanding.reading import DayRange, Intent, Reading, TimeRange
from domain.identifiers import ServiceId
from domain.reply import (
    BUTTON_TITLE,
    BUTTONS,
    INTERACTIVE_BODY,
    LIST_BUTTON,
    ROW_DESCRIPTION,
    ROW_TITLE,
    ROWS,
    TEXT_BODY,
    Reply,
)
from domain.shop import Barber, Place, Service, Shop
from tests.application.counter import DEMO, MONDAY, Counter, Writer
from tests.fakes.interpreter import ScriptedInterpreter

WORDY = "Extraordinarily long name of something that no label was ever made for"
UNREAL = ("opt_out", "opt_in")
INTENTS = st.sampled_from([one for one in Intent.__args__ if one not in UNREAL])  # type: ignore[attr-defined]


def wordy_service(service: Service, number: int) -> Service:
    names = {"en": f"{WORDY} {number}", "es": f"{WORDY}, también {number}"}
    return msgspec.structs.replace(service, id=ServiceId(f"s{number}"), names=names)


def wordy_barber(barber: Barber) -> Barber:
    return msgspec.structs.replace(barber, name=f"{WORDY} {barber.name}", services=None)


def wordy_shop() -> Shop:
    """A shop with twelve services, where every name is too long."""
    services = tuple(
        wordy_service(DEMO.services[number % len(DEMO.services)], number) for number in range(12)
    )
    barbers = tuple(wordy_barber(one) for one in DEMO.barbers)
    return msgspec.structs.replace(
        DEMO,
        name=WORDY * 3,
        owner=WORDY,
        services=services,
        barbers=barbers,
        place=Place(address=WORDY * 4),
    )


SHOP = wordy_shop()
DAYS = st.integers(min_value=-2, max_value=70).map(lambda n: MONDAY + timedelta(days=n))
TIMES = st.times().map(lambda at: time(at.hour, at.minute // 15 * 15))
SERVICES = st.lists(st.sampled_from([one.id for one in SHOP.services]), max_size=3, unique=True)
BARBERS = st.sampled_from([one.id for one in SHOP.barbers])
MAYBE = st.none()


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    start, end = sorted((draw(TIMES), draw(TIMES)))
    return Reading(
        intents=tuple(draw(st.lists(INTENTS, min_size=1, max_size=3, unique=True))),
        services=tuple(draw(SERVICES)),
        barber=draw(MAYBE | BARBERS),
        any_barber=draw(st.booleans()),
        barbers_refused=tuple(draw(st.lists(BARBERS, max_size=3, unique=True))),
        day=draw(MAYBE | DAYS),
        days=draw(MAYBE | st.just(DayRange(first=first, last=last))),
        days_refused=tuple(draw(st.lists(DAYS, max_size=2))),
        time=draw(MAYBE | TIMES),
        times=draw(MAYBE | st.just(TimeRange(start=start, end=end))),
        other_days=tuple(draw(st.lists(DAYS, max_size=2))),
        other_times=tuple(draw(st.lists(TIMES, max_size=1))),
        old_day=draw(MAYBE | DAYS),
        earliest=draw(st.booleans()),
        people=draw(MAYBE | st.integers(min_value=1, max_value=5)),
        choice=draw(MAYBE | st.integers(min_value=-2, max_value=11)),
        minutes_late=draw(MAYBE | st.integers(min_value=1, max_value=120)),
        language=draw(st.sampled_from((None, "en", "es"))),
        wished_language=draw(st.sampled_from((None, "en", "es"))),
        source=draw(st.sampled_from(("rules", "model"))),
    )


TAPS = st.integers(min_value=0, max_value=9)
STEPS = st.lists(readings() | TAPS, min_size=1, max_size=8)
HOURS = st.integers(min_value=0, max_value=30)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(STEPS, st.lists(HOURS, min_size=8, max_size=8))
def test_every_reply_fits(steps: list[Reading | int], pauses: list[int]) -> None:
    replies = asyncio.run(_conversed(steps, pauses))

    assert [_excess(one) for one in replies if _excess(one)] == []
    assert [one for one in replies if _doubled(one)] == []


async def _conversed(steps: list[Reading | int], pauses: list[int]) -> tuple[Reply, ...]:
    """Everything that is answered to a customer who reads like that and taps at random."""
    counter = Counter(shop=SHOP, interpreter=ScriptedInterpreter())
    customer = counter.customer("Ana Torres " * 20)
    for step, pause in zip(steps, pauses, strict=False):
        counter.clock.forward(timedelta(hours=pause) if pause < 4 else timedelta(minutes=pause))
        await _take(counter, customer, step)
    replies = await counter.replies()
    counter.close()
    return replies


async def _take(counter: Counter, customer: Writer, step: Reading | int) -> None:
    choices = customer.screen[-1].choices if customer.screen else ()
    if isinstance(step, Reading):
        counter.answer = counter.answering(ScriptedInterpreter(step))
        await customer.says("whatever it is that this customer writes")
    elif choices:
        await customer.taps(choices[step % len(choices)])


def _excess(reply: Reply) -> dict[str, int]:
    """What is too long or too many, with its size."""
    sizes = {
        "body": (len(reply.body), INTERACTIVE_BODY if reply.choices else TEXT_BODY),
        "buttons": (len(reply.buttons), BUTTONS),
        "rows": (len(reply.rows), ROWS),
        "list button": (len(reply.list_button), LIST_BUTTON),
        "button title": (_longest([one.title for one in reply.buttons]), BUTTON_TITLE),
        "row title": (_longest([one.title for one in reply.rows]), ROW_TITLE),
        "description": (_longest([one.description for one in reply.rows]), ROW_DESCRIPTION),
        "id": (_longest([one.id for one in reply.choices]), 200),
        "empty titles": (len([one for one in reply.choices if not one.title.strip()]), 0),
        "empty body": (0 if reply.body.strip() or reply.location else 1, 0),
    }
    return {name: size for name, (size, limit) in sizes.items() if size > limit}


def _longest(texts: list[str]) -> int:
    return max(map(len, texts), default=0)


def _doubled(reply: Reply) -> bool:
    """Whether two choices have one id, or two buttons one title."""
    ids = [one.id for one in reply.choices]
    titles = [one.title for one in reply.buttons]
    return len(set(ids)) < len(ids) or len(set(titles)) < len(titles)

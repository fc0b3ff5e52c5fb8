"""What came too late for WhatsApp is said when its customer writes again."""

from datetime import timedelta

import pytest

from application.ports import PerhapsRefused, SendRefused
from domain.conversation import NoticeSent, ReplyComposed
from domain.reply import Reply
from tests.application.counter import Counter, Writer
from tests.application.office import NUMBER, Office

DAY = timedelta(hours=25)
BOOKING = "Book haircut tomorrow at 2pm"


@pytest.fixture
def office(counter: Counter, ana: Writer) -> Office:
    made = Office(counter)
    made.messenger.hear(NUMBER, ana.address)
    return made


async def replies(office: Office) -> list[int]:
    """Where all replies stand in the log."""
    log = await office.counter.log()
    return [one.position for one in log if isinstance(one.event, ReplyComposed)]


async def comes_back(office: Office, ana: Writer) -> list[str]:
    """The customer writes a day later; what they are sent then."""
    before = len(office.messenger.sent)
    office.messenger.hear(NUMBER, ana.address)
    await ana.says("hello?")
    await office.send((await replies(office))[-1])
    contents = [one.content for one in office.messenger.sent[before:]]
    return [one.body if isinstance(one, Reply) else one.name for one in contents]


async def test_a_confirmation_that_came_too_late_is_said_before_the_next_answer(
    office: Office, ana: Writer
) -> None:
    confirmed = await ana.says(BOOKING)
    office.counter.clock.forward(DAY)
    await office.send((await replies(office))[-1])

    said = await comes_back(office, ana)

    assert len(said) == 2
    assert said[0] == confirmed


async def test_it_is_said_once(office: Office, ana: Writer) -> None:
    await ana.says(BOOKING)
    office.counter.clock.forward(DAY)
    await office.send((await replies(office))[-1])
    await comes_back(office, ana)

    await office.send((await replies(office))[-1])

    assert len(office.messenger.sent) == 3
    assert len(await office.counter.events(NoticeSent)) == 1


async def test_one_that_whatsapp_called_too_late_is_said_as_well(
    office: Office, ana: Writer
) -> None:
    confirmed = await ana.says(BOOKING)
    await office.send((await replies(office))[-1])
    await office.status("failed", code=131047, remedy="template")
    office.counter.clock.forward(DAY)

    said = await comes_back(office, ana)

    assert said[0] == confirmed


async def test_a_question_is_not_asked_again_a_day_later(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    office.counter.clock.forward(DAY)
    await office.send((await replies(office))[-1])

    said = await comes_back(office, ana)

    assert len(said) == 1


async def test_what_came_in_time_is_not_said_again(office: Office, ana: Writer) -> None:
    await ana.says(BOOKING)
    await office.send((await replies(office))[-1])
    office.counter.clock.forward(DAY)

    said = await comes_back(office, ana)

    assert len(said) == 1


async def test_after_a_week_it_is_not_said_any_more(office: Office, ana: Writer) -> None:
    await ana.says(BOOKING)
    office.counter.clock.forward(DAY)
    await office.send((await replies(office))[-1])
    office.counter.clock.forward(timedelta(days=7))

    said = await comes_back(office, ana)

    assert len(said) == 1


@pytest.mark.parametrize(
    "refused",
    [
        SendRefused(131009, "bug"),
        PerhapsRefused("whatsapp", 135000, tries=0, retry_after=None),
    ],
)
async def test_a_new_answer_does_not_depend_on_the_old_one(
    office: Office, ana: Writer, refused: Exception
) -> None:
    await ana.says(BOOKING)
    office.counter.clock.forward(DAY)
    await office.send((await replies(office))[-1])
    office.messenger.will(refused)

    said = await comes_back(office, ana)

    assert len(said) == 1

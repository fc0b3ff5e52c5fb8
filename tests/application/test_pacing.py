"""When a message may go out, and what becomes of those that WhatsApp lost or does not let through."""

from datetime import timedelta

import pytest

from application.ports import Held, NumberPaused, SendRefused, Template, Throttled, Wait
from domain.conversation import NoticeSent, ReplyComposed, ReplyLost, ReplyProgressed, ReplySent
from domain.customer import OptedOut
from tests.application.counter import Counter, Writer
from tests.application.office import NUMBER, Office

ONCE = Wait(times=1)
BURST = 45


@pytest.fixture
def office(counter: Counter, ana: Writer) -> Office:
    made = Office(counter)
    made.messenger.hear(NUMBER, ana.address)
    return made


async def lost(office: Office, callback: str = "", *, code: int = 131000) -> int:
    """Let WhatsApp tell that it lost a message; the position of that."""
    await office.status("failed", code=code, callback=callback, remedy="retry")
    return await office.position(ReplyProgressed)


async def paused(office: Office, code: int) -> int:
    """Let WhatsApp tell later that the number failed the last message; the position of that."""
    await office.status("failed", code=code, callback=last(office), remedy="pause")
    return await office.position(ReplyProgressed)


def last(office: Office) -> str:
    """The name of the message that was sent last."""
    return office.messenger.sent[-1].callback


async def test_a_customer_gets_no_more_than_meta_allows(office: Office, ana: Writer) -> None:
    for _ in range(BURST + 1):
        await ana.says("hello")
        office.seconds += 0.05  # so that the number's own limit is far
    log = await office.counter.log()
    positions = [one.position for one in log if isinstance(one.event, ReplyComposed)]
    for position in positions[:BURST]:
        office.seconds += 0.05
        await office.send(position)

    with pytest.raises(Held) as held:
        await office.send(positions[BURST])

    assert timedelta(seconds=3) < held.value.by <= timedelta(seconds=6)
    assert len(office.messenger.sent) == BURST


async def test_what_had_to_wait_goes_out_when_it_may(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    for n in range(20):
        await office.departures.leave(f"x.{n}", number=NUMBER, per_second=80, person=f"p{n}")
    with pytest.raises(Held) as held:
        await office.send(await office.position(ReplyComposed))

    office.seconds += held.value.by.total_seconds()
    await office.send(await office.position(ReplyComposed))

    assert len(office.messenger.sent) == 1


async def test_a_token_that_is_refused_pauses_the_number(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    office.messenger.will(SendRefused(190, "pause"))

    with pytest.raises(NumberPaused) as first:
        await office.send(position)
    with pytest.raises(NumberPaused) as second:
        await office.send(position)

    assert (first.value.first, second.value.first) == (True, False)
    assert first.value.by == timedelta(minutes=1)
    assert office.messenger.sent == []


async def test_each_pause_is_longer_up_to_an_hour(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    pauses = []
    for _ in range(9):
        office.messenger.will(SendRefused(190, "pause"))
        with pytest.raises(NumberPaused) as waits:
            await office.send(position)
        pauses.append(waits.value.by.total_seconds() / 60)
        office.seconds += waits.value.by.total_seconds()

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_a_number_that_is_told_as_failing_later_is_paused_too(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))

    await office.status("failed", code=131042, remedy="pause")
    await office.status("failed", code=131042, remedy="pause")

    assert await office.departures.paused() == {NUMBER: 131042}


async def test_what_a_paused_number_lost_is_sent_after_the_pause(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.status("failed", code=131042, remedy="pause")
    position = await office.position(ReplyProgressed)
    with pytest.raises(NumberPaused):
        await office.send(position, outages=ONCE)

    office.seconds += 60
    await office.send(position, outages=ONCE)

    first, second = office.messenger.sent
    assert first.content == second.content


async def test_a_pause_that_a_status_told_ends_when_a_status_tells_that_one_was_sent(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    position = await paused(office, 131042)
    office.seconds += 60

    await office.send(position, outages=ONCE)

    assert await office.departures.paused() == {NUMBER: 131042}
    await office.status("sent", callback=office.messenger.sent[-1].callback)
    assert await office.departures.paused() == {}


async def test_while_a_status_is_awaited_others_wait_five_minutes_at_most(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    position = await paused(office, 131042)
    office.seconds += 60
    await office.send(position)

    with pytest.raises(NumberPaused) as waits:
        await office.departures.leave("leo.0", number=NUMBER, per_second=80, person="leo")

    office.seconds += waits.value.by.total_seconds()
    other = await office.departures.leave("leo.0", number=NUMBER, per_second=80, person="leo")
    assert (waits.value.by, other.name) == (timedelta(minutes=5), "leo.0")


async def test_each_pause_that_statuses_tell_is_longer_and_no_reply_is_given_up(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    pauses = []
    for _ in range(9):
        position = await paused(office, 131042)
        with pytest.raises(NumberPaused) as waits:
            await office.send(position, outages=ONCE)
        pauses.append(waits.value.by.total_seconds() / 60)
        office.seconds += waits.value.by.total_seconds()
        await office.send(position, outages=ONCE)

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert len(office.messenger.sent) == 10
    assert await office.counter.events(ReplyLost) == ()


async def test_a_pause_that_statuses_tell_raises_the_alarm_once(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    alarms = []
    for _ in range(3):
        told = await office.status("failed", code=131042, remedy="pause", callback=last(office))
        alarms.append(told is not None and told.first)
        office.seconds += 3600
        await office.send(await office.position(ReplyProgressed), outages=ONCE)

    assert alarms == [True, False, False]


async def test_what_a_pause_lost_waits_for_its_end_alone(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    position = await paused(office, 131042)
    office.seconds += 60

    await office.send(position)

    first, second = office.messenger.sent
    assert first.content == second.content


async def test_a_number_that_statuses_report_too_often_rests_longer_up_to_six_hours(
    office: Office, ana: Writer
) -> None:
    rests = []
    for _ in range(5):
        await ana.says("hello")
        await office.send(await office.position(ReplyComposed))
        told = await office.status("failed", code=131048, remedy="alert")
        rests.append(told.by.total_seconds() / 3600 if told else 0)
        office.seconds += 6 * 3600

    assert rests == [1, 2, 4, 6, 6]


async def test_a_message_in_flight_does_not_end_a_rest(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    leo = await office.departures.leave("leo.0", number=NUMBER, per_second=80, person="leo")
    office.messenger.will(SendRefused(131048, "alert"))
    position = await office.position(ReplyComposed)
    with pytest.raises(SendRefused):
        await office.send(position)

    await office.departures.settle(leo, sent=True)

    with pytest.raises(NumberPaused):
        await office.send(position)


async def test_a_status_whose_pause_was_cut_off_pauses_when_it_comes_again(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    reply = await office.composed()
    await office.send(await office.position(ReplyComposed))
    failed = ReplyProgressed(reply_id=reply.reply_id, status="failed", code=131042, remedy="pause")
    chat = (await office.counter.log())[-1].stream
    await office.counter.add(chat, failed)

    told = await office.status("failed", code=131042, remedy="pause")
    again = await office.status("failed", code=131042, remedy="pause")

    assert (told and told.first, again and again.first) == (True, False)
    assert await office.departures.paused() == {NUMBER: 131042}


async def test_a_number_that_was_reported_too_often_rests_for_an_hour(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    office.messenger.will(SendRefused(131048, "alert"))
    position = await office.position(ReplyComposed)
    with pytest.raises(SendRefused):
        await office.send(position)

    with pytest.raises(NumberPaused) as waits:
        await office.send(position)

    assert waits.value.by == timedelta(hours=1)


async def test_a_limit_of_the_number_slows_all_of_it_down(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    wait = timedelta(seconds=5)
    office.messenger.will(Throttled("whatsapp", "number", retry_after=wait))
    with pytest.raises(Throttled):
        await office.send(position)

    with pytest.raises(Held) as held:
        await office.departures.leave("x.0", number=NUMBER, per_second=80, person="leo")

    assert wait - timedelta(seconds=1) < held.value.by <= wait + timedelta(seconds=1)


async def test_a_limit_of_a_pair_slows_that_person_down_alone(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    office.messenger.will(Throttled("whatsapp", "person", retry_after=None))
    with pytest.raises(Throttled):
        await office.send(position)

    with pytest.raises(Held) as held:
        await office.send(position)
    other = await office.departures.leave("x.0", number=NUMBER, per_second=80, person="leo")

    assert held.value.by == timedelta(seconds=6)
    assert other.name == "x.0"


async def test_one_message_tries_for_all_whether_a_pause_is_over(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    position = await office.position(ReplyComposed)
    pause = await office.departures.pause(NUMBER, 190, name="leo.0")
    office.seconds += pause.by.total_seconds()
    probe = await office.departures.leave("leo.0", number=NUMBER, per_second=80, person="leo")

    with pytest.raises(NumberPaused):
        await office.send(position)
    await office.departures.settle(probe, sent=True)
    await office.send(position)

    assert len(office.messenger.sent) == 1


async def test_a_token_that_was_mended_ends_the_pause(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    pause = await office.departures.pause(NUMBER, 190, name="leo.0")
    office.seconds += pause.by.total_seconds()

    await office.send(await office.position(ReplyComposed))

    assert await office.departures.paused() == {}
    assert len(office.messenger.sent) == 1


async def test_a_reply_that_whatsapp_lost_is_sent_once_more(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    position = await lost(office)

    await office.send(position, outages=ONCE)
    await office.send(position, outages=ONCE)

    first, second = office.messenger.sent
    assert first.content == second.content
    assert first.callback != second.callback
    assert len(await office.counter.events(NoticeSent)) == 1


async def test_what_arrived_is_not_sent_once_more_whatever_is_told_later(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.status("delivered")

    await office.send(await lost(office), outages=ONCE)

    assert len(office.messenger.sent) == 1


async def test_before_it_is_sent_once_more_it_waits(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    position = await lost(office)

    with pytest.raises(Held) as held:
        await office.send(position)

    assert (held.value.by, held.value.counted) == (timedelta(seconds=15), True)


@pytest.mark.parametrize(("code", "times"), [(131000, 4), (1, 3), (131053, 2), (135000, 2)])
async def test_what_is_lost_again_and_again_comes_to_a_person(
    office: Office, ana: Writer, code: int, times: int
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    for _ in range(times - 1):
        position = await lost(office, office.messenger.sent[-1].callback, code=code)
        await office.send(position, outages=ONCE)
    position = await lost(office, office.messenger.sent[-1].callback, code=code)

    with pytest.raises(SendRefused) as refused:
        await office.send(position, outages=ONCE)

    assert refused.value.code == code
    assert len(office.messenger.sent) == times


async def test_what_could_not_be_listed_comes_to_a_person_all_the_same(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.status("failed", code=132015, remedy="alert")
    position = await office.position(ReplyProgressed)
    with pytest.raises(SendRefused):
        await office.send(position)

    with pytest.raises(SendRefused):
        await office.send(position, taken=2)

    assert len(office.messenger.sent) == 1
    assert len(await office.counter.events(ReplyLost)) == 1


@pytest.mark.parametrize(
    ("code", "remedy"), [(132015, "alert"), (131048, "alert"), (131009, "bug"), (987654, "bug")]
)
async def test_what_no_repetition_mends_comes_to_a_person_who_may_have_it_sent_again(
    office: Office, ana: Writer, code: int, remedy: str
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.status("failed", code=code, remedy=remedy)
    position = await office.position(ReplyProgressed)
    with pytest.raises(SendRefused) as refused:
        await office.send(position)
    pause = await office.departures.pause(NUMBER, code, name="leo.0")
    office.seconds += 6 * pause.by.total_seconds()

    await office.send(position)
    await office.send(position)

    assert refused.value.code == code
    first, second = office.messenger.sent
    assert first.content == second.content
    assert len(await office.counter.events(ReplyLost)) == 1


async def test_the_statuses_of_a_repetition_are_its_own(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))
    await office.send(await lost(office), outages=ONCE)

    await office.status("delivered", callback=office.messenger.sent[-1].callback)

    told = [one.status for one in await office.counter.events(ReplyProgressed)]
    assert told == ["failed", "delivered"]


async def test_a_failure_that_no_repetition_mends_is_recorded_alone(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))

    await office.status("failed", code=131026, remedy="suppress")

    assert [one.code for one in await office.counter.events(ReplyProgressed)] == [131026]
    assert len(office.messenger.sent) == 1


async def test_who_stopped_the_shop_in_whatsapp_has_opted_out(office: Office, ana: Writer) -> None:
    await ana.says("hello")
    await office.send(await office.position(ReplyComposed))

    await office.status("failed", code=131050, remedy="suppress")

    assert await office.counter.events(OptedOut) == (OptedOut(),)


async def test_who_stopped_the_shop_before_it_was_sent_has_opted_out(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    office.messenger.will(SendRefused(131050, "suppress"))

    await office.send(await office.position(ReplyComposed))

    assert await office.counter.events(OptedOut) == (OptedOut(),)
    assert await office.counter.events(ReplySent) == ()


async def test_who_opted_out_gets_no_template_after_a_day_of_silence(
    office: Office, ana: Writer
) -> None:
    await ana.says("hello")
    await office.counter.add(f"customer:{ana.id}", OptedOut())
    office.counter.clock.forward(timedelta(hours=25))

    await office.send(await office.position(ReplyComposed))

    assert office.messenger.sent == []
    (told,) = await office.counter.events(ReplyProgressed)
    assert (told.status, told.remedy) == ("failed", "suppress")


async def test_a_template_is_in_the_language_of_the_conversation(
    office: Office, ana: Writer
) -> None:
    await ana.says("hola, buenas tardes")
    office.counter.clock.forward(timedelta(hours=25))

    await office.send(await office.position(ReplyComposed))

    (sent,) = office.messenger.sent
    assert isinstance(sent.content, Template)
    assert sent.content.language == "es"

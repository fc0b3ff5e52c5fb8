from datetime import UTC, timedelta

from application.ports import Recorded, Stamp
from chaos.part import Order
from chaos.races import part
from chaos.races.outcome import overlaps, tells_why_and_what_else
from chaos.races.wishes import NOW, slot
from domain.diary import TimeClaimed
from domain.identifiers import AppointmentId
from domain.reply import Ask, Choice, Reply


def claim(position: int, *, minutes: int, diary: str = "diary:demo:marco:2026-11-24") -> Recorded:
    start = slot(0).astimezone(UTC) + timedelta(minutes=minutes)
    event = TimeClaimed(
        appointment_id=AppointmentId(f"a{position}"),
        start=start,
        end=start + timedelta(minutes=30),
        before=timedelta(0),
        after=timedelta(0),
    )
    stamp = Stamp(at=NOW, actor="test", cause="test", correlation="test")
    return Recorded(position=position, stream=diary, version=position, stamp=stamp, event=event)


def test_of_many_who_want_one_time_one_has_it_and_all_others_are_told_so() -> None:
    verdict = part.run(Order(short=True))

    assert verdict.breaches == ()


def test_visits_that_touch_do_not_overlap() -> None:
    assert overlaps([claim(1, minutes=0), claim(2, minutes=30)]) == 0


def test_visits_that_share_a_minute_overlap() -> None:
    assert overlaps([claim(1, minutes=29), claim(2, minutes=0)]) == 1


def test_visits_of_two_barbers_do_not_overlap() -> None:
    luis = claim(2, minutes=0, diary="diary:demo:luis:2026-11-24")

    assert overlaps([claim(1, minutes=0), luis]) == 0


def test_a_refusal_without_other_times_is_none() -> None:
    menu = Choice(id="menu", title="Menu", meaning=Ask(topic="menu"))

    assert not tells_why_and_what_else(Reply(body="That time was just taken.", buttons=(menu,)))

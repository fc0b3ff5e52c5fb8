"""Asking which day or time is meant, where what was written has more than one reading."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from application.dialogue.composing import with_buttons
from application.dialogue.drafting import minute_of, taken, within
from application.dialogue.turn import Turn
from application.understanding.reading import DayWish, Reading
from domain.draft import Draft
from domain.reply import TakeWhen
from domain.wall_time import instant, local_day


def settled(turn: Turn, draft: Draft, reading: Reading) -> Draft | None:
    """The draft with the one reading that can be booked; `None` where it had to be asked back."""
    days = _possible_days(turn, reading)
    if reading.day_wishes:
        return _one_of_wishes(turn, draft, [one for one in reading.day_wishes if one.day in days])
    if reading.other_days and len(days) == 1:
        draft = msgspec.structs.replace(draft, first_day=days[0], last_day=days[0])
    times = (reading.time, *reading.other_times) if reading.time else ()
    if reading.other_days and len(days) > 1:
        clock = minute_of(reading.time) if reading.time and not reading.other_times else None
        _ask_day(turn, draft, days, clock)
        return None
    if len(times) > 1:
        _ask_time(turn, draft, times)
        return None
    return draft


def _one_of_wishes(turn: Turn, draft: Draft, wishes: Sequence[DayWish]) -> Draft | None:
    """The draft with the one wish that can be booked; `None` where it had to be asked back."""
    meant = [(one, _meaning(one)) for one in wishes]
    if len(meant) == 1:
        return taken(draft, meant[0][1])
    options = [(_title(turn, one), meaning) for one, meaning in meant]
    undecided = msgspec.structs.replace(draft, first_day=None, last_day=None, time=None)
    turn.keep(within(undecided, None, None))
    turn.say(with_buttons(turn, turn.words.text("ask.which_day"), options), asked="day")
    return None


def _meaning(wish: DayWish) -> TakeWhen:
    minute = None if wish.time is None else minute_of(wish.time)
    start = None if wish.times is None or wish.times.start is None else minute_of(wish.times.start)
    end = None if wish.times is None or wish.times.end is None else minute_of(wish.times.end)
    return TakeWhen(day=wish.day, minute=minute, not_before=start, not_after=end)


def _title(turn: Turn, wish: DayWish) -> str:
    zone = turn.desk.shop.zone
    at = None if wish.time is None else instant(wish.day, minute_of(wish.time), zone)
    return turn.words.day(wish.day) if at is None else turn.words.short(at)


def _ask_day(turn: Turn, draft: Draft, days: tuple[dt.date, ...], clock: int | None) -> None:
    options = [(turn.words.day(day), TakeWhen(day=day, minute=clock)) for day in days]
    turn.keep(msgspec.structs.replace(draft, first_day=None, last_day=None))
    turn.say(with_buttons(turn, turn.words.text("ask.which_day"), options), asked="day")


def _ask_time(turn: Turn, draft: Draft, times: tuple[dt.time, ...]) -> None:
    options = [_clock_option(turn, draft.first_day, time) for time in times]
    turn.keep(msgspec.structs.replace(draft, time=None))
    turn.say(with_buttons(turn, turn.words.text("ask.which_time"), options), asked="day")


def _possible_days(turn: Turn, reading: Reading) -> tuple[dt.date, ...]:
    """The days that may be meant and can be booked, in their order; all where none can."""
    shop, now = turn.desk.shop, turn.desk.now
    today = local_day(now, shop.zone)
    said = sorted({day for day in (reading.day, *reading.other_days) if day})
    possible = [day for day in said if today <= day <= shop.last_day(today) and shop.opening(day)]
    ahead = [day for day in possible if _latest(turn, reading, day) > now + shop.policies.notice]
    return tuple(ahead or said)


def _latest(turn: Turn, reading: Reading, day: dt.date) -> dt.datetime:
    """The last moment of the day that may be meant: the time said, or the closing."""
    shop = turn.desk.shop
    times = [time for time in (reading.time, *reading.other_times) if time is not None]
    moments = (instant(day, minute_of(time), shop.zone) for time in times)
    return max((at for at in moments if at is not None), default=shop.opening(day)[-1].end)


def _clock_option(turn: Turn, day: dt.date | None, time: dt.time) -> tuple[str, TakeWhen]:
    shop = turn.desk.shop
    shown = day or local_day(turn.desk.now, shop.zone)
    at = instant(shown, minute_of(time), shop.zone)
    title = turn.words.time(at) if at else time.isoformat("minutes")
    return title, TakeWhen(day=day, minute=minute_of(time))

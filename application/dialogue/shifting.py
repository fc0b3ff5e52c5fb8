"""Offering what is later or earlier than the time that is held or the times that are on the screen."""

import datetime as dt

import msgspec

from application.dialogue.drafting import exact_start, visit_of
from application.dialogue.offering import offer_times
from application.dialogue.turn import Turn
from application.understanding.reading import Reading, Shift
from domain.draft import Draft
from domain.reply import TakeTime
from domain.shop import Visit

A_MINUTE = dt.timedelta(minutes=1)


async def offer_shifted(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Offer later or earlier times; not if a day or a time is named, or nothing to compare with."""
    if reading.shift is None or reading.day or reading.days or reading.time or reading.times:
        return False
    return await _offer(turn, draft, reading.shift)


async def _offer(turn: Turn, draft: Draft, shift: Shift) -> bool:
    visit = visit_of(turn.desk.shop, draft)
    one, shown = _single(turn, draft), _shown(turn)
    if visit is None or (one is None and not shown):
        return False
    if shift == "earlier":
        await _offer_before(turn, draft, visit, one or shown[0])
    elif one is not None:
        await _offer_after(turn, draft, visit, one)
    else:
        anytime = msgspec.structs.replace(draft, time=None, not_after=None)
        await offer_times(turn, anytime, visit, after=shown[-1])
    return True


def _single(turn: Turn, draft: Draft) -> dt.datetime | None:
    """The one time that is spoken of: held, or named and refused."""
    if turn.chat.state.asked == "confirm" and draft.hold is not None:
        return draft.hold.start
    return exact_start(turn.desk.shop, draft)


def _shown(turn: Turn) -> tuple[dt.datetime, ...]:
    """The times on the screen, earliest first."""
    meanings = (one.meaning for one in turn.chat.state.offered)
    return tuple(sorted(one.start for one in meanings if isinstance(one, TakeTime)))


async def _offer_after(turn: Turn, draft: Draft, visit: Visit, start: dt.datetime) -> None:
    local = (start + A_MINUTE).astimezone(turn.desk.shop.zone)
    later = msgspec.structs.replace(
        _on_the_day(draft, local.date()), not_before=local.time(), not_after=None
    )
    nothing = turn.words.text("offer.none.later", when=turn.words.long_day(local.date()))
    await offer_times(turn, later, visit, nothing=nothing)


async def _offer_before(turn: Turn, draft: Draft, visit: Visit, start: dt.datetime) -> None:
    local = start.astimezone(turn.desk.shop.zone)
    earlier = msgspec.structs.replace(
        _on_the_day(draft, local.date()), not_before=None, not_after=local.time()
    )
    nothing = turn.words.text("offer.none.earlier", when=turn.words.long_day(local.date()))
    await offer_times(turn, earlier, visit, nothing=nothing)


def _on_the_day(draft: Draft, day: dt.date) -> Draft:
    return msgspec.structs.replace(draft, first_day=day, last_day=day, time=None, earliest=False)

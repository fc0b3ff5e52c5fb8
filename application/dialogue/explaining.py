"""Saying why: the reason of a refusal, and until when a visit can be changed for free."""

import datetime as dt

from application.dialogue.offering import closure_name
from application.dialogue.turn import Turn
from domain.draft import Draft
from domain.errors import Reason
from domain.shop import Visit
from domain.wall_time import local_day

HOUR = dt.timedelta(hours=1)
OF_A_BARBER = (Reason.BREAK, Reason.TIME_OFF, Reason.CALENDAR_BUSY, Reason.NOT_OFFERED)


def policy(turn: Turn, start: dt.datetime) -> str:
    """Until when a visit at that time can be changed for free, as a sentence."""
    shop = turn.desk.shop
    free_until = start - shop.policies.free_cancellation
    if free_until > turn.desk.now:
        return turn.words.text("policy.free", until=turn.words.short(free_until))
    return turn.words.text("policy.late", hours=free_hours(turn), policy=late_policy(turn))


def late_policy(turn: Turn) -> str:
    """What the shop says about late changes, as a part of a sentence."""
    told = turn.desk.shop.policies.late_cancellation.get(turn.words.language)
    return _clause(turn, told) if told else turn.words.text("policy.default")


def free_hours(turn: Turn) -> int:
    """How long before a visit it can be changed for free."""
    return turn.desk.shop.policies.free_cancellation // HOUR


def refused(
    turn: Turn, draft: Draft, visit: Visit, reason: Reason, start: dt.datetime | None = None
) -> str:
    """Why the draft's time cannot be had, in a sentence."""
    shop = turn.desk.shop
    barber = shop.barber(draft.barber_id) if draft.barber_id else None
    key = f"refused.{reason.value}"
    if reason is Reason.TOO_SOON and start is not None and start <= turn.desk.now:
        key = "refused.past"
    elif barber is None and reason in OF_A_BARBER:
        key = "refused.nobody"
    elif reason is Reason.CLOSED and start is not None and _is_open(turn, start):
        key = "refused.past_closing"
    return turn.words.text(
        key,
        when=turn.words.when(start) if start else "",
        barber=barber.name if barber else "",
        closure=closure_name(turn, draft),
        notice=shop.policies.notice // dt.timedelta(minutes=1),
        last=turn.words.long_day(shop.last_day(local_day(turn.desk.now, shop.zone))),
        grid=shop.policies.grid // dt.timedelta(minutes=1),
        services=turn.words.services(visit.ids).lower(),
    )


def _is_open(turn: Turn, at: dt.datetime) -> bool:
    shop = turn.desk.shop
    return any(span.start <= at < span.end for span in shop.opening(local_day(at, shop.zone)))


def _clause(turn: Turn, told: str) -> str:
    """A sentence of the shop's as a part of another; a name keeps its capital."""
    shop = turn.desk.shop
    names = (shop.name, shop.owner, *(barber.name for barber in shop.barbers))
    told = told.strip().rstrip(".")
    return told if told.startswith(names) else told[:1].lower() + told[1:]

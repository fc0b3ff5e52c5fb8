"""An explanation in words for the terminal."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from application.explaining_why.answers import (
    BarberAnswer,
    Blocked,
    Claimed,
    Explanation,
    Held,
    InTheWay,
)
from application.explaining_why.citing import Cited
from domain.errors import Reason
from entrypoints.history.asked_time import AskedTime
from entrypoints.history.why_rules import moment, rule_words

MINUTE = timedelta(minutes=1)
WORDS = {
    Reason.CLOSED: "not offered, the shop is closed",
    Reason.BREAK: "not offered, the barber has a break",
    Reason.TIME_OFF: "not offered, the barber is off",
    Reason.TAKEN: "not offered, taken by an appointment",
    Reason.HELD: "not offered, held for somebody who was asked to confirm",
    Reason.TOO_SOON: "not offered, too soon",
    Reason.TOO_FAR_AHEAD: "not offered, too far ahead",
    Reason.NOT_OFFERED: "not offered, the barber does not do it",
    Reason.CALENDAR_BUSY: "not offered, the barber's calendar is busy",
    Reason.OFF_GRID: "not offered, no visit starts then",
    Reason.SKIPPED: "not offered, the clocks skip that time",
}


def skipped_words(asked: AskedTime, zone: ZoneInfo) -> str:
    """That there was no such time."""
    after = f", to {moment(asked.next, zone)}" if asked.next else ""
    return f"{asked.words} does not exist in {zone.key}: the clocks skip it{after}."


def explanation_lines(told: Explanation, asked: AskedTime, zone: ZoneInfo) -> Iterator[str]:
    """The explanation, barber by barber; times are those of that zone."""
    yield f"{told.shop_id}, {moment(told.start, zone)} ({zone.key})"
    yield f"As known at {moment(told.known_at, zone)}, up to position {told.position}"
    yield f"Settings {told.settings_version}: {cited(told.settings, zone)}"
    if asked.ambiguous:
        yield "The clocks show that time twice: the first is meant, the only one that is offered."
    elif told.second_showing:
        yield "The clocks show that time twice, and this is the second: only the first is offered."
    barber = None
    for answer in told.answers:
        if answer.barber_id != barber:
            yield ""
            yield answer.barber_id
        barber = answer.barber_id
        yield from _answer_lines(answer, told, zone)


def cited(event: Cited, zone: ZoneInfo) -> str:
    """Where an event stands and who recorded it when and why."""
    policy = f", policy {event.policy}" if event.policy else ""
    return (
        f"{event.tag} at position {event.position} ({event.stream} v{event.version}), recorded "
        f"{moment(event.at, zone)} by {event.actor}, cause {event.cause}, "
        f"correlation {event.correlation}{policy}"
    )


def _answer_lines(answer: BarberAnswer, told: Explanation, zone: ZoneInfo) -> Iterator[str]:
    verdict = answer.verdict
    visits = ", ".join(" + ".join(services) for services in answer.visits)
    yield f"  {visits}: {WORDS[verdict.reason] if verdict.reason else 'free'}"
    if verdict.rule:
        settings = f"settings {told.settings_version}, position {told.settings.position}"
        yield f"    {rule_words(verdict.rule, zone)} ({settings})"
    for one in verdict.in_the_way:
        yield f"    {_obstacle(one, zone)}"
        yield f"      {cited(one.event, zone)}"
        if isinstance(one, Claimed) and one.booked:
            yield f"      {cited(one.booked, zone)}"
        if isinstance(one, Claimed) and one.moved:
            yield f"      {cited(one.moved, zone)}"
    for hold in verdict.lapsed:
        yield f"    A hold of that time had expired {moment(hold.expires_at, zone)}:"
        yield f"      {cited(hold.event, zone)}"


def _obstacle(one: InTheWay, zone: ZoneInfo) -> str:
    match one:
        case Claimed():
            name = f"#{one.code}" if one.code else one.appointment_id
            shown = f", under policy {one.policy}" if one.policy else ""
            return f"Appointment {name}, {_span(one, zone)}{_buffers(one)}{shown}:"
        case Held():
            until = f"until {moment(one.expires_at, zone)}"
            return (
                f"Held for customer {one.customer_id} {until}, {_span(one, zone)}{_buffers(one)}:"
            )
        case Blocked():
            who = "staff" if one.source == "staff" else "an event of the barber's calendar"
            return f"Blocked by {who}, {_span(one, zone)}:"
        case _:
            assert_never(one)


def _buffers(one: Claimed | Held) -> str:
    """That only the buffers meet, where that is so."""
    if not one.by_buffers:
        return ""
    own = f"{one.before // MINUTE} minutes before and {one.after // MINUTE} after it"
    return f", only by buffers ({own}, besides those of the visit asked about)"


def _span(one: InTheWay, zone: ZoneInfo) -> str:
    return f"{_clock(one.start, zone)}-{_clock(one.end, zone)}"


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"

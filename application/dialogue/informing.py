"""What the shop is: its services and prices, its hours and where it stands."""

import datetime as dt
from typing import Literal

import msgspec
from babel.dates import get_day_names

from application.dialogue.composing import Button, with_buttons, with_menu
from application.dialogue.turn import Turn
from application.understanding.reading import About, Intent, Reading
from domain.hours import ClockRange
from domain.reply import Ask, Location, Meaning, Reply, TakeService
from domain.shop import DaysOff, Service
from domain.wall_time import instant_or_next, local_day

WEEK = 7
BOOK = Ask(topic="book")

ANSWERED_WITH_OTHERS: tuple[Intent, ...] = (
    "services", "hours", "address", "book", "availability", "cancel", "move", "my_appointments",
)  # fmt: skip


def greet(turn: Turn) -> None:
    """Greet, say who answers and how to stop, and show the way."""
    shop = turn.desk.shop
    name = turn.person.state.name
    words = turn.words
    hello = f" {name}" if name else ""
    if not turn.first:
        turn.say(with_menu(turn, words.text("greeting.again", name=hello)), asked="menu")
        return
    example = words.text(
        "greeting.example",
        service=words.service(shop.services[0]).lower(),
        barber=shop.barbers[0].name,
    )
    turn.introduced = True
    body = words.text("greeting", name=hello, shop=shop.name, example=example)
    turn.say(with_menu(turn, body), asked="menu")


def answer_what_else_is_asked(turn: Turn, intent: Intent, reading: Reading) -> None:
    """Let the answer begin with the hours or the address where they were asked for beside it.

    Prices need no such beginning: they are answered first, and stand in every offer.
    """
    if intent not in ANSWERED_WITH_OTHERS or not {"hours", "address"}.intersection(reading.intents):
        return
    if intent != "address" and "address" in reading.intents:
        show_place(turn)
    if intent != "hours" and "hours" in reading.intents:
        turn.paragraphs += (hours_text(turn),)
    elif intent not in ("hours", "address"):  # the hours tell the address, too
        turn.paragraphs += (turn.words.text("address", address=turn.desk.shop.place.address),)


def say_services(turn: Turn, reading: Reading) -> None:
    """The services and prices, or what is known of the question beside them."""
    if reading.about is None:
        list_services(turn, reading.services or turn.draft.services)
    elif reading.services:
        turn.notes += (_about(turn, reading.about),)
        list_services(turn, reading.services)
    else:
        say_with_next_steps(turn, _about(turn, reading.about))


def services_text(turn: Turn, reading: Reading) -> str:
    """The same as a text."""
    if reading.about is None:
        return _listed(turn, _among(turn, reading.services or turn.draft.services))
    asked = _among(turn, reading.services)
    return " ".join((_about(turn, reading.about), *([_listed(turn, asked)] if asked else [])))


def list_services(turn: Turn, asked_for: tuple[str, ...] = ()) -> None:
    """The services asked for, or all, with prices and lengths.

    After the price of one, "book it for tomorrow" is about that service.
    """
    asked = _among(turn, asked_for)
    body = _listed(turn, asked)
    if len(asked) != 1:
        say_with_next_steps(turn, body, other="services" if asked else "hours")
        return
    if not turn.draft.services:
        turn.keep(msgspec.structs.replace(turn.draft, services=(asked[0].id,)))
    say_with_next_steps(turn, body, book=TakeService(service_id=asked[0].id))


def _among(turn: Turn, asked_for: tuple[str, ...]) -> list[Service]:
    return [one for one in turn.desk.shop.services if one.id in asked_for]


def _listed(turn: Turn, asked: list[Service]) -> str:
    """The price of one, or a line for each; all of the shop's where none was asked for."""
    text = turn.words.text
    key = "services.one" if len(asked) == 1 else "services.line"
    lines = "\n".join(_priced(turn, key, one) for one in asked or turn.desk.shop.services)
    return lines if asked else text("services", services=lines)


def _priced(turn: Turn, key: str, service: Service) -> str:
    words = turn.words
    return words.text(
        key,
        service=words.service(service),
        price=words.money(service.price),
        length=words.length(service.length),
    )


def _about(turn: Turn, about: About) -> str:
    """What the shop's file says of it; without that, nothing is promised."""
    facts = turn.desk.shop.facts
    told = {"payment": facts.payment, "walk_ins": facts.walk_ins}.get(about, {})
    said = told.get(turn.words.language)
    return said or turn.words.text(f"about.{about}", owner=turn.desk.shop.owner)


def say_hours(turn: Turn) -> None:
    """The week's opening hours, the closures within the horizon, and the address."""
    say_with_next_steps(turn, hours_text(turn))


def hours_text(turn: Turn) -> str:
    """The same as a text."""
    lines = [*_week(turn), *_closures(turn)]
    address = turn.words.text("address", address=turn.desk.shop.place.address)
    return turn.words.text("hours", hours="\n".join(lines), address=address)


def say_address(turn: Turn) -> None:
    """The address in words, and as a pin where the shop has one."""
    show_place(turn)
    address = turn.desk.shop.place.address
    say_with_next_steps(turn, turn.words.text("address", address=address))


def show_place(turn: Turn) -> None:
    """The pin alone; nothing where the shop has none."""
    place = turn.desk.shop.place
    if place.latitude is not None and place.longitude is not None:
        pin = Location(
            latitude=place.latitude,
            longitude=place.longitude,
            name=turn.desk.shop.name,
            address=place.address,
        )
        turn.say(Reply(body=place.address, location=pin))


def say_with_next_steps(
    turn: Turn, body: str, *, book: Meaning = BOOK, other: Literal["services", "hours"] = "services"
) -> None:
    """A text with what somebody who knows nothing yet may want next."""
    text = turn.words.text
    buttons: tuple[Button, ...] = (
        (text("button.book"), book),
        (text(f"button.{other}"), Ask(topic=other)),
        (text("button.person"), Ask(topic="person")),
    )
    turn.say(with_buttons(turn, body, buttons))


def _week(turn: Turn) -> list[str]:
    """One line for each run of weekdays with the same hours."""
    runs: list[tuple[int, int, tuple[ClockRange, ...]]] = []
    for weekday in range(WEEK):
        ranges = turn.desk.shop.hours.weekly.get(weekday, ())
        if runs and runs[-1][2] == ranges:
            runs[-1] = (runs[-1][0], weekday, ranges)
        else:
            runs.append((weekday, weekday, ranges))
    return [_line(turn, first, last, ranges) for first, last, ranges in runs]


def _line(turn: Turn, first: int, last: int, ranges: tuple[ClockRange, ...]) -> str:
    words = turn.words
    names = get_day_names("wide", locale=words.language)
    start, end = str(names[first]), str(names[last])
    days = start if first == last else words.text("format.range", start=start, end=end)
    times = [
        words.text("format.range", start=_clock(turn, one.start), end=_clock(turn, one.end))
        for one in ranges
    ]
    said = words.listed(times) or words.text("hours.closed")
    return words.text("hours.line", days=days, times=said)


def _clock(turn: Turn, minute: int) -> str:
    shop = turn.desk.shop
    today = local_day(turn.desk.now, shop.zone)
    return turn.words.time(instant_or_next(today, minute, shop.zone))


def _closures(turn: Turn) -> list[str]:
    shop, words = turn.desk.shop, turn.words
    today = local_day(turn.desk.now, shop.zone)
    ahead = [
        one for one in shop.closures if today <= one.last and one.first <= shop.last_day(today)
    ]
    return [
        words.text(
            "hours.line",
            days=_days(turn, one.first, one.last),
            times=_closed(turn, one),
        )
        for one in ahead
    ]


def _closed(turn: Turn, closure: DaysOff) -> str:
    name = closure.names.get(turn.words.language)
    closed = turn.words.text("hours.closed")
    return f"{closed} ({name})" if name else closed


def _days(turn: Turn, first: dt.date, last: dt.date) -> str:
    words = turn.words
    if first == last:
        return words.day(first)
    return words.text("format.range", start=words.day(first), end=words.day(last))

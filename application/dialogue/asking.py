"""Asking for what is missing of a booking: the service, the barber, another day."""

import msgspec

from application.dialogue.composing import Button, Row, with_buttons, with_rows
from application.dialogue.turn import Turn
from application.find_openings import barbers_for
from domain.draft import Draft
from domain.reply import ROWS, Ask, MoreTimes, NotNow, TakeBarber, TakeService, TakeTime, TakeUsual
from domain.shop import Visit


async def ask_service(turn: Turn, draft: Draft) -> None:
    """Ask which service it shall be; what the customer mostly had comes first."""
    turn.keep(draft)
    rows: list[Row] = [
        (
            turn.words.service(one),
            turn.words.text(
                "row.service",
                length=turn.words.length(one.length),
                price=turn.words.money(one.price),
            ),
            TakeService(service_id=one.id),
        )
        for one in turn.desk.shop.services
    ]
    body = turn.words.text("ask.service")
    turn.say(with_rows(turn, body, "list.services", [*_usual(turn), *rows]), asked="service")


def _usual(turn: Turn) -> list[Row]:
    """What was mostly booked, if the shop has it still and the list has room for it."""
    shop, before = turn.desk.shop, turn.usual
    barber = shop.barber(before.barber_id) if before else None
    known = before is not None and all(shop.service(one) for one in before.services)
    if before is None or barber is None or not known or len(shop.services) >= ROWS:
        return []
    if not barber.offers(before.services):
        return []
    what = turn.words.text(
        "row.usual.description", services=turn.words.services(before.services), barber=barber.name
    )
    meaning = TakeUsual(services=before.services, barber_id=barber.id)
    return [(turn.words.text("row.usual"), what, meaning)]


async def offer_barbers(turn: Turn, draft: Draft, visit: Visit, *, lead: str) -> None:
    """Offer the barbers who do the visit."""
    turn.keep(msgspec.structs.replace(draft, barber_id=None))
    rows: list[Row] = []
    for barber_id in barbers_for(turn.desk.shop, visit):
        barber = turn.desk.shop.barber(barber_id)
        if barber is not None:
            rows.append((barber.name, "", TakeBarber(barber_id=barber_id)))
    text = turn.words.text
    anyone = (
        text("row.any_barber"),
        text("row.any_barber.description"),
        TakeBarber(barber_id=None),
    )
    body = f"{lead} {text('ask.barber')}"
    turn.say(with_rows(turn, body, "list.barbers", [*rows, anyone]), asked="barber")


def ask_for_another_day(turn: Turn) -> bool:
    """Ask when else, after none of the times on the screen was right; not where none is there."""
    times = [one.meaning for one in turn.chat.state.offered if isinstance(one.meaning, TakeTime)]
    if not times or not turn.draft.services:
        return False
    anytime = msgspec.structs.replace(
        turn.draft, first_day=None, last_day=None, time=None, not_before=None, not_after=None
    )
    turn.keep(anytime)
    text = turn.words.text
    buttons: tuple[Button, ...] = (
        (text("row.more_times"), MoreTimes(after=max(one.start for one in times))),
        (text("button.not_now"), NotNow()),
        (text("button.person"), Ask(topic="person")),
    )
    turn.say(with_buttons(turn, text("ask.other_day"), buttons), asked="day")
    return True

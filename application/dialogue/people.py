"""Everything that is for the shop's people, or about reaching the customer."""

import datetime as dt
from typing import Literal

from application.dialogue.composing import with_buttons, with_menu
from application.dialogue.turn import Turn
from application.dialogue.visiting import described
from domain.customer import VisitPlanned
from domain.reply import Reply, ShowAppointment, fitted
from domain.wall_time import local_day

PATIENCE = 3
DETAIL = 200


def call_person(turn: Turn, why: Literal["asked", "not_understood", "complaint", "staff"]) -> None:
    """Let a person take over, and be silent from then on."""
    if why == "not_understood":
        turn.note("person.missed")
    key = "person" if turn.desk.shop.owner_phone else "person.uncalled"
    turn.say(Reply(body=turn.words.text(key, owner=turn.desk.shop.owner)))
    turn.call_person(why)


def fall_back(turn: Turn, key: Literal["unknown", "insult"] = "unknown") -> None:
    """Say that it was not understood, or be sorry; the third time in a row, call a person."""
    if turn.chat.state.misunderstood >= PATIENCE:
        call_person(turn, "not_understood")
    else:
        turn.say(with_menu(turn, turn.words.text(key, owner=turn.desk.shop.owner)))


def decline(turn: Turn) -> None:
    """Say politely that this is no matter of the shop's."""
    turn.say(with_menu(turn, turn.words.text("off_topic", shop=turn.desk.shop.name)))


def running_late(turn: Turn, minutes: int | None) -> None:
    """Tell the barber; beyond the grace time, offer to move the visit."""
    visit = _visit_today(turn)
    if visit is None:
        turn.say(with_menu(turn, turn.words.text("late.no_visit")))
        return
    late = dt.timedelta(minutes=minutes or 0)
    barber = turn.desk.shop.barber(visit.barber_id)
    name = barber.name if barber else turn.desk.shop.owner
    length = turn.words.length(late) if minutes else ""
    turn.tell_shop("late", fitted(f"{length} {described(turn, visit)}".strip(), DETAIL))
    text = turn.words.text
    thanks = text("late.told" if turn.desk.shop.owner_phone else "late.noted", barber=name)
    if late <= turn.desk.shop.policies.grace:
        turn.say(Reply(body=thanks))
        return
    move = ShowAppointment(appointment_id=visit.appointment_id, purpose="move")
    body = f"{thanks} {text('late.beyond', minutes=minutes)}"
    turn.say(with_buttons(turn, body, ((text("button.move"), move),)))


def pass_on(turn: Turn, what: str) -> None:
    """Show the shop's people a picture or a file."""
    turn.tell_shop("media", fitted(what, DETAIL))
    turn.say(with_menu(turn, turn.words.text("media")))


def opt_out(turn: Turn, *, whole: bool) -> None:
    """No more reminders and offers; the appointments stand.

    Only a message that is nothing but STOP or BAJA does it; any other is told so.
    """
    if not whole:
        turn.say(with_menu(turn, turn.words.text("opted_out.how")))
        return
    turn.person.record(turn.person.state.opt_out())
    visits = turn.visits
    text = turn.words.text
    stands = text("opted_out.visit", when=turn.words.when(visits[0].start)) if visits else ""
    turn.say(Reply(body=text("opted_out", visit=stands)))


def opt_in(turn: Turn) -> None:
    """Reminders and offers again."""
    turn.person.record(turn.person.state.opt_in())
    turn.say(with_menu(turn, turn.words.text("opted_in")))


def hand_over_data_request(turn: Turn) -> None:
    """A person answers for the customer's data."""
    turn.say(Reply(body=turn.words.text("my_data", owner=turn.desk.shop.owner)))
    turn.call_person("asked")


def speak(turn: Turn, language: str) -> None:
    """Go on in the language that the customer wishes, and say so at the answer's start."""
    turn.chat.record(turn.chat.state.speak(language))
    turn.person.record(turn.person.state.speak(language))
    turn.note("language")


def _visit_today(turn: Turn) -> VisitPlanned | None:
    """The visit that the customer is late for: begun less than half a day ago, or today."""
    shop, now = turn.desk.shop, turn.desk.now
    today = local_day(now, shop.zone)
    visits = (one for one in turn.person.state.visits if one.shop_id == shop.id)
    meant = (one for one in visits if local_day(one.start, shop.zone) == today and one.end > now)
    return min(meant, key=lambda one: one.start, default=None)

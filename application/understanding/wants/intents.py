"""Decides what a customer wants, from the telling phrases and from the slots said."""

from application.understanding.reading import Context, Intent
from application.understanding.text.marks import IntentMark
from application.understanding.wants.answers import (
    answerable,
    answered,
    answers_first,
    answers_in,
    answers_with_name,
    meant,
    overtones,
    settled,
    with_leave,
)
from application.understanding.wants.bare_wishes import (
    asks_about_services,
    bare_wish,
    elsewhere,
    indifferent,
    like_before,
    weak_wish,
    wished_or_asked,
)
from application.understanding.wants.courtesies import (
    courtesies,
    greets_before_something,
    greets_by_name,
    greets_for_today,
    only_polite,
    polite_only,
)
from application.understanding.wants.plausible import asks_when_open, plausible
from application.understanding.wants.said import (
    ANSWERS,
    POLITE,
    SLOTS_ASKED,
    STRANGERS,
    STRANGERS_WITH_SERVICE,
    Said,
    of,
    unique,
)

# An intent that says the same as another, or only seems to be said beside it.
_OUTSHONE: tuple[tuple[Intent, frozenset[Intent]], ...] = (
    ("my_appointments", frozenset({"cancel", "move", "late", "book", "address", "person"})),
    ("hours", frozenset({"availability", "book", "cancel", "move"})),  # as the "open" of a slot
    ("availability", frozenset({"move", "cancel", "my_appointments", "person", "late"})),
    ("book", frozenset({"availability", "move"})),
    ("opt_out", frozenset({"cancel", "book", "move"})),
    ("services", frozenset({"opt_out"})),
    ("address", frozenset({"late"})),
    ("late", frozenset({"cancel"})),
)


_WISHES: frozenset[Intent] = frozenset({"availability", "book", "cancel", "move"})
_BESIDE_A_WISH: frozenset[Intent] = frozenset({"services", "address", "hours"})


def decide(said: Said, context: Context) -> tuple[Intent, ...]:
    """The intents in the order said; greetings and thanks only where nothing else is said."""
    answers = answers_in(said, context)
    wishes = _wishes(said, context)
    if context.asked == "confirm" and not (answers or wishes or said.slots):
        answers = overtones(said)
    if _wants_others(said, context, wishes):
        return ("availability",)
    if context.asked == "confirm" and answers and wishes in {(), ("book",)}:
        meaning = meant(answers, said)
        return answered(meaning, said, wishes) if settled(meaning, said) else ("unknown",)
    if answers_first(said, context):
        return unique((*answers[:1], "book"))
    return _wished(said, context, answers, wishes)


def _wished(
    said: Said, context: Context, answers: tuple[Intent, ...], wishes: tuple[Intent, ...]
) -> tuple[Intent, ...]:
    """What is wished in so many words, or picked, or else meant."""
    picking = said.chosen and context.asked == "offer" and not (said.ordered or said.dated)
    if picking and wishes == ("book",):
        return ("choose",)  # "put me in for the 3:15"
    if wishes:
        heard = context.asked == "confirm" and "but" not in said.marks.hints
        kept = answers[:1] if heard and not _consents_to_a_change(said) else ()
        return unique((*kept, *wishes))
    if said.marks.refused:
        return ("unknown",)
    if said.chosen and _refuses(said):
        return ("deny",) if "deny" in answers else ("unknown",)
    return (
        ("choose",)
        if said.chosen and not _asks_of_another(said, context)
        else _wishless(said, context, answers)
    )


def _asks_of_another(said: Said, context: Context) -> bool:
    """As in "when does the last bus leave", where no list is on the screen."""
    known = said.strangers <= (0 if said.questioned else 1)
    return context.asked is None and not known


def _consents_to_a_change(said: Said) -> bool:
    """As in "make it 5 and it's good", "ok, change it to Friday": what was asked about is not it."""
    moves = [mark.first for mark in said.marks.intents if mark.intent == "move"]
    yes = min(said.marks.assents, default=None)
    return bool(moves) and (said.scheduled or said.barber) and (yes is None or yes > moves[0])


def _refuses(said: Said) -> bool:
    """As in "the Thursday ones don't suit"; a "no" at the beginning refuses what was before."""
    words = said.row.words
    return any(
        place and words[place] not in {"no", "nope", "nah"} for place in said.marks.negations
    )


def _wants_others(said: Said, context: Context, wishes: tuple[Intent, ...]) -> bool:
    """Whether "later" is about the times on the screen, and no goodbye."""
    if _shifts_a_visit(said) or ("gratitude" in said.marks.hints and not said.questioned):
        return False
    if said.shift is None or said.timed or set(wishes) - {"availability", "book"}:
        return False
    telling = any(
        mark.last - mark.first > 1 and (mark.intent == "deny" or _judges_a_time(mark, said))
        for mark in said.marks.intents
    )
    asked = context.asked in {"offer", "confirm", "time", "day"}
    sentence = any(piece.has("shift") and piece.last - piece.first > 1 for piece in said.row.pieces)
    wished = asked or sentence or said.compared or "wish" in said.marks.hints
    parting = "goodbye" in of(said, POLITE) and not wished
    return said.strangers <= STRANGERS and not (parting or telling)


def _judges_a_time(mark: IntentMark, said: Said) -> bool:
    """As in "that is not too late"."""
    shifts = {piece.first for piece in said.row.pieces if piece.has("shift")}
    return mark.intent == "confirm" and not shifts.isdisjoint(range(mark.first, mark.last))


def _shifts_a_visit(said: Said) -> bool:
    """As in "I am down for 4, is anything later free?"."""
    return said.shift is not None and "booked" in said.marks.hints


def _wishless(said: Said, context: Context, answers: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """The intents of a message in which no phrase tells a wish."""
    polite = courtesies(said)
    if only_polite(said, context, answers):
        return polite
    if answerable(said, context) and answers:
        waits = answers[0] == "confirm" and "pausing" in said.marks.hints  # "ok one moment"
        return ("unknown",) if waits else with_leave(answers, said)
    asked_for = answers_with_name(said, context)
    asked_for = asked_for or (said.stranger is not None and context.asked == "barber")
    asked_for = asked_for or (context.asked in SLOTS_ASKED and indifferent(said))
    asked_for = asked_for or like_before(said, context)
    if asked_for or (said.people and said.strangers <= STRANGERS and not elsewhere(said)):
        return ("book",)
    curious, advised = "curious" in said.marks.hints, "advice" in said.marks.hints
    strange = STRANGERS if advised else 1
    if asks_about_services(said) and said.strangers <= strange and not curious:
        return ("services",)
    if said.slots and bare_wish(said, context):
        greets = greets_by_name(said, context) or greets_for_today(said)
        told = _tells_of_a_visit(said, context) and not polite
        return polite if greets else (("my_appointments",) if told else (wished_or_asked(said),))
    lost = said.strangers > STRANGERS_WITH_SERVICE or greets_before_something(said)
    return ("unknown",) if lost or not polite else polite


def _wishes(said: Said, context: Context) -> tuple[Intent, ...]:
    marks = [mark for mark in said.marks.intents if mark.intent not in POLITE | ANSWERS]
    booked = min((mark.first for mark in marks if mark.intent == "book"), default=None)
    if booked is not None and not said.questioned:  # "book me the last slot"
        marks = [one for one in marks if not _slot_booked(one, booked)]
    answering = said.scheduled and context.asked in SLOTS_ASKED and not said.questioned
    answering = answering and "?" not in said.row.words  # "a slot around 11 would be great"
    if answering or (said.chosen and context.asked == "offer"):  # "the Friday slot"
        marks = [one for one in marks if not _slot_booked(one, -1)]
    intents = _priced([mark.intent for mark in marks if plausible(mark, said)], said)
    if said.tongue and not (intents or said.slots or "foreign" in said.marks.hints):
        intents.append("language")
    if {"address", "availability"} <= set(intents) and not (said.scheduled or said.barber):
        intents.remove("availability")  # "do you have parking"
    if intents == ["availability"] and _of_the_house(said):
        intents = ["services"]
    intents = _answering(intents, said, context)
    if _also_books(intents, said):
        told = _tells_of_a_visit(said, context)
        intents.append("my_appointments" if told else wished_or_asked(said))
    asked_after = said.barber or said.stranger is not None
    told = said.ordered or (booked is not None and said.timed and said.dated)
    if "ask" in said.marks.hints and asked_after and intents == ["book"] and not told:
        intents = ["availability"]
    present = "presence" in said.marks.hints and context.asked != "barber"
    if said.questioned and intents == ["book"] and booked is None:
        intents = [] if present and asked_after else intents  # "does Ana work Saturdays"
    if present and asked_after and not (intents or said.ordered or said.chosen):
        intents.append("availability")
    moved = unique(tuple(_rather_moved(intents, said, context)))
    return _sorted(_outshone(moved, opening_asked=asks_when_open(said)))


def _of_the_house(said: Said) -> bool:
    """As in "do you have a gym", which is about no time."""
    hints = said.marks.hints
    return {"premises", "have"} <= hints and not (said.slots or "noun" in hints)


def _rather_moved(intents: list[Intent], said: Said, context: Context) -> list[Intent]:
    """The intents with a move for what only seems to be cancelled, booked anew or asked about."""
    if "undone" in said.marks.hints:  # "was my booking deleted?"
        intents = ["my_appointments" if intent == "cancel" else intent for intent in intents]
    traded = said.instead and "book" not in intents  # "cancel Friday, Monday suits me instead"
    leaving = said.replaced and (traded or "absent" in said.marks.hints)
    leaving |= "move" in intents and "hindered" in said.marks.hints
    if leaving and "cancel" in intents:
        intents = ["move" if intent == "cancel" else intent for intent in intents]
    if intents == ["my_appointments"] and "other" in said.marks.hints and not said.questioned:
        intents = ["move"]
    if _shifts_a_visit(said) and set(intents) <= {"availability", "book", "my_appointments"}:
        intents = ["move"]
    if intents == ["late"] and {"booked", "wish"} <= said.marks.hints and said.timed:
        intents = ["move"]  # "meant to be in at 2 but stuck at work, can I come at 3"
    anew = context.asked is None and not context.ordered  # no booking is in the making
    elsewhen = said.instead or {"booked", "but", "wish"} <= said.marks.hints
    if elsewhen and anew and intents in ([], ["book"], ["availability"], ["my_appointments"]):
        intents = ["move"]
    return intents


def _priced(intents: list[Intent], said: Said) -> list[Intent]:
    """The price alone for "are there any discounts available"; likewise for how to pay."""
    asked = not said.marks.hints.isdisjoint({"price", "payment"}) and "services" in intents
    alone = asked and not (said.scheduled or "noun" in said.marks.hints)
    return [intent for intent in intents if not (alone and intent == "availability")]


def _slot_booked(mark: IntentMark, booked: int) -> bool:
    return mark.intent == "availability" and mark.last - mark.first == 1 and mark.first > booked


def _answering(intents: list[Intent], said: Said, context: Context) -> list[Intent]:
    """The intents with "my appointment on Friday" as the wish that it is where one is asked."""
    asked = context.asked in SLOTS_ASKED
    if not said.slots or not (asked or "wish" in said.marks.hints):
        return intents
    others: list[Intent] = [intent for intent in intents if intent != "my_appointments"]
    if others or not (intents and asked):
        return others or intents
    return ["book"]


def _also_books(intents: list[Intent], said: Said) -> bool:
    """Whether a wish that no verb of booking tells is there all the same."""
    if intents and set(intents) <= _BESIDE_A_WISH:
        wished = "wish" in said.marks.hints or (said.ordered and "services" not in intents)
        return wished and said.timed and said.dated
    if intents or said.chosen or said.marks.refused or asks_about_services(said):
        return False
    if not said.slots and _declines(said):
        return False
    return not (polite_only(said) or greets_for_today(said)) and weak_wish(said)


def _tells_of_a_visit(said: Said, context: Context) -> bool:
    """As in "I have an appointment on Friday at 3", where nothing else is said or asked."""
    told = "booked" in said.marks.hints and not {"wish", "negated"} & said.marks.hints
    anew = context.asked is None and not context.ordered
    return told and anew and not said.questioned


def _declines(said: Said) -> bool:
    """Whether a whole phrase says no, or it opens with one: "no, that appointment isn't mine"."""
    denials = [mark for mark in said.marks.intents if mark.intent == "deny"]
    opened = any(mark.first == 0 for mark in denials) and "wish" not in said.marks.hints
    return opened or any(mark.last - mark.first > 1 for mark in denials)


def _sorted(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """What is to be done comes before the delay that explains it, and the hours asked beside it."""
    wished = not _WISHES.isdisjoint(intents)
    return tuple(sorted(intents, key=lambda one: one == "late" or (wished and one == "hours")))


def _outshone(intents: tuple[Intent, ...], *, opening_asked: bool) -> tuple[Intent, ...]:
    kept = intents
    for weaker, stronger in _OUTSHONE:
        if weaker == "hours" and opening_asked:
            continue
        if weaker in kept and stronger & set(kept):
            kept = tuple(intent for intent in kept if intent != weaker)
    return kept

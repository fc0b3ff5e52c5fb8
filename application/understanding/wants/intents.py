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
    indifferent,
    weak_wish,
    wished_or_asked,
)
from application.understanding.wants.courtesies import (
    courtesies,
    greets_by_name,
    only_polite,
    polite_only,
)
from application.understanding.wants.plausible import plausible
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
    ("hours", frozenset({"availability", "book", "cancel", "move"})),
    ("availability", frozenset({"move", "cancel", "my_appointments", "person", "late"})),
    ("book", frozenset({"availability", "move"})),
    ("opt_out", frozenset({"cancel", "book", "move"})),
    ("services", frozenset({"opt_out"})),
    ("address", frozenset({"late"})),
    ("late", frozenset({"cancel"})),
)


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
        kept = answers[:1] if context.asked == "confirm" and "but" not in said.marks.hints else ()
        return unique((*kept, *wishes))
    if said.marks.refused:
        return ("unknown",)
    if said.chosen and _refuses(said):
        return ("deny",) if "deny" in answers else ("unknown",)
    return ("choose",) if said.chosen else _wishless(said, context, answers)


def _refuses(said: Said) -> bool:
    """As in "the Thursday ones don't suit"; a "no" at the beginning refuses what was before."""
    words = said.row.words
    return any(
        place and words[place] not in {"no", "nope", "nah"} for place in said.marks.negations
    )


def _wants_others(said: Said, context: Context, wishes: tuple[Intent, ...]) -> bool:
    """Whether "later" is about the times on the screen, and no goodbye."""
    if _shifts_a_visit(said):
        return False
    if said.shift is None or said.timed or set(wishes) - {"availability", "book"}:
        return False
    telling = any(
        mark.intent == "deny" and mark.last - mark.first > 1 for mark in said.marks.intents
    )
    asked = context.asked in {"offer", "confirm", "time"}
    sentence = any(piece.has("shift") and piece.last - piece.first > 1 for piece in said.row.pieces)
    wished = asked or sentence or "wish" in said.marks.hints
    parting = "goodbye" in of(said, POLITE) and not wished
    return said.strangers <= STRANGERS and not (parting or telling)


def _shifts_a_visit(said: Said) -> bool:
    """As in "I am down for 4, is anything later free?"."""
    return said.shift is not None and "booked" in said.marks.hints


def _wishless(said: Said, context: Context, answers: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """The intents of a message in which no phrase tells a wish."""
    polite = courtesies(said)
    if only_polite(said, context, answers):
        return polite
    if answerable(said, context) and answers:
        return with_leave(answers, said)
    asked_for = answers_with_name(said, context)
    asked_for = asked_for or (said.stranger is not None and context.asked == "barber")
    asked_for = asked_for or (context.asked in SLOTS_ASKED and indifferent(said))
    if asked_for or (said.people and said.strangers <= STRANGERS):
        return ("book",)
    curious, advised = "curious" in said.marks.hints, "advice" in said.marks.hints
    strange = STRANGERS if advised else 1
    if asks_about_services(said) and said.strangers <= strange and not curious:
        return ("services",)
    if said.slots and bare_wish(said, context):
        return polite if greets_by_name(said, context) else (wished_or_asked(said),)
    lost = said.strangers > STRANGERS_WITH_SERVICE
    return ("unknown",) if lost or not polite else polite


def _wishes(said: Said, context: Context) -> tuple[Intent, ...]:
    marks = [mark for mark in said.marks.intents if mark.intent not in POLITE | ANSWERS]
    booked = min((mark.first for mark in marks if mark.intent == "book"), default=None)
    if booked is not None and not said.questioned:  # "book me the last slot"
        marks = [one for one in marks if not _slot_booked(one, booked)]
    if said.chosen and context.asked == "offer":  # "the Friday slot"
        marks = [one for one in marks if not _slot_booked(one, -1)]
    intents = _priced([mark.intent for mark in marks if plausible(mark, said)], said)
    if said.tongue and not (intents or said.slots or "foreign" in said.marks.hints):
        intents.append("language")
    if {"address", "availability"} <= set(intents) and not (said.scheduled or said.barber):
        intents.remove("availability")  # "do you have parking"
    intents = _answering(intents, said, context)
    if _also_books(intents, said):
        intents.append(wished_or_asked(said))
    asked_after = said.barber or said.stranger is not None
    if "ask" in said.marks.hints and asked_after and intents == ["book"] and not said.ordered:
        intents = ["availability"]
    present = "presence" in said.marks.hints and context.asked != "barber"
    if said.questioned and intents == ["book"] and booked is None:
        intents = [] if present and asked_after else intents  # "does Ana work Saturdays"
    if present and asked_after and not (intents or said.ordered or said.chosen):
        intents.append("availability")
    return _outshone(_sorted(unique(tuple(_rather_moved(intents, said, context)))))


def _rather_moved(intents: list[Intent], said: Said, context: Context) -> list[Intent]:
    """The intents with a move for what only seems to be cancelled, booked anew or asked about."""
    leaving = said.replaced and "absent" in said.marks.hints
    leaving |= "move" in intents and "hindered" in said.marks.hints
    if leaving and "cancel" in intents:
        intents = ["move" if intent == "cancel" else intent for intent in intents]
    if intents == ["my_appointments"] and "other" in said.marks.hints and not said.questioned:
        intents = ["move"]
    if _shifts_a_visit(said) and set(intents) <= {"availability", "book", "my_appointments"}:
        intents = ["move"]
    anew = context.asked is None and not context.ordered  # no booking is in the making
    if said.instead and anew and intents in ([], ["book"], ["availability"], ["my_appointments"]):
        intents = ["move"]
    return intents


def _priced(intents: list[Intent], said: Said) -> list[Intent]:
    """The price alone for "are there any discounts available"."""
    asked = "price" in said.marks.hints and "services" in intents
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
        return "wish" in said.marks.hints and said.timed and said.dated
    if intents or said.chosen or said.marks.refused or asks_about_services(said):
        return False
    if not said.slots and _declines(said):
        return False
    return not polite_only(said) and weak_wish(said)


def _declines(said: Said) -> bool:
    """Whether a whole phrase says no, as in "no puedo a esa hora"."""
    return any(mark.intent == "deny" and mark.last - mark.first > 1 for mark in said.marks.intents)


def _sorted(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """What is to be done comes before the delay that explains it."""
    return tuple(sorted(intents, key=lambda intent: intent == "late"))


def _outshone(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    kept = intents
    for weaker, stronger in _OUTSHONE:
        if weaker in kept and stronger & set(kept):
            kept = tuple(intent for intent in kept if intent != weaker)
    return kept

"""Decides what a customer wants, from the telling phrases and from the slots said."""

from application.understanding.answers import (
    answerable,
    answered,
    answers_first,
    answers_in,
    meant,
    overtones,
    settled,
)
from application.understanding.bare_wishes import (
    asks_about_services,
    bare_wish,
    indifferent,
    weak_wish,
    wished_or_asked,
)
from application.understanding.courtesies import (
    courtesies,
    greets_by_name,
    only_polite,
    polite_only,
)
from application.understanding.marks import IntentMark
from application.understanding.plausible import plausible
from application.understanding.reading import Context, Intent
from application.understanding.said import (
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
    ("my_appointments", frozenset({"cancel", "move", "late", "book"})),
    ("hours", frozenset({"availability", "book", "cancel", "move"})),
    ("availability", frozenset({"move", "cancel", "my_appointments"})),
    ("book", frozenset({"availability", "move"})),
    ("opt_out", frozenset({"cancel", "book", "move"})),
)


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
    if wishes:
        kept = answers[:1] if context.asked == "confirm" else ()
        return unique((*kept, *wishes))
    if said.marks.refused:
        return ("unknown",)
    return ("choose",) if said.chosen else _wishless(said, context, answers)


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
        return answers[:1]
    asked_for = said.stranger and context.asked == "barber"
    asked_for = asked_for or (context.asked in SLOTS_ASKED and indifferent(said))
    if asked_for or (said.people and said.strangers <= STRANGERS):
        return ("book",)
    if asks_about_services(said) and said.strangers <= 1 and "curious" not in said.marks.hints:
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
    intents = [mark.intent for mark in marks if plausible(mark, said)]
    if said.tongue and not intents and not said.slots:
        intents.append("language")
    intents = _answering(intents, said, context)
    if _also_books(intents, said):
        intents.append(wished_or_asked(said))
    asked_after = said.barber or said.stranger is not None
    if "ask" in said.marks.hints and asked_after and intents == ["book"] and not said.ordered:
        intents = ["availability"]
    present = "presence" in said.marks.hints and context.asked != "barber"
    if present and asked_after and not intents and not said.ordered:
        intents.append("availability")
    if said.replaced and "cancel" in intents and "absent" in said.marks.hints:
        intents = ["move" if intent == "cancel" else intent for intent in intents]
    if intents == ["my_appointments"] and "other" in said.marks.hints and not said.questioned:
        intents = ["move"]
    if _shifts_a_visit(said) and set(intents) <= {"availability", "book", "my_appointments"}:
        intents = ["move"]
    anew = context.asked is None and not context.ordered  # no booking is in the making
    if said.instead and anew and intents in ([], ["book"], ["availability"]):
        intents = ["move"]
    return _outshone(_sorted(unique(tuple(intents))))


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
    if intents == ["services"]:
        return "wish" in said.marks.hints and said.timed and said.dated
    if intents or said.chosen or said.marks.refused or asks_about_services(said):
        return False
    return not polite_only(said) and weak_wish(said)


def _sorted(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """What is to be done comes before the delay that explains it."""
    return tuple(sorted(intents, key=lambda intent: intent == "late"))


def _outshone(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    kept = intents
    for weaker, stronger in _OUTSHONE:
        if weaker in kept and stronger & set(kept):
            kept = tuple(intent for intent in kept if intent != weaker)
    return kept

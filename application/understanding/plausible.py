"""Whether a phrase tells its intent here, or belongs to a question far from our trade."""

from application.understanding.marks import IntentMark
from application.understanding.reading import Intent
from application.understanding.said import (
    STRANGERS,
    STRANGERS_IN_QUESTIONS,
    STRANGERS_WITH_SERVICE,
    Said,
)

_HEARD_BESIDE: frozenset[Intent] = frozenset({"person", "opt_out", "my_data", "late"})
_QUESTIONS: frozenset[Intent] = frozenset({"services", "hours", "address", "availability"})
_OURS = {"noun", "trade", "payment", "walk_ins"}  # what is told of is a barber's


def plausible(mark: IntentMark, said: Said) -> bool:
    """Whether the phrase tells its intent here: a question far from our trade does not."""
    if _of_others(mark, said):
        return False
    if mark.intent in _QUESTIONS:
        if mark.intent == "services" and (said.timed or said.dated) and not _about_terms(said):
            return False
        return said.ordered or said.strangers <= _borne(mark, said)
    if mark.intent == "person" and mark.last - mark.first == 1:
        return said.strangers <= (0 if said.questioned else STRANGERS_IN_QUESTIONS)
    if mark.intent == "move":
        return said.strangers <= STRANGERS_WITH_SERVICE
    return True


def _borne(mark: IntentMark, said: Said) -> int:
    """How many unknown words a question may have and still be one to a barber."""
    if mark.intent == "availability" and "noun" not in said.marks.hints and not said.barber:
        return 1 if said.slots else 0
    if _about_terms(said) and not _OURS.isdisjoint(said.marks.hints):
        return STRANGERS_WITH_SERVICE
    if _about_price(said):
        return STRANGERS_WITH_SERVICE if mark.first else 1
    return 1 if mark.intent == "services" and not mark.first else STRANGERS


def _about_terms(said: Said) -> bool:
    """Whether a price, a way to pay or coming without an appointment is asked about."""
    return not said.marks.hints.isdisjoint({"price", "payment", "walk_ins"})


def _of_others(mark: IntentMark, said: Said) -> bool:
    """Whether the question is about a bank's or another house's affairs: "are the schools closed"."""
    hints = said.marks.hints
    if mark.intent in _QUESTIONS and said.strangers and not _anchored(said):
        return True
    ours = "noun" in hints or said.ordered or (mark.intent == "services" and "payment" in hints)
    if "foreign" in hints and not ours and mark.intent not in _HEARD_BESIDE:
        return True
    alone = mark.last - mark.first == 1  # "is the bank open", not "wow what time do you open"
    return mark.intent == "hours" and alone and mark.first - 1 in said.strange


def _anchored(said: Said) -> bool:
    """Whether anything ties it to the shop: "how long is a marathon" is tied by nothing."""
    named = said.ordered or said.barber or said.scheduled or said.addressed
    return named or not _OURS.isdisjoint(said.marks.hints)


def _about_price(said: Said) -> bool:
    return "price" in said.marks.hints

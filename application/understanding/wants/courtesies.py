"""Tells greetings and thanks from the words of something else."""

from application.understanding.reading import Context, Intent
from application.understanding.text.marks import IntentMark
from application.understanding.wants.said import POLITE, STRANGERS_WITH_SERVICE, Said, unique


def only_polite(said: Said, context: Context, answers: tuple[Intent, ...]) -> bool:
    """Whether nothing is asked or wished, as in "great, thanks" and "see you Friday"."""
    return context.asked is None and "deny" not in answers and polite_only(said)


def polite_only(said: Said) -> bool:
    """Whether it thanks or takes leave, and names nothing to be booked."""
    polite = set(courtesies(said)) - {"greeting"}
    wished = (said.ordered and not _grateful(said)) or said.timed or _asked_of(said)
    return bool(polite) and not wished and said.strangers <= STRANGERS_WITH_SERVICE


def _asked_of(said: Said) -> bool:
    """Whether a barber is named, and not only thanked or greeted."""
    called = not said.scheduled and "wish" not in said.marks.hints and not said.questioned
    return said.barber and not (called and "thanks" in courtesies(said))


def _grateful(said: Said) -> bool:
    """Whether it opens with thanks for something: "thanks for the great cut"."""
    opened = any(mark.intent == "thanks" and mark.first == 0 for mark in said.marks.intents)
    meant = (opened and "gratitude" in said.marks.hints) or "praise" in said.marks.hints
    return meant and "wish" not in said.marks.hints


def courtesies(said: Said) -> tuple[Intent, ...]:
    """The greetings and thanks, but none that strange words may only speak of."""
    meant = (
        mark.intent
        for mark in said.marks.intents
        if mark.intent in POLITE and (not said.strangers or _begins(mark))
        if not (mark.first and "foreign" in said.marks.hints)  # "translate good morning"
    )
    return unique(tuple(meant))


def _begins(mark: IntentMark) -> bool:
    """Whether the message opens with it, or it is more than a word such as "later"."""
    return mark.first == 0 or mark.intent == "thanks" or mark.last - mark.first > 1


def greets_by_name(said: Said, context: Context) -> bool:
    """As in "good morning Marco", where nothing is wished of him."""
    called = not (said.scheduled or said.ordered or said.questioned or said.strangers)
    led = any(piece.has("with", "any_barber", "for") for piece in said.row.pieces)
    return "greeting" in courtesies(said) and called and not led and context.asked is None

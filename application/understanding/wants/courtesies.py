"""Tells greetings and thanks from the words of something else."""

from application.understanding.reading import Context, Intent
from application.understanding.text.marks import IntentMark
from application.understanding.wants.said import (
    POLITE,
    STRANGERS,
    STRANGERS_WITH_SERVICE,
    Said,
    unique,
)

_SIGNS = {",", ".", "!"}
_WISHING = {"noun", "visiting", "have"}
_ASIDE = 3  # words beside a greeting that may be part of it: "hello my dear old friend"


def only_polite(said: Said, context: Context, answers: tuple[Intent, ...]) -> bool:
    """Whether nothing is asked or wished, as in "great, thanks" and "see you Friday"."""
    enough = context.asked == "menu" and not said.marks.assents  # "ok thanks", "that's it, bye"
    return (context.asked is None or enough) and "deny" not in answers and polite_only(said)


def polite_only(said: Said) -> bool:
    """Whether it thanks or takes leave, and names nothing to be booked."""
    polite = set(courtesies(said)) - {"greeting"}
    wished = (said.ordered and not _grateful(said)) or said.timed or _asked_of(said)
    wished = wished or _closed_with_thanks(said)
    return bool(polite) and not wished and said.strangers <= STRANGERS_WITH_SERVICE


def _closed_with_thanks(said: Said) -> bool:
    """Whether the thanks only close a wish: "an appointment for tomorrow please, thank you"."""
    marks = said.marks.intents
    parting = any(mark.intent == "goodbye" for mark in marks)
    agreed = any(mark.intent == "confirm" and mark.first == 0 for mark in marks)
    if parting or agreed or _thankful(said):
        return False
    closing = bool(marks) and marks[-1].intent == "thanks" and marks[-1].first > 0
    after = said.row.words[marks[-1].last :] if closing else ()
    if not closing or any(word.isalnum() for word in after):
        return False
    today = any(piece.number("offset") == 0 for piece in said.row.pieces)  # "all I need today"
    when = (said.dated or "wish" in said.marks.hints) and not today
    return (
        when or said.earliest or not _WISHING.isdisjoint(said.marks.hints) or _with_somebody(said)
    )


def _with_somebody(said: Said) -> bool:
    return any(
        piece.has("barber") and said.row.at(place - 1).has("with")
        for place, piece in enumerate(said.row.pieces)
    )


def _thankful(said: Said) -> bool:
    return not {"gratitude", "praise"}.isdisjoint(said.marks.hints)


def _asked_of(said: Said) -> bool:
    """Whether a barber is named, and not only thanked or greeted."""
    if any(piece.has("tells") for piece in said.row.pieces) and not said.timed:
        return False  # "tell Luis I'm on my way"
    called = not said.scheduled and "wish" not in said.marks.hints and not said.questioned
    return said.barber and not (called and "thanks" in courtesies(said))


def _grateful(said: Said) -> bool:
    """Whether it opens with thanks for something: "thanks for the great cut"."""
    services = {piece.first for piece in said.row.pieces if piece.has("service", "topic")}
    if any(
        mark.intent == "thanks" and not services.isdisjoint(range(mark.first, mark.last))
        for mark in said.marks.intents
    ):
        return True  # "that fade was unreal"
    told = any(piece.has("tells") for piece in said.row.pieces)  # "tell Luis thanks for the cut"
    opened = told or any(mark.intent == "thanks" and mark.first == 0 for mark in said.marks.intents)
    meant = (opened and "gratitude" in said.marks.hints) or "praise" in said.marks.hints
    return meant and "wish" not in said.marks.hints


def courtesies(said: Said) -> tuple[Intent, ...]:
    """The greetings and thanks, but none that strange words may only speak of."""
    meant = (
        mark.intent
        for mark in said.marks.intents
        if mark.intent in POLITE and (not said.strangers or _begins(mark) or _ends(mark, said))
        if not (mark.first and "foreign" in said.marks.hints)  # "translate good morning"
    )
    return unique(tuple(meant))


def _begins(mark: IntentMark) -> bool:
    """Whether the message opens with it, or it is more than a word such as "later"."""
    return mark.first == 0 or mark.intent == "thanks" or mark.last - mark.first > 1


def _ends(mark: IntentMark, said: Said) -> bool:
    """As in "I am done talking, goodbye"."""
    words = said.row.words
    last = not any(word.isalnum() for word in words[mark.last :])
    return mark.intent == "goodbye" and last and words[mark.first - 1] in _SIGNS


def greets_for_today(said: Said) -> bool:
    """As in "how's the world treating you today", where the day belongs to the greeting."""
    ends = {m.last for m in said.marks.intents if m.intent == "greeting" and m.last - m.first > 1}
    today = any(p.number("offset") == 0 and p.first in ends for p in said.row.pieces)
    wished = said.timed or said.ordered or said.barber
    return today and not wished


def greets_before_something(said: Said) -> bool:
    """As in "hi, what does this fee stand for", where the greeting is not all that is said."""
    if courtesies(said) != ("greeting",):
        return said.far and said.strangers > 0
    polite = {at for mark in said.marks.intents for at in range(mark.first, mark.last)}
    rest = [at for at, word in enumerate(said.row.words) if word.isalnum() and at not in polite]
    asks = said.questioned or not {"ask", "curious"}.isdisjoint(said.marks.hints)
    strange = said.far or said.strangers > STRANGERS or (asks and said.strangers > 0)
    return strange and len(rest) > _ASIDE


def greets_by_name(said: Said, context: Context) -> bool:
    """As in "good morning Marco", where nothing is wished of him."""
    called = not (said.scheduled or said.ordered or said.questioned or said.strangers)
    led = any(piece.has("with", "any_barber", "for") for piece in said.row.pieces)
    return "greeting" in courtesies(said) and called and not led and context.asked is None

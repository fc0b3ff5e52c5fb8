"""Whether a phrase tells its intent here, or belongs to a question far from our trade."""

from application.understanding.reading import Intent
from application.understanding.text.marks import IntentMark
from application.understanding.wants.said import (
    STRANGERS,
    STRANGERS_IN_QUESTIONS,
    STRANGERS_WITH_SERVICE,
    Said,
)

_HEARD_BESIDE: frozenset[Intent] = frozenset({"person", "opt_out", "my_data", "late"})
_QUESTIONS: frozenset[Intent] = frozenset({"services", "hours", "address", "availability"})
_TOLD_BESIDE: frozenset[Intent] = frozenset({"book", "move", "cancel"})
_OF_VISITS = {"noun", "visiting"}
_OPEN = ("open", "close", "shut", "abr", "abiert", "cierr", "cerr")
_ASKED = 3  # tokens of a phrase that asks when we open, such as "cuándo abren"
_PLAIN = 4  # tokens of a phrase that is no chance, such as "what time do you close"
_OURS = {"noun", "trade", "payment", "walk_ins"}  # what is told of is a barber's


def plausible(mark: IntentMark, said: Said) -> bool:
    """Whether the phrase tells its intent here: a question far from our trade does not."""
    if _of_others(mark, said) or _consented_to(mark, said):
        return False
    if mark.intent in _QUESTIONS:
        if mark.intent == "services" and (said.timed or said.dated) and not _about_terms(said):
            return False
        return said.ordered or said.strangers <= _borne(mark, said)
    if mark.intent == "person":
        return _reaches_us(mark, said)
    if mark.intent == "move":
        return said.strangers <= (STRANGERS_WITH_SERVICE if _of_a_visit(mark, said) else 0)
    return True


def asks_when_open(said: Said) -> bool:
    """Whether it is asked in so many words when the shop opens or closes."""
    return any(
        mark.intent == "hours"
        and mark.last - mark.first >= _ASKED
        and any(word.startswith(_OPEN) for word in said.row.words[mark.first : mark.last])
        for mark in said.marks.intents
    )


def _of_a_visit(mark: IntentMark, said: Said) -> bool:
    """Whether what is moved may be a visit: "change" and "change my" may be of a tyre."""
    tied = said.scheduled or said.ordered or said.barber or said.shift is not None
    tied |= "booked" in said.marks.hints
    meant = mark.last - mark.first > 1 and mark.last not in said.strange
    return tied or meant or not (_OURS | _OF_VISITS).isdisjoint(said.marks.hints)


def _consented_to(mark: IntentMark, said: Said) -> bool:
    """As in "that address is right", which asks for none."""
    told = any(one.intent == "confirm" and one.first == mark.last for one in said.marks.intents)
    stated = told and not said.questioned
    return stated and mark.intent in {"hours", "address"} and mark.last - mark.first == 1


def _reaches_us(mark: IntentMark, said: Said) -> bool:
    """Whether the person asked for is ours, and no word such as "rude" is about another."""
    alone = mark.last - mark.first == 1
    beside = {one.intent for one in said.marks.intents}
    told = not beside.isdisjoint({"hours", "late"})  # "when is reception open", "traffic is awful"
    if _asks_about_others(said) or (alone and (told or said.far)):
        return False
    most = 0 if said.questioned else STRANGERS_IN_QUESTIONS
    return not alone or said.strangers <= most


def _borne(mark: IntentMark, said: Said) -> int:
    """How many unknown words a question may have and still be one to a barber."""
    if mark.intent == "availability" and "noun" not in said.marks.hints and not said.barber:
        return 1 if said.slots or mark.last - mark.first >= _PLAIN else 0
    if _about_terms(said) and not _OURS.isdisjoint(said.marks.hints):
        return STRANGERS_WITH_SERVICE
    if mark.intent != "services" and said.addressed and mark.last - mark.first >= _PLAIN:
        return STRANGERS_WITH_SERVICE
    if _about_price(said):
        return STRANGERS_WITH_SERVICE if mark.first else 1
    short = mark.last - mark.first < _PLAIN
    return 1 if mark.intent == "services" and not mark.first and short else STRANGERS


def _about_terms(said: Said) -> bool:
    """Whether a price, a way to pay or coming without an appointment is asked about."""
    return not said.marks.hints.isdisjoint({"price", "payment", "walk_ins", "lasting", "bargain"})


def _of_others(mark: IntentMark, said: Said) -> bool:
    """Whether the question is about a bank's or another house's affairs: "are the schools closed"."""
    hints = said.marks.hints
    if mark.intent in _QUESTIONS and said.strangers and not _anchored(said):
        return True
    ours = not _OF_VISITS.isdisjoint(hints) or said.ordered
    ours = ours or (mark.intent == "services" and "payment" in hints and "lasting" not in hints)
    if not ours and mark.intent not in _HEARD_BESIDE and _far(mark, said):
        return True
    alone = mark.last - mark.first == 1
    if mark.intent == "hours" and alone and said.strangers and _tells_of_oneself(said):
        return True
    unknown = _owned(mark, said) in said.strange or (alone and said.strangers > 0)
    if mark.intent == "my_appointments" and "noun" not in hints and unknown:
        return True
    opened = said.marks.intents[0].intent == "confirm" and not said.questioned  # "yes, open one"
    return mark.intent == "hours" and ((alone and opened) or _subject(mark, said) in said.strange)


def _owned(mark: IntentMark, said: Said) -> int:
    """The token of what is one's own: "check my tyres"."""
    mine = any(piece.has("mine") and piece.last == mark.last for piece in said.row.pieces)
    return mark.last if mine else -1


def _tells_of_oneself(said: Said) -> bool:
    """As in "I can't open this jar"."""
    return "personal" in said.marks.hints and not (said.questioned or said.scheduled)


def _far(mark: IntentMark, said: Said) -> bool:
    """Whether it is about a bank or the world; "move it, my flight leaves at 6" is not."""
    told = said.scheduled and mark.intent in _TOLD_BESIDE and "foreign" not in said.marks.hints
    return said.far and not told


def _subject(mark: IntentMark, said: Said) -> int:
    """The token of what is open: "is the bank open", "which schools are open on Monday"."""
    words = said.row.words
    if words[mark.first].startswith(_OPEN):
        return mark.first - 1 - (words[mark.first - 1 : mark.first] in {("is",), ("are",)})
    return -1


def _asks_about_others(said: Said) -> bool:
    """As in "who is the owner of that café": a question about somebody else's people."""
    curious = said.questioned and "curious" in said.marks.hints
    return curious and said.strangers > 1 and not (said.ordered or "noun" in said.marks.hints)


def _anchored(said: Said) -> bool:
    """Whether anything ties it to the shop: "how long is a marathon" is tied by nothing."""
    named = said.ordered or said.barber or said.scheduled or said.addressed
    return named or not (_OURS | {"premises"}).isdisjoint(said.marks.hints)


def _about_price(said: Said) -> bool:
    return "price" in said.marks.hints

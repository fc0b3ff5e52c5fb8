"""Decides what a customer wants, from the telling phrases and from the slots said."""

import msgspec

from application.understanding.marks import IntentMark, Marks
from application.understanding.pieces import Row
from application.understanding.reading import Context, Intent, Shift

_POLITE: frozenset[Intent] = frozenset({"greeting", "thanks", "goodbye"})
_ANSWERS: frozenset[Intent] = frozenset({"confirm", "deny"})
_ANSWER_REACH = 2  # tokens: "well ok then", but not "tell me if that is ok"
_STRANGERS = 2  # unknown words beyond which a bare day or time is not a wish
_STRANGERS_WITH_SERVICE = 6
_STRANGERS_WHEN_ASKED = 4
_STRANGERS_IN_QUESTIONS = 3
_SLOTS_ASKED = {"service", "barber", "day", "time"}

# An intent that says the same as another, or only seems to be said beside it.
_OUTSHONE: tuple[tuple[Intent, frozenset[Intent]], ...] = (
    ("my_appointments", frozenset({"cancel", "move", "late", "book"})),
    ("hours", frozenset({"availability", "book", "cancel", "move"})),
    ("availability", frozenset({"move", "cancel", "my_appointments"})),
    ("book", frozenset({"availability", "move"})),
    ("opt_out", frozenset({"cancel", "book", "move"})),
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the decision rests on."""

    row: Row
    marks: Marks
    strangers: int  # words not understood
    ordered: bool  # a service is named
    barber: bool  # a barber, or any
    scheduled: bool  # a day or a time is named
    timed: bool
    dated: bool
    earliest: bool  # "now", and no other time
    replaced: bool  # one day is left for another
    impossible: bool  # a day or a time is named that does not exist
    shift: Shift | None  # later or earlier than something
    stranger: str | None  # somebody is asked for whom the shop does not have
    chosen: bool  # something offered is picked
    tongue: bool  # a language is named
    named: bool  # the customer's own name
    people: bool  # for how many

    @property
    def slots(self) -> bool:
        """Whether anything bookable is named."""
        return self.ordered or self.barber or self.scheduled or self.impossible


def decide(said: Said, context: Context) -> tuple[Intent, ...]:
    """The intents in the order said; greetings and thanks only where nothing else is said."""
    answers = _answers(said, context)
    wishes = _wishes(said, context)
    if _wants_others(said, context, wishes):
        return ("availability",)
    if context.asked == "confirm" and answers and wishes in {(), ("book",)}:
        return _answer(answers[0], said, wishes)
    if wishes:
        kept = answers[:1] if context.asked == "confirm" else ()
        return _unique((*kept, *wishes))
    if said.marks.refused:
        return ("unknown",)
    return ("choose",) if said.chosen else _wishless(said, context, answers)


def _wants_others(said: Said, context: Context, wishes: tuple[Intent, ...]) -> bool:
    """Whether "later" is about the times on the screen, and no goodbye."""
    if said.shift is None or said.timed or set(wishes) - {"availability", "book"}:
        return False
    telling = any(
        mark.intent == "deny" and mark.last - mark.first > 1 for mark in said.marks.intents
    )
    asked = context.asked in {"offer", "confirm", "time"}
    sentence = any(piece.has("shift") and piece.last - piece.first > 1 for piece in said.row.pieces)
    wished = asked or sentence or "wish" in said.marks.hints
    parting = "goodbye" in _of(said, _POLITE) and not wished
    return said.strangers <= _STRANGERS and not (parting or telling)


def _wishless(said: Said, context: Context, answers: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """The intents of a message in which no phrase tells a wish."""
    polite = _of(said, _POLITE)
    if _only_polite(said, context, answers):
        return polite
    if _answerable(said, context) and answers:
        return answers[:1]
    if said.stranger and context.asked == "barber":
        return ("book",)
    if said.people and said.strangers <= _STRANGERS:
        return ("book",)
    if said.slots and _bare_wish(said, context):
        return ("book",)
    lost = said.strangers > _STRANGERS_WITH_SERVICE
    return ("unknown",) if lost or not polite else polite


def _answer(answer: Intent, said: Said, wishes: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """An answer that names something else ("yes, but at 4") is no consent to what was asked."""
    if said.slots and not said.earliest:
        return ("book",) if answer == "confirm" else (answer, "book")
    return (answer,) if answer == "confirm" else (answer, *wishes)


def _only_polite(said: Said, context: Context, answers: tuple[Intent, ...]) -> bool:
    """Whether nothing is asked or wished, as in "great, thanks" and "see you Friday"."""
    return context.asked is None and "deny" not in answers and _polite_only(said)


def _polite_only(said: Said) -> bool:
    polite = set(_of(said, _POLITE)) - {"greeting"}
    wished = said.ordered or said.timed or said.barber
    return bool(polite) and not wished and said.strangers <= _STRANGERS_WITH_SERVICE


def _unique(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    return tuple(dict.fromkeys(intents))


def _of(said: Said, wanted: frozenset[Intent]) -> tuple[Intent, ...]:
    return _unique(tuple(m.intent for m in said.marks.intents if m.intent in wanted))


def _answers(said: Said, context: Context) -> tuple[Intent, ...]:
    asked = context.asked is not None
    return tuple(
        mark.intent
        for mark in said.marks.intents
        if mark.intent in _ANSWERS
        and (asked or mark.first < _ANSWER_REACH or mark.last - mark.first > 1)
    )


def _answerable(said: Said, context: Context) -> bool:
    """Whether a "yes" or "no" is the answer, and not a word of something longer."""
    if context.asked in _SLOTS_ASKED | {"offer"} and said.slots:
        return False
    if said.slots and context.asked != "confirm":
        return False
    return said.strangers <= _STRANGERS_WITH_SERVICE


def _wishes(said: Said, context: Context) -> tuple[Intent, ...]:
    marks = [mark for mark in said.marks.intents if mark.intent not in _POLITE | _ANSWERS]
    intents = [mark.intent for mark in marks if _plausible(mark, said)]
    if said.tongue and not intents and not said.slots:
        intents.append("language")
    intents = _answering(intents, said, context)
    if _also_books(intents, said):
        intents.append("book")
    asked_after = said.barber or said.stranger is not None
    if "presence" in said.marks.hints and asked_after and not intents and not said.ordered:
        intents.append("availability")
    if said.replaced and "cancel" in intents and "absent" in said.marks.hints:
        intents = ["move" if intent == "cancel" else intent for intent in intents]
    return _outshone(_sorted(_unique(tuple(intents))))


def _answering(intents: list[Intent], said: Said, context: Context) -> list[Intent]:
    """The intents with "my appointment on Friday" as the wish that it is where one is asked."""
    asked = context.asked in _SLOTS_ASKED
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
    if intents or said.chosen or said.marks.refused:
        return False
    return not _polite_only(said) and _weak_wish(said)


def _sorted(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """What is to be done comes before the delay that explains it."""
    return tuple(sorted(intents, key=lambda intent: intent == "late"))


def _outshone(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    kept = intents
    for weaker, stronger in _OUTSHONE:
        if weaker in kept and stronger & set(kept):
            kept = tuple(intent for intent in kept if intent != weaker)
    return kept


def _plausible(mark: IntentMark, said: Said) -> bool:
    """Whether the phrase tells its intent here: a question far from our trade does not."""
    if mark.intent in {"services", "hours", "address", "availability"}:
        if mark.intent == "services" and (said.timed or said.dated) and not _about_price(said):
            return False
        return said.ordered or said.strangers <= _borne(mark, said)
    if mark.intent == "person" and mark.last - mark.first == 1:
        return said.strangers <= _STRANGERS_IN_QUESTIONS
    if mark.intent == "move":
        return said.strangers <= _STRANGERS_WITH_SERVICE
    return True


def _borne(mark: IntentMark, said: Said) -> int:
    """How many unknown words a question may have and still be one to a barber."""
    if mark.intent == "availability" and "noun" not in said.marks.hints and not said.barber:
        return 1
    return _STRANGERS_WITH_SERVICE if _about_price(said) else _STRANGERS_IN_QUESTIONS


def _about_price(said: Said) -> bool:
    return "price" in said.marks.hints


def _weak_wish(said: Said) -> bool:
    """Whether "quiero" or "appointment" is said, a wish to book only with something bookable."""
    hints = said.marks.hints
    if said.strangers > _STRANGERS_WITH_SERVICE:
        return False
    if "noun" in hints and said.strangers <= _STRANGERS:
        return True
    limit = _STRANGERS_WITH_SERVICE if said.ordered else _STRANGERS
    return "wish" in hints and said.slots and said.strangers <= limit


def _bare_wish(said: Said, context: Context) -> bool:
    if said.ordered or said.barber:
        return said.strangers <= _STRANGERS_WITH_SERVICE
    asked = context.asked is not None
    if not asked and "goodbye" in _of(said, _POLITE):
        return False
    return said.strangers <= (_STRANGERS_WHEN_ASKED if asked else 0)

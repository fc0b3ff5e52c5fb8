"""Tells a yes or a no, said in so many words or only by its tone."""

from application.understanding.reading import Context, Intent
from application.understanding.text.marks import IntentMark
from application.understanding.wants.said import (
    ANSWERS,
    POLITE,
    STRANGERS_WHEN_ASKED,
    STRANGERS_WITH_SERVICE,
    Said,
    of,
)

_SHORT = 8  # words: a yes that books is not looked for in a longer sentence
_BREAKS = {",", ".", "i", "we", "it", "its"}  # after a yes or no that stands for itself
_ANSWER_REACH = 2  # tokens: "well ok then", but not "tell me if that is ok"


def answers_in(said: Said, context: Context) -> tuple[Intent, ...]:
    """Every yes and no; where nothing was asked, only those that the message opens with or is."""
    asked = context.asked is not None
    return tuple(
        mark.intent
        for mark in said.marks.intents
        if mark.intent in ANSWERS
        if asked or _opening(mark, said) or _telling(mark, said) or _closing(mark, said)
        if mark.intent != "confirm" or said.row.words[mark.last :] != ("?",)  # "sure?"
    )


def _opening(mark: IntentMark, said: Said) -> bool:
    greeted = said.marks.intents[0].intent == "greeting"
    if mark.first == 0 or (mark.first < _ANSWER_REACH and not (said.strangers or greeted)):
        return True
    before = [piece for piece in said.row.pieces if piece.first < mark.first]
    corrected = all(piece.has("correct") or not piece.text.isalnum() for piece in before)
    return corrected and not said.strangers  # "wait, no, I meant the other one"


def _closing(mark: IntentMark, said: Said) -> bool:
    """Whether it ends in a plain yes or no: "that is mine, yes"."""
    plain = mark.first in said.marks.assents | said.marks.negations
    apart = mark.first > 0 and said.row.words[mark.first - 1] in {",", "."}
    return plain and apart and mark.last == len(said.row.words)


def _telling(mark: IntentMark, said: Said) -> bool:
    """Whether the phrase is an answer anywhere, as nothing else around it is strange."""
    return mark.last - mark.first > 1 and not said.strangers


def overtones(said: Said) -> tuple[Intent, ...]:
    """An answer by its tone alone, where no phrase is known: "that's the truth", "not me"."""
    hints = said.marks.hints
    if said.strangers > STRANGERS_WHEN_ASKED or said.questioned or of(said, POLITE):
        return ()
    if said.negated or said.contrary:
        return ("deny",)
    short = said.strangers <= 1 and len(said.row.words) <= _SHORT and "?" not in said.row.words
    return ("confirm",) if short and "affirming" in hints else ()


def settled(answer: Intent, said: Said) -> bool:
    """Whether a yes is one: not "ok wait", and not "I will ask if that is ok"."""
    hints = said.marks.hints
    if (said.slots and not said.earliest) or said.people:
        return True
    unsure = "pausing" in hints or ("conditional" in hints and not _opens_with_yes(said))
    unsure |= _opens_with_yes(said) and _doubted(said)
    return answer != "confirm" or not unsure


def _doubted(said: Said) -> bool:
    """Whether something is said against it after the last yes: "ok, can't do that time"."""
    last = max((m.last for m in said.marks.intents if m.intent == "confirm"), default=0)
    minding = {
        token
        for piece in said.row.pieces
        if piece.has("any", "any_barber")
        for token in range(piece.first, piece.last)
    }
    doubts = {piece.first for piece in said.row.pieces if piece.has("but")}
    consenting = {
        token
        for mark in said.marks.intents
        if mark.intent == "confirm"
        for token in range(mark.first, mark.last)
    }
    against = (said.marks.negations - minding - consenting) | doubts
    return any(token >= last for token in against)


def meant(answers: tuple[Intent, ...], said: Said) -> Intent:
    """A yes at the beginning holds; elsewhere a "no" or "not" turns it: "I do not want that"."""
    if _opens_with_yes(said) and "deny" in answers:
        return last_word(said)
    if _corrected_to_yes(said):
        return "confirm"
    turned = said.negated or said.contrary or "deny" in answers
    return "deny" if turned and not _opens_with_yes(said) else answers[0]


def with_leave(answers: tuple[Intent, ...], said: Said) -> tuple[Intent, ...]:
    """The answer, and the leave taken with a no: "no thanks, bye"."""
    answer = meant(answers, said) if "deny" in answers else answers[0]
    leaving = answer == "deny" and "goodbye" in of(said, POLITE)
    return (answer, "goodbye") if leaving else (answer,)


def last_word(said: Said) -> Intent:
    """The answer that a message ends in: "ok, no thanks" refuses, "yeah no, that's fine" consents."""
    return next(mark.intent for mark in reversed(said.marks.intents) if mark.intent in ANSWERS)


def _opens_with_yes(said: Said) -> bool:
    return any(mark.intent == "confirm" and mark.first == 0 for mark in said.marks.intents)


def _corrected_to_yes(said: Said) -> bool:
    """As in "oops, wrong button. Yes please", where the last clause is a plain yes."""
    if not said.marks.intents:
        return False
    last, words = said.marks.intents[-1], said.row.words
    apart = last.first > 0 and not words[last.first - 1].isalnum()
    plain = last.intent == "confirm" and last.first in said.marks.assents
    return plain and apart and not any(word.isalnum() for word in words[last.last :])


def answers_first(said: Said, context: Context) -> bool:
    """As in "Yes, tomorrow": an answer to what was asked outside of our sight."""
    told = said.marks.intents
    if context.asked is not None or said.ordered or said.replaced or said.dated == said.timed:
        return False
    if _counters(said):
        return True
    alone = bool(told) and all(mark.intent in ANSWERS for mark in told) and told[0].first == 0
    end = told[0].last if alone else 0
    for mark in told[1:]:  # "no no"
        end = mark.last if mark.first == end else end
    return alone and not _BREAKS.isdisjoint(said.row.words[end : end + 1])


def _counters(said: Said) -> bool:
    """As in "hmm, that doesn't work for me, how about the 12th", where a no comes first."""
    told = said.marks.intents
    refused = bool(told) and all(mark.intent == "deny" for mark in told)
    plain = refused and any(mark.last - mark.first > 1 for mark in told)
    return plain and said.dated and "wish" in said.marks.hints


def answered(answer: Intent, said: Said, wishes: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """An answer that names something else ("yes, but at 4") is no consent to what was asked."""
    parting = "goodbye" in of(said, POLITE) and not (said.timed or said.ordered or said.barber)
    if (said.slots and not said.earliest and not parting) or said.people:
        return ("book",) if answer == "confirm" else (answer, "book")
    return (answer,) if answer == "confirm" else (*with_leave((answer,), said), *wishes)


def answerable(said: Said, context: Context) -> bool:
    """Whether a "yes" or "no" is the answer, and not a word of something longer."""
    if answers_with_name(said, context) or (said.slots and context.asked != "confirm"):
        return False
    return said.strangers <= STRANGERS_WITH_SERVICE


def answers_with_name(said: Said, context: Context) -> bool:
    """As in "sure, it's Ana", where the customer's name was asked."""
    return context.asked == "name" and said.named

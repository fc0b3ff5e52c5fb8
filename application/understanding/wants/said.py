"""What a message says in all: everything that the decision what a customer wants rests on."""

import msgspec

from application.understanding.reading import Intent, Shift
from application.understanding.text.marks import Marks
from application.understanding.text.pieces import Row

POLITE: frozenset[Intent] = frozenset({"greeting", "thanks", "goodbye"})
ANSWERS: frozenset[Intent] = frozenset({"confirm", "deny"})
STRANGERS = 2  # unknown words beyond which a bare day or time is not a wish
STRANGERS_WITH_SERVICE = 6
STRANGERS_WHEN_ASKED = 4
STRANGERS_IN_QUESTIONS = 3
SLOTS_ASKED = {"service", "barber", "day", "time"}


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the decision rests on."""

    row: Row
    marks: Marks
    strangers: int  # words not understood
    strange: frozenset[int]  # and their tokens
    addressed: bool  # it speaks to or of the shop, as far as the language tells by a word
    ordered: bool  # a service is named
    barber: bool  # a barber, or any
    scheduled: bool  # a day or a time is named
    timed: bool
    dated: bool
    earliest: bool  # "now", and no other time
    replaced: bool  # one day is left for another
    negated: bool  # a "not" stands outside of a phrase that consents
    compared: bool  # a time is told by another one: "an hour later", "same time"
    far: bool  # it is about a bank or the world, in the clause of the day and the time too
    contrary: bool  # and so does a word such as "wrong"
    questioned: bool  # it opens as a question
    inquiring: bool  # a question that speaks of nobody's wish: "is Luis in on Friday"
    instead: bool  # and that is said in so many words: "Friday instead of Tuesday"
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


def unique(intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
    """The intents, each once, in their order."""
    return tuple(dict.fromkeys(intents))


def of(said: Said, wanted: frozenset[Intent]) -> tuple[Intent, ...]:
    """Those of the intents said that are wanted."""
    return unique(tuple(m.intent for m in said.marks.intents if m.intent in wanted))

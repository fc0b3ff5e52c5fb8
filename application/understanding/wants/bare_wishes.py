"""Wishes that no verb of booking tells: "Friday at 5", "a fade please"."""

from application.understanding.reading import Context, Intent
from application.understanding.text.pieces import Row
from application.understanding.wants.said import (
    POLITE,
    STRANGERS,
    STRANGERS_IN_QUESTIONS,
    STRANGERS_WHEN_ASKED,
    STRANGERS_WITH_SERVICE,
    Said,
    of,
)

_OF_A_VISIT = {"wish", "noun", "visiting", "ask", "trade", "have"}


def weak_wish(said: Said) -> bool:
    """Whether "quiero" or "appointment" is said, a wish to book only with something bookable."""
    hints = said.marks.hints
    if said.strangers > STRANGERS_WITH_SERVICE or elsewhere(said) or _needs_else(said):
        return False
    if "noun" in hints and ("wish" in hints or said.strangers <= STRANGERS):
        return True
    limit = STRANGERS_WITH_SERVICE if said.ordered else STRANGERS_IN_QUESTIONS
    return "wish" in hints and said.slots and said.strangers <= limit


def bare_wish(said: Said, context: Context) -> bool:
    """Whether what is named is wished by itself, with few words around it that are not known."""
    if elsewhere(said) or _wonders(said, context) or _needs_else(said) or _asks_of_a_house(said):
        return False
    if said.ordered or said.barber:
        return said.strangers <= STRANGERS_WITH_SERVICE
    asked = context.asked is not None
    if not asked and _tells_of_an_event(said):
        return False
    if not asked and ("goodbye" in of(said, POLITE) or _dates_something(said)):
        return False
    wishing = "personal" in said.marks.hints and not _tells_of_today(said)
    personal = STRANGERS_IN_QUESTIONS if wishing else 0
    return said.strangers <= (STRANGERS_WHEN_ASKED if asked else personal)


def _dates_something(said: Said) -> bool:
    """As in "me duele la espalda desde el lunes": a day alone, among words of something else."""
    alone = said.dated and not said.timed and "?" not in said.row.words
    return alone and said.strangers > 1 and _OF_A_VISIT.isdisjoint(said.marks.hints)


def _tells_of_today(said: Said) -> bool:
    """As in "guess what happened to me today", where the day is only when it happened."""
    today = any(piece.number("offset") == 0 for piece in said.row.pieces)
    return today and not said.timed and "wish" not in said.marks.hints


def _tells_of_an_event(said: Said) -> bool:
    """As in "I have an exam on Friday", which says nothing of coming."""
    told = any(
        piece.has("event") and not _only_beside(said.row, place)
        for place, piece in enumerate(said.row.pieces)
    )
    return told and not {"wish", "noun"} & said.marks.hints


def _only_beside(row: Row, event: int) -> bool:
    """As in "Saturday before the match", which only tells when."""
    place = event - 1
    place -= row.at(place).has("the", "mine", "single")
    return row.at(place).has("before", "after", "for")


def wished_or_asked(said: Said) -> Intent:
    """A wish for a time, or a question whether it is free."""
    asked = said.inquiring or "have" in said.marks.hints  # "do you have 2pm on Friday"
    asked |= said.questioned and "wish" not in said.marks.hints and _fits(said)
    return "availability" if asked and (said.scheduled or said.barber) else "book"


def _fits(said: Said) -> bool:
    """As in "is Luis free to do my beard"."""
    return any(piece.has("fits") for piece in said.row.pieces)


def indifferent(said: Said) -> bool:
    """As in "I don't mind", which answers any question of ours."""
    return not said.strangers and any(piece.has("any", "any_barber") for piece in said.row.pieces)


def like_before(said: Said, context: Context) -> bool:
    """As in "same time please" and "dinner time", which both know; "see you at the usual time" parts."""
    parting = context.asked is None and not {"greeting"}.issuperset(of(said, POLITE))
    wondering = context.asked is None and (said.questioned or "does" in said.marks.hints)
    told = any(piece.has("same") for piece in said.row.pieces)
    told |= context.asked == "time" and any(piece.has("mealtime") for piece in said.row.pieces)
    return told and not (said.strangers or parting or wondering)


def asks_about_services(said: Said) -> bool:
    """As in "do you work with curly hair", where nobody wishes anything."""
    told = said.ordered or "noun" in said.marks.hints
    if told and "advice" in said.marks.hints and not said.scheduled:
        return True
    if _asks_what_a_barber_does(said):
        return True
    wished = said.scheduled or said.barber or "personal" in said.marks.hints
    return told and said.questioned and not wished


def _asks_what_a_barber_does(said: Said) -> bool:
    """As in "Ana hace tintes?", where no time is named and nothing is wished for oneself."""
    does = said.barber and said.ordered and "does" in said.marks.hints
    return does and not said.scheduled and not {"personal", "wish"} & said.marks.hints


def _wonders(said: Said, context: Context) -> bool:
    """As in "why do leaves change color": a question about the world that names no time."""
    about = "curious" in said.marks.hints or (said.questioned and not said.barber)
    who = said.barber and "curious" in said.marks.hints and not said.ordered
    lost = bool(said.strangers) or who or said.earliest  # "who is Ana?", "where is he now"
    lost = lost and context.asked is None and "wish" not in said.marks.hints
    return about and lost and ("curious" in said.marks.hints or not said.scheduled)


def _asks_of_a_house(said: Said) -> bool:
    """As in "are you going to the gym tomorrow", where no phrase asks for anything."""
    wished = said.ordered or said.barber or "wish" in said.marks.hints
    return "premises" in said.marks.hints and said.questioned and not wished


def _needs_else(said: Said) -> bool:
    """As in "do I need an umbrella today", which asks for advice on something not ours."""
    ours = "noun" in said.marks.hints or said.ordered or said.barber
    return "advice" in said.marks.hints and said.strangers > 0 and not ours


def elsewhere(said: Said) -> bool:
    """Whether the day and the time are some other house's: "a taxi tomorrow at 5"."""
    hints = said.marks.hints
    ours = not hints.isdisjoint({"noun", "visiting"}) or said.ordered or said.barber
    return said.far and not ours

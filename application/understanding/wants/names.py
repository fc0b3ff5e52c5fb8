"""Reads the customer's own name: "my name is Ana", "soy Luis", or the bare name that was asked."""

from application.understanding.reading import Asked
from application.understanding.text.pieces import Piece, Row
from application.understanding.text.words import words_of
from application.understanding.wants.first_names import FIRST_NAMES

_LONGEST = 6  # words
_LEADING = 3  # words before a name that was asked: "sure, it's Ana"
_POINTING = {"its", "this is"}  # which tell a barber just as well
_PARTICLES = words_of("de la las los del van von der den da das dos di du le ter bin ibn mac mc")


def name_in(row: Row, text: str, known: frozenset[str], asked: Asked | None = None) -> range:
    """The pieces of the customer's name; empty if it is not said."""
    reader = _Names(row, text, known)
    for place, piece in enumerate(row.pieces):
        strong = piece.has("name_lead")
        weak = piece.has("name_lead_weak") and not (asked == "barber" and piece.text in _POINTING)
        if strong or weak:
            start = place + 1 + (row.at(place + 1).text == ":")
            end = reader.end(start, strong=strong or asked == "name", led=strong)
            if end > start:
                return range(start, end)
    return reader.bare() if asked == "name" else range(0)


class _Names:
    """The names in one message."""

    def __init__(self, row: Row, text: str, known: frozenset[str]) -> None:
        self._row, self._text, self._known = row, text, known

    def end(self, start: int, *, strong: bool, led: bool) -> int:
        """Where the name from `start` ends; `start` if none begins there.

        After a weak lead, "I'm", a word in lower case has to be a name that people bear; after
        a strong one, "my name is", a capital makes a name of any word.
        """
        named = self._row.at(start).text.isalpha() and led and self._capital(self._row.at(start))
        if not (named or self._begins(start, strong=strong)):
            return start
        place = start + 1
        while place < min(start + _LONGEST, len(self._row)):
            after = self._after_particles(place)
            if not self._goes_on(after, strong=strong):
                break
            place = after + 1
        return place

    def bare(self) -> range:
        """The name that answers a question for it, with nothing but courtesy before it."""
        words = [place for place, piece in enumerate(self._row.pieces) if piece.text.isalnum()]
        for start in words[: _LEADING + 1]:
            if self._row.at(start - 1).has("with"):
                break
            end = self.end(start, strong=True, led=False)
            if end > start and self._closed(end):
                return range(start, end)
        return range(0)

    def _begins(self, place: int, *, strong: bool) -> bool:
        piece = self._row.at(place)
        if not piece.text.isalpha():
            return False
        if not strong:
            born = piece.text in FIRST_NAMES or piece.has("barber")
            return born or (self._capital(piece) and self._strange(piece))
        likely = piece.doubtful or piece.has("month")  # "April"
        return self._strange(piece) or (likely and self._capital(piece))

    def _goes_on(self, place: int, *, strong: bool) -> bool:
        piece = self._row.at(place)
        if not piece.text.isalpha():
            return False
        capital = self._capital(piece) and not self._text.isupper()
        if not self._strange(piece):
            return capital and not piece.marks  # "Torre", "Park"
        return strong or capital or piece.text in FIRST_NAMES

    def _strange(self, piece: Piece) -> bool:
        unknown = piece.text not in self._known or piece.text in FIRST_NAMES
        return piece.has("barber") or (not piece.marks and unknown)

    def _capital(self, piece: Piece) -> bool:
        return self._text[piece.start].isupper()

    def _after_particles(self, place: int) -> int:
        while place < len(self._row) and _PARTICLES.issuperset(self._row.at(place).text.split()):
            place += 1
        return place

    def _closed(self, end: int) -> bool:
        after = self._row.at(end)
        return not after.text.isalnum() or bool(after.marks) or after.text in self._known

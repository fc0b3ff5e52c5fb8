"""A message as a row of pieces: known phrases, numbers, signs and unknown words."""

import functools
from collections.abc import Sequence

import msgspec

from application.understanding.text.lexicon import Lexicon, Node
from application.understanding.text.spelling import Speller, Spelt
from application.understanding.text.tokens import Token
from application.understanding.text.words import Value
from application.understanding.wants.topics import Topics

_LONGEST_NUMBER = 4  # digits; more of them are a telephone number


class Piece(msgspec.Struct, frozen=True):
    """A phrase of the message, its place in the text, and what it may mean."""

    text: str
    start: int
    end: int
    glued: bool
    marks: dict[str, Value]
    first: int  # its tokens, half-open
    last: int
    doubtful: bool = False
    digits: int = 0

    def has(self, *kinds: str) -> bool:
        """Whether the piece may mean any of the kinds."""
        marks = self.marks
        if marks:
            for kind in kinds:  # a loop is faster here than any set
                if kind in marks:
                    return True
        return False

    def number(self, kind: str) -> int | None:
        """The value for a kind whose values are numbers."""
        value = self.marks.get(kind)
        return value if isinstance(value, int) else None

    def name(self, kind: str) -> str | None:
        """The value for a kind whose values are names."""
        value = self.marks.get(kind)
        return value if isinstance(value, str) else None


class Row(msgspec.Struct, frozen=True):
    """The pieces in order; reading beyond either end gives an empty piece."""

    pieces: tuple[Piece, ...]
    words: tuple[str, ...]  # of the tokens, as known

    def __len__(self) -> int:
        return len(self.pieces)

    def at(self, place: int) -> Piece:
        """The piece at the place."""
        if place < 0:
            return NOTHING
        try:  # faster than to compare with the length, and nothing is asked as often
            return self.pieces[place]
        except IndexError:
            return NOTHING

    def between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces from `start` (included) to `end` (excluded)."""
        return self.pieces[max(start, 0) : max(end, 0)]


NOTHING = Piece(text="", start=0, end=0, glued=False, marks={}, first=0, last=0)


def row_of(tokens: Sequence[Token], lexicon: Lexicon, topics: Topics) -> Row:
    """The pieces of the tokens: at each place the longest known phrase, the shop's names first."""
    speller = Speller(lexicon, topics.words)
    spelt = [speller.spell(token) for token in tokens]
    words = [word.text for word in spelt]
    pieces: list[Piece] = []
    place = 0
    while place < len(tokens):
        end, marks = _phrase(words, place, lexicon.slots, topics.names)
        if "apart" in marks and pieces and pieces[-1].has("plus"):  # "5 y media, mañana"
            end, marks = _phrase(words[: place + 1], place, lexicon.slots, topics.names)
        end = max(end, place + 1)
        marks = {} if tokens[place].contracted and "weekday" in marks else marks
        pieces.append(_piece(tokens, spelt, (place, end), marks))
        place = end
    return Row(tuple(pieces), tuple(words))


def _phrase(words: list[str], place: int, slots: Node, names: Node) -> tuple[int, dict[str, Value]]:
    known, meaning = slots.longest(words, place)
    named, topic = names.longest(words, place)
    if named == known:
        return known, {**meaning, **topic}
    return (named, topic) if named > known else (known, meaning)


def _piece(
    tokens: Sequence[Token], spelt: Sequence[Spelt], place: tuple[int, int], marks: dict[str, Value]
) -> Piece:
    start, end = place
    first = tokens[start]
    number = first.kind == "digits" and end == start + 1
    return Piece(
        text=" ".join(word.text for word in spelt[start:end]),
        start=first.start,
        end=tokens[end - 1].end,
        glued=first.glued,
        marks=_with_number(first.text, marks) if number else marks,
        first=start,
        last=end,
        doubtful=bool(marks) and any(word.doubtful for word in spelt[start:end]),
        digits=len(first.text) if number else 0,
    )


@functools.lru_cache(maxsize=4096)
def _as_number(text: str) -> int | None:
    return int(text) if len(text) <= _LONGEST_NUMBER else None


def _with_number(text: str, marks: dict[str, Value]) -> dict[str, Value]:
    number = _as_number(text)
    return marks if number is None else {**marks, "number": number}

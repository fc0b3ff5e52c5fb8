"""Finds phrases with a gap, such as "wont * make it": words in order, with a few others between."""

import functools
from collections.abc import Iterator, Sequence

import msgspec

from application.understanding.reading import Intent
from application.understanding.words import Words

_GAP = 4  # words at most in the place of a "*"
_ANY = "*"
_ABSENT = "-"

Step = tuple[frozenset[str], bool]  # the words that may stand there, and whether a gap leads there


class Frame(msgspec.Struct, frozen=True):
    """The steps after the first word of a phrase, and the intent that they tell."""

    intent: Intent
    steps: tuple[Step, ...]


class FrameFound(msgspec.Struct, frozen=True):
    """A frame in the words; places are words, half-open."""

    intent: Intent
    first: int
    last: int


def frames_in(words: Sequence[str], known: Words) -> Iterator[FrameFound]:
    """Every frame that begins at some word and finds all of its words in order."""
    frames = _frames(known.frames)
    for place, word in enumerate(words):
        for frame in frames.get(word, ()):
            end = _end(words, place + 1, frame.steps)
            if end is not None:
                yield FrameFound(frame.intent, place, end)


def _end(words: Sequence[str], place: int, steps: tuple[Step, ...]) -> int | None:
    """Where the steps end, each at the first place that fits; `None` if one finds none."""
    for wanted, gap in steps:
        reach = range(place, min(place + (_GAP if gap else 0) + 1, len(words)))
        found = next((at for at in reach if words[at] in wanted), None)
        if found is None:
            return None
        place = found + 1
    return place


@functools.cache
def _frames(notations: tuple[tuple[Intent, str], ...]) -> dict[str, tuple[Frame, ...]]:
    """The frames by their first word."""
    found: dict[str, tuple[Frame, ...]] = {}
    for intent, notation in notations:
        for phrase in notation.split("|"):
            for first, *steps in _expanded(_steps(phrase)):
                for word in first[0]:
                    found[word] = (*found.get(word, ()), Frame(intent, tuple(steps)))
    return found


def _steps(phrase: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = False
    for word in phrase.split():
        if word == _ANY:
            gap = True
            continue
        steps.append((frozenset(word.split("/")), gap))
        gap = False
    return tuple(steps)


def _expanded(steps: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """The frame with and without each word that may be absent."""
    frames: list[tuple[Step, ...]] = [()]
    for words, gap in steps:
        kept = [(*frame, (words - {_ABSENT}, gap)) for frame in frames]
        frames = [*kept, *frames] if _ABSENT in words else kept
    return frames

"""Finds phrases with a gap, such as "wont * make it": words in order, with a few others between."""

import functools
from collections.abc import Iterator, Sequence

import msgspec

from application.understanding.reading import Intent
from application.understanding.text.words import Words

_GAP = 4  # words at most in the place of a "*"
_ANY = "*"
_ABSENT = "-"
_BREAKS = frozenset(",.!?;")  # no gap reaches over one

Step = tuple[frozenset[str], bool]  # the words that may stand there, and whether a gap leads there


class Frame(msgspec.Struct, frozen=True):
    """The steps after the first word of a phrase, and the intent that they tell."""

    intent: Intent
    steps: tuple[Step, ...]
    end: frozenset[str]  # the words of its last step; empty if it has but one word


class FrameFound(msgspec.Struct, frozen=True):
    """A frame in the words; places are words, half-open."""

    intent: Intent
    first: int
    last: int
    told: tuple[int, ...]  # the words of the phrase, without those in its gaps


def frames_in(words: Sequence[str], known: Words) -> Iterator[FrameFound]:
    """Every frame that begins at some word and finds all of its words in order."""
    frames = _frames(known.frames)
    present = frozenset(words)
    for place, word in enumerate(words):
        for frame in frames.get(word, ()):
            if frame.end and frame.end.isdisjoint(present):
                continue  # most frames end in a word that is not there
            told = _told(words, place, frame.steps)
            if told is not None:
                yield FrameFound(frame.intent, place, told[-1] + 1, told)


def _told(words: Sequence[str], start: int, steps: tuple[Step, ...]) -> tuple[int, ...] | None:
    """The places of the steps, each the first that fits; `None` if one finds none."""
    told, place = [start], start + 1
    for wanted, gap in steps:
        reach = range(place, min(place + (_GAP if gap else 0) + 1, len(words)))
        found = None
        for at in reach:
            if words[at] in wanted:
                found = at
            if found is not None or words[at] in _BREAKS:
                break
        if found is None:
            return None
        told.append(found)
        place = found + 1
    return tuple(told)


@functools.cache
def _frames(notations: tuple[tuple[Intent, str], ...]) -> dict[str, tuple[Frame, ...]]:
    """The frames by their first word."""
    found: dict[str, tuple[Frame, ...]] = {}
    for intent, notation in notations:
        for phrase in notation.split("|"):
            for first, *steps in _expanded(_steps(phrase)):
                for word in first[0]:
                    found[word] = (*found.get(word, ()), Frame(intent, tuple(steps), _end(steps)))
    return found


def _end(steps: Sequence[Step]) -> frozenset[str]:
    return steps[-1][0] if steps else frozenset()


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

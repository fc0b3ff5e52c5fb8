"""Reads figures written for the words that they sound like: "gr8", "2moro", "4 me", "want 2 book"."""

from collections.abc import Sequence

import msgspec

from application.understanding.text.tokens import Token

_LONGEST = 3  # tokens of one word: "l", "8", "r"
_IS = "s"  # "11s fine"
_HOURS = 12


class Figure(msgspec.Struct, frozen=True):
    """A figure that stands for a word beside certain others."""

    written: str
    word: str
    ahead: frozenset[str] = frozenset()  # it is the word before any of these
    behind: frozenset[str] = frozenset()  # and after any of these
    led: frozenset[str] = frozenset()  # if one of these, should there be any, stands before that
    joins: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())  # or between the two
    spared: frozenset[str] = frozenset()  # nor before any of these, or anything in the plural
    inside: bool = False  # or anywhere between two words
    barred: frozenset[str] = frozenset()  # but not after any of these, which lead to an hour


def spoken(
    tokens: Sequence[Token], short: dict[str, str], figures: Sequence[Figure]
) -> tuple[Token, ...]:
    """The tokens with "gr8" as one word, and with words for the figures that stand for them."""
    if not any(token.kind == "digits" or _lone(token) for token in tokens):
        return tuple(tokens)
    whole = tuple(_joined(tokens, short))
    plain = tuple(short.get(token.text, token.text) for token in whole)
    return tuple(_worded(whole, plain, place, figures) for place in range(len(whole)))


def _lone(token: Token) -> bool:
    return token.kind != "sign" and len(token.text) == 1


def _joined(tokens: Sequence[Token], short: dict[str, str]) -> Sequence[Token]:
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        size = _size(tokens, place, short)
        parts = tokens[place : place + size]
        found.append(parts[0] if size == 1 else _one(parts))
        place += size
    return found


def _size(tokens: Sequence[Token], place: int, short: dict[str, str]) -> int:
    """How many tokens from the place on are one word."""
    if tokens[place].glued or place + 1 >= len(tokens) or not tokens[place + 1].glued:
        return 1
    for size in range(min(_LONGEST, len(tokens) - place), 1, -1):
        parts = tokens[place : place + size]
        glued = all(part.glued for part in parts[1:])
        ends = place + size == len(tokens) or not _runs_on(tokens[place + size])
        if glued and ends and "".join(part.text for part in parts) in short:
            return size
    return 1


def _runs_on(token: Token) -> bool:
    return token.glued and token.text.isalnum()


def _one(parts: Sequence[Token]) -> Token:
    return Token(
        text="".join(part.text for part in parts),
        start=parts[0].start,
        end=parts[-1].end,
        kind="word",
        glued=parts[0].glued,
        possessive=parts[-1].possessive,
    )


def _worded(
    tokens: Sequence[Token], plain: Sequence[str], place: int, figures: Sequence[Figure]
) -> Token:
    token = tokens[place]
    if len(token.text) > 1 or (token.glued and token.text != _IS):
        return token
    if token.text == _IS:
        return _is(token, tokens[place - 1]) if place else token
    before, after = tuple(plain[max(place - 2, 0) : place]), _following(tokens, plain, place + 1)
    word = next((one.word for one in figures if _stands(one, token.text, before, after)), None)
    return token if word is None else msgspec.structs.replace(token, text=word, kind="word")


def _following(tokens: Sequence[Token], plain: Sequence[str], place: int) -> str | None:
    """The next word; nothing before a sign, `None` where the figure is part of something else."""
    if place >= len(tokens) or not tokens[place].glued:
        return plain[place] if place < len(tokens) else ""
    return None if tokens[place].kind != "sign" else ""


def _is(token: Token, before: Token) -> Token:
    """As in "11s fine", but not "the 90s"."""
    hour = before.kind == "digits" and token.glued and int(before.text[:3]) <= _HOURS
    return msgspec.structs.replace(token, text="is") if hour else token


def _stands(figure: Figure, text: str, before: tuple[str, ...], after: str | None) -> bool:
    last = before[-1] if before else ""
    if text != figure.written or after is None or last in figure.barred:
        return False
    led = not figure.led or (bool(before) and before[0] in figure.led)
    if figure.inside and last.isalpha() and after:
        return led and (not figure.led or before[0] != last)
    if last in figure.behind and not after.isdigit():
        counts = after in figure.spared or after.endswith("s") or not after
        return led and not (figure.spared and counts)
    first, second = figure.joins
    return after in figure.ahead or (led and last in first and after in second)

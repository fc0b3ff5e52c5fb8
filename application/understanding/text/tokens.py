"""Cuts a text into words, numbers and signs, folded to lower case without accents."""

import functools
import itertools
import re
import unicodedata

import msgspec

LONGEST_TEXT = 4096  # the limit of a WhatsApp text
MOST_TOKENS = 680  # as many words of five letters as fit there; more of them are noise

_JOIN = "\x00"  # stands for a combining or invisible character, so that offsets stay
_APOSTROPHES = "\u2019\u2018`\u00b4\u02bc"
_FRACTIONS = "\u00bd\u00bc\u00be"
_DASHES = "\u2013\u2014\u2212\u2010\u2011"
_TOKEN = re.compile(
    r"(?P<half>(?<![^\W\d_])[ap](?:[ ]?\.[ ]?m(?![^\W\d_])\.?|[ ]?m(?![^\W\d_])))"
    r"|(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_]+(?:['\x00][^\W\d_]+)*)"
    r"|(?P<sign>[^\s\x00])"
)


class Token(msgspec.Struct, frozen=True):
    """One word, number or sign: its folded text and its place in the original."""

    text: str
    start: int
    end: int
    kind: str  # "half" (am, pm), "digits", "word" or "sign"
    glued: bool  # nothing stands between it and the token before
    possessive: bool  # written with 's
    contracted: bool = False  # written with another apostrophe: "we'd" is no Wednesday


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of the text's first 4,096 characters."""
    folded = "".join(map(_fold, text[:LONGEST_TEXT]))
    matches = itertools.islice(_TOKEN.finditer(folded), MOST_TOKENS)
    found = [_token(match, folded) for match in matches]
    return tuple(token for token in found if not _hyphen(token, folded))


@functools.lru_cache(maxsize=2048)
def _fold(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _DASHES:
        return "-"
    if char in _FRACTIONS:
        return char
    if unicodedata.category(char) in {"Mn", "Cf"}:
        return _JOIN
    return unicodedata.normalize("NFKD", char.lower())[:1] or _JOIN


def fold(text: str) -> str:
    """The text in lower case, without accents."""
    return "".join(map(_fold, text))


def _token(match: re.Match[str], folded: str) -> Token:
    kind = match.lastgroup or "sign"
    raw = match.group()
    text = raw.replace("'", "").replace(_JOIN, "") if kind == "word" else raw
    return Token(
        text=re.sub(r"[ .]", "", text) if kind == "half" else text,
        start=match.start(),
        end=match.end(),
        kind=kind,
        glued=match.start() > 0 and not folded[match.start() - 1].isspace(),
        possessive=raw.endswith("'s"),
        contracted="'" in raw and not raw.endswith("'s"),
    )


def _hyphen(token: Token, folded: str) -> bool:
    around = folded[token.start - 1 : token.start] + folded[token.end : token.end + 1]
    return token.text == "-" and len(around) > 1 and around.isalpha()

"""Chat text without the data that a language model has no need of."""

import re
from collections.abc import Iterable

from application.understanding.reading import Context
from application.understanding.rules import read
from domain.conversation import Line

_NUMBER = re.compile(r"\+?\d(?:[\s().-]{0,2}\d){6,}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4}")
_MAIL = re.compile(r"(?<!\S)\S*@\S*")
_SHORTEST_NAME = 3  # "de", "la" and "y" are no surnames

Surnames = frozenset[str]


def redacted(text: str, surnames: Surnames = frozenset()) -> str:
    """The text without long numbers, mail addresses and surnames."""
    text = _NUMBER.sub(_number, _MAIL.sub("[mail]", text))
    return re.sub(r"[^\W\d_]+", lambda word: _unless(word[0], surnames), text)


def surnames_in(context: Context, name: str | None, text: str, lines: tuple[Line, ...]) -> Surnames:
    """The surnames of the barbers, and those that the customer is known by or wrote.

    A word that names a barber or a service is none.
    """
    told = [line.text for line in lines if line.by == "customer"]
    given = [read(said, context).name for said in (*told, text)]
    full = [name, *given, *(one for barber in context.barbers for one in barber.names)]
    firsts = {one.split()[0] for barber in context.barbers for one in barber.names if one.strip()}
    services = {
        word for service in context.services for one in service.names for word in _words(one)
    }
    last = {word for one in full if one for word in _words(one)[1:] if len(word) >= _SHORTEST_NAME}
    return frozenset(last - services - {word for first in firsts for word in _words(first)})


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name.casefold())


def _unless(word: str, names: Iterable[str]) -> str:
    return "[surname]" if word.casefold() in names else word


def _number(match: re.Match[str]) -> str:
    return match[0] if _DATE.fullmatch(match[0]) else "[number]"

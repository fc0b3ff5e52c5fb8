"""One table of a shop file: it hands out values and notes each problem instead of stopping."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeGuard

import msgspec

IDENTIFIER = re.compile(r"[a-z0-9_-]{1,40}")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong in a shop file, at which key (empty: the file itself), and how to mend it."""

    file: str
    where: str
    what: str
    mend: str


class Table:
    """A table that is being read.

    A missing or wrong value is noted in `problems`, and something harmless stands in for it, so
    that reading goes on and the owner sees every problem at once. `close` notes unknown keys.
    """

    def __init__(
        self, content: Mapping[str, object], problems: list[Problem], file: str, where: str = ""
    ) -> None:
        self._content = content
        self._problems = problems
        self._file = file
        self._where = where
        self._known: list[str] = []

    def place(self, key: object) -> str:
        """The full name of a key of this table, such as `barbers.ana.hours.mon`."""
        return f"{self._where}.{key}" if self._where else str(key)

    def wrong(self, key: object, what: str, mend: str) -> None:
        """Note a problem at that key; an empty key is the table itself."""
        where = self.place(key) if key != "" else self._where
        self._problems.append(Problem(file=self._file, where=where, what=what, mend=mend))

    def has(self, key: str) -> bool:
        """Whether the key is there; from now on it is a known one."""
        self._known.append(key)
        return key in self._content

    def take(self, key: str, mend: str) -> object:
        """The value of a key that must be there; `None` and a problem if it is not."""
        if not self.has(key):
            self.wrong(key, "is missing", mend)
        return self._content.get(key)

    def text(self, key: str, mend: str, pattern: str = r"(?s).*\S.*") -> str:
        """The text of a key that must be there, without outer blanks; `""` where it is wrong."""
        value = self.take(key, mend)
        if isinstance(value, str) and re.fullmatch(pattern, value.strip()):
            return value.strip()
        if value is not None:
            self.wrong(key, f"is {shown(value)}", mend)
        return ""

    def texts(self, key: str, mend: str, *, least: int = 0) -> tuple[str, ...]:
        """A list of texts, empty where it is absent, unless there have to be at least some."""
        absent: list[str] | None = None if least else []
        value = self._content[key] if self.has(key) else absent
        if _are_texts(value) and len(value) >= least:
            return tuple(one.strip() for one in value)
        self.wrong(key, "is missing" if value is None else f"is {shown(value)}", mend)
        return ()

    def whole(self, key: str, default: int | None, low: int, high: int) -> int:
        """A whole number from `low` to `high`; without a default it must be there."""
        mend = f"write a whole number from {low} to {high}"
        if default is not None and not self.has(key):
            return default
        value = self.take(key, mend)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        if value is not None:
            self.wrong(key, f"is {shown(value)}", mend)
        return low

    def degrees(self, key: str, limit: int) -> float | None:
        """An angle up to `limit` either side of zero; `None` where it is absent."""
        value = self._content[key] if self.has(key) else None
        if value is None:
            return None
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        if number and -limit <= float(str(value)) <= limit:
            return float(str(value))
        self.wrong(key, f"is {shown(value)}", f"write degrees from -{limit} to {limit}")
        return None

    def day(self, key: str, default: date | None = None) -> date:
        """A date; without a default it must be there."""
        mend = "write a date without quotes, such as 2026-12-25"
        if default is not None and not self.has(key):
            return default
        value = self.take(key, mend)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.wrong(key, f"is {shown(value)}", mend)
        return date.min

    def table(self, key: str) -> "Table":
        """The table of that name, empty where it is absent."""
        value = self._content[key] if self.has(key) else {}
        if not isinstance(value, dict):
            self.wrong(key, f"is {shown(value)}", f"write a table: [{self.place(key)}]")
            value = {}
        return Table(value, self._problems, self._file, self.place(key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """The tables of a list, `[[key]]`, none where it is absent."""
        value = self._content[key] if self.has(key) else []
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, f"is {shown(value)}", f"write each with [[{self.place(key)}]] above it")
            value = []
        places = (f"{self.place(key)}[{number}]" for number in range(1, len(value) + 1))
        return tuple(
            Table(one, self._problems, self._file, place)
            for one, place in zip(value, places, strict=True)
        )

    def named(self) -> Iterator[tuple[str, "Table"]]:
        """Its tables by their ids, in the order of the file."""
        for key in self:
            if not IDENTIFIER.fullmatch(key):
                mend = "use up to 40 small letters, digits, _ and - without spaces"
                self.wrong(key, "is no id", mend)
            yield key, self.table(key)

    def __iter__(self) -> Iterator[str]:
        """Its keys in the order of the file."""
        return iter(self._content)

    def close(self) -> None:
        """Note each key that nobody asked for, with the one that was probably meant."""
        for key in self:
            if key not in self._known:
                self.wrong(key, "is unknown", _suggestion(key, self._known))


def shown(value: object) -> str:
    """The value as a person recognises it in the file, shortened."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - one line of a terminal


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if any is near."""
    folded = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(word.casefold(), folded, n=1)
    return folded[near[0]] if near else None


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _suggestion(key: str, known: list[str]) -> str:
    meant = closest(key, known)
    if meant is not None:
        return f"did you mean {meant}?"
    return f"remove it; known here: {', '.join(sorted(set(known)))}" if known else "remove it"

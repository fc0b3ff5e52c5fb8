"""A dialogue as its file tells it: what happens, step by step, and on which lines it stands."""

from datetime import date, time, timedelta

import msgspec


class MoveClock(msgspec.Struct, frozen=True, kw_only=True):
    """The shop's clock goes so much further (or back)."""

    line: int
    by: timedelta


class SetClock(msgspec.Struct, frozen=True, kw_only=True):
    """The shop's clock shows this wall time; without a day, that of the day it shows."""

    line: int
    day: date | None
    at: time


class Says(msgspec.Struct, frozen=True, kw_only=True):
    """A customer writes. `without_phone` is `None` where it stays as it was."""

    line: int
    who: str
    text: str
    without_phone: bool | None = None


class Taps(msgspec.Struct, frozen=True, kw_only=True):
    """A customer taps what is titled so; `older` passes over the newest message that shows it."""

    line: int
    who: str
    title: str
    older: bool = False


class TapsId(msgspec.Struct, frozen=True, kw_only=True):
    """A customer's phone sends the id of a button, which it may never have been shown."""

    line: int
    who: str
    id: str


class Sends(msgspec.Struct, frozen=True, kw_only=True):
    """A customer sends something that is not a text, by the name of its kind."""

    line: int
    who: str
    kind: str


Utterance = Says | Taps | TapsId | Sends


class Speaking(msgspec.Struct, frozen=True, kw_only=True):
    """What is sent in one go, before any answer is awaited, on the lines `line` before `end`."""

    line: int
    end: int
    utterances: tuple[Utterance, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, once each."""
        return tuple(dict.fromkeys(one.who for one in self.utterances))


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One message of the shop as it is expected, on the file's lines from `line` before `end`.

    `to` names the customer; empty is who spoke last, and `one` and `other` are the two who spoke
    at once, whichever fits. No `lines` at all means that the shop says nothing.
    """

    line: int
    end: int
    to: str
    lines: tuple[str, ...]


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """All that the shop says before somebody else does something."""

    line: int
    parts: tuple[Answer, ...]


class CalendarShows(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands in the barbers' calendars, on the file's lines from `line` before `end`."""

    line: int
    end: int
    entries: tuple[str, ...]


class CalendarGets(msgspec.Struct, frozen=True, kw_only=True):
    """A barber writes something into the calendar by hand."""

    line: int
    barber: str
    day: date
    start: time
    end: time
    summary: str


class Restart(msgspec.Struct, frozen=True, kw_only=True):
    """The service is killed where it stands, and started again over its data."""

    line: int


class ModelReads(msgspec.Struct, frozen=True, kw_only=True):
    """From now on the model fills in that form (as JSON) for messages that contain those words."""

    line: int
    contains: str
    form: str


Step = (
    MoveClock | SetClock | Speaking | Answers | CalendarShows | CalendarGets | Restart | ModelReads
)


class Dialogue(msgspec.Struct, frozen=True, kw_only=True):
    """A whole file; `shop` is the name of the shop file it plays in, `phones` were given."""

    title: str
    text: tuple[str, ...]
    steps: tuple[Step, ...]
    shop: str = "demo"
    phones: dict[str, str] = {}

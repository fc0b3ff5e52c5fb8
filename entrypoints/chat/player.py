"""Playing a dialogue in a sandbox, and telling where it went otherwise than its file says."""

import time as machine
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import groupby
from zoneinfo import ZoneInfo

import msgspec

from entrypoints.chat.customer import SILENCE, UNPROMPTED, Customer, NothingToTap
from entrypoints.chat.dialogue import (
    Answer,
    Answers,
    CalendarGets,
    CalendarShows,
    Dialogue,
    ModelReads,
    MoveClock,
    Restart,
    SetClock,
    Speaking,
    Step,
)
from entrypoints.chat.own_sandbox import SandboxDidNotStart
from entrypoints.chat.sandbox_client import Entry, NoSandbox, SandboxClient, SandboxRefused
from entrypoints.chat.showing import fits, lines_of, told_by
from entrypoints.chat.telling import Passage, answer_lines, calendar_lines
from infrastructure.sandbox.chat_message import ChatMessage

CALENDAR_PATIENCE = 5.0  # seconds
POLL = 0.05
LAST = 0.3  # seconds to listen for what nobody expects any more


class Stuck(Exception):
    """The dialogue cannot go on."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """How it went: the passages as they were really said, and what kept it from going on."""

    passages: tuple[Passage, ...]
    problem: str | None = None


class Player:
    """Plays one dialogue. `updating`: it is not known beforehand what the shop will say."""

    def __init__(
        self,
        sandbox: SandboxClient,
        *,
        restart: Callable[[], None] | None = None,
        updating: bool = False,
        first_phone: int = 15550100101,
    ) -> None:
        self._sandbox = sandbox
        self._restart = restart
        self._updating = updating
        self._next_phone = first_phone
        self._people: dict[str, Customer] = {}
        self._passages: list[Passage] = []
        self._text: tuple[str, ...] = ()  # of the file
        self._last: tuple[str, ...] = ()  # who spoke last
        self._silence = SILENCE
        self._scripted: list[tuple[str, str]] = []  # of the model, newest first

    def play(self, dialogue: Dialogue) -> Played:
        """Play it to its end, or as far as it goes."""
        self._text = dialogue.text
        self._people = {
            who: Customer(self._sandbox, who, wa_id) for who, wa_id in dialogue.phones.items()
        }
        step: Step | None = None
        following: Sequence[Step | None] = (*dialogue.steps[1:], None)
        try:
            for step, then in zip(dialogue.steps, following, strict=True):
                self._do(step, then)
            self._hear_late()
        except (Stuck, NothingToTap, NoSandbox, SandboxRefused, SandboxDidNotStart) as problem:
            line = step.line if step else 1
            return self._played(problem=f"line {line}: {_words(problem)}")
        return self._played(problem=None)

    def _played(self, *, problem: str | None) -> Played:
        return Played(passages=tuple(self._passages), problem=problem)

    def _do(self, step: Step, then: Step | None) -> None:
        match step:
            case MoveClock():
                self._sandbox.shift_clock(step.by)
                self._silence = UNPROMPTED
            case SetClock():
                self._set_clock(step)
            case Speaking():
                self._speak(step)
                if self._updating and not isinstance(then, Answers | Restart):
                    self._discover(step)
            case Answers():
                self._compare(step)
            case CalendarShows():
                self._look_at_calendars(step)
            case CalendarGets():
                self._write_entry(step)
            case Restart():
                self._kill()
            case ModelReads():
                self._scripted.insert(0, (step.contains, step.form))
                self._sandbox.script_model(self._scripted)

    def _set_clock(self, step: SetClock) -> None:
        face = self._sandbox.clock()
        day = step.day or face.now.date()
        self._sandbox.set_clock(_instant(day, step.at, ZoneInfo(face.timezone)), running=False)
        self._silence = UNPROMPTED

    def _speak(self, step: Speaking) -> None:
        for who, utterances in groupby(step.utterances, key=lambda one: one.who):
            self._person(who).do_at_once(tuple(utterances))
        self._last = step.speakers
        self._silence = SILENCE

    def _discover(self, step: Speaking) -> None:
        """Write down what nothing was expected of: right below what was said."""
        for who in step.speakers:
            said = [told_by((), lines_of(one)) for one in self._person(who).hear_out()]
            to = who if len(step.speakers) > 1 else ""
            self._insert(step.end, answer_lines(to, said))

    def _compare(self, step: Answers) -> None:
        if any(part.to in ("one", "other") for part in step.parts):
            self._compare_either(step)
            return
        for who in dict.fromkeys(self._named(part) for part in step.parts):
            parts = [part for part in step.parts if self._named(part) == who]
            self._tell(parts, self._heard(who, parts))

    def _compare_either(self, step: Answers) -> None:
        """Two spoke at once, and either may have been first."""
        if len(self._last) != 2:  # noqa: PLR2004 - one and the other
            raise Stuck("`one` and `other` are two customers who spoke at once")
        ones = [part for part in step.parts if part.to == "one"]
        others = [part for part in step.parts if part.to == "other"]
        first, second = self._last
        said = {who: self._heard(who, ones if who == first else others) for who in self._last}
        straight = _agree(ones, said[first]) + _agree(others, said[second])
        crossed = _agree(ones, said[second]) + _agree(others, said[first])
        if crossed > straight:
            first, second = second, first
        self._tell(ones, said[first])
        self._tell(others, said[second])

    def _heard(self, who: str, parts: Sequence[Answer]) -> list[tuple[str, ...]]:
        expected = sum(1 for part in parts if part.lines)
        person = self._person(who)
        exactly = expected and not self._updating
        heard = person.hear(expected) if exactly else self._hear_out(person, expected)
        return [lines_of(one) for one in heard]

    def _hear_out(self, person: Customer, expected: int) -> list[ChatMessage]:
        first = person.hear(expected) if expected else []
        return [*first, *person.hear_out(self._silence)]

    def _tell(self, parts: Sequence[Answer], said: Sequence[tuple[str, ...]]) -> None:
        """Note what was said in the place of what was expected."""
        for place, part in enumerate(parts):
            is_last = place == len(parts) - 1
            mine = said[place:] if is_last else said[place : place + 1]
            if mine or is_last:
                self._tell_part(part, mine)
            else:
                self._passages.append(Passage(line=part.line, end=part.end, lines=()))

    def _tell_part(self, part: Answer, said: Sequence[tuple[str, ...]]) -> None:
        if len(said) <= 1 and fits(part.lines, said[0] if said else ()):
            return
        told = [told_by(part.lines if place == 0 else (), one) for place, one in enumerate(said)]
        lines = answer_lines(part.to, told)
        self._passages.append(Passage(line=part.line, end=part.end, lines=lines))

    def _look_at_calendars(self, step: CalendarShows) -> None:
        deadline = machine.monotonic() + CALENDAR_PATIENCE
        while True:
            shown = self._shown_in_calendars()
            if _entries_fit(step.entries, shown):
                return
            if machine.monotonic() > deadline:
                break
            machine.sleep(POLL)
        lines = calendar_lines(told_by(step.entries, shown))
        self._passages.append(Passage(line=step.line, end=step.end, lines=lines))

    def _shown_in_calendars(self) -> tuple[str, ...]:
        zone = self._sandbox.zone()
        return tuple(
            _entry_line(calendar.summary, entry, zone)
            for calendar in self._sandbox.calendars()
            for entry in self._sandbox.entries(calendar.id)
        )

    def _write_entry(self, step: CalendarGets) -> None:
        zone = self._sandbox.zone()
        found = [
            one.id
            for one in self._sandbox.calendars()
            if one.summary.casefold() == step.barber.casefold()
        ]
        if not found:
            raise Stuck(f"no calendar is {step.barber}'s")
        self._sandbox.write_entry(
            found[0],
            start=_instant(step.day, step.start, zone),
            end=_instant(step.day, step.end, zone),
            summary=step.summary,
        )

    def _kill(self) -> None:
        if self._restart is None:
            raise Stuck("only a sandbox of the dialogue's own can be killed: leave --url out")
        self._restart()

    def _hear_late(self) -> None:
        """What came after all that was expected."""
        machine.sleep(LAST)
        for person in self._people.values():
            said = [told_by((), lines_of(one)) for one in person.heard_late()]
            if said:
                self._insert(len(self._text) + 1, answer_lines(person.name, said))

    def _insert(self, line: int, lines: tuple[str, ...]) -> None:
        self._passages.append(Passage(line=line, end=line, lines=lines))

    def _named(self, part: Answer) -> str:
        if part.to:
            return part.to
        if len(self._last) != 1:
            raise Stuck("it is not clear to whom: write `shop to Alex:`")
        return self._last[0]

    def _person(self, who: str) -> Customer:
        if who not in self._people:
            self._people[who] = Customer(self._sandbox, who, str(self._next_phone))
            self._next_phone += 1
        return self._people[who]


def _agree(parts: Sequence[Answer], said: Sequence[tuple[str, ...]]) -> int:
    expected = [part.lines for part in parts if part.lines]
    return sum(fits(lines, one) for lines, one in zip(expected, said, strict=False))


def _entries_fit(expected: Sequence[str], shown: Sequence[str]) -> bool:
    pairs = zip(expected, shown, strict=False)
    return len(expected) == len(shown) and all(fits([one], [two]) for one, two in pairs)


def _entry_line(barber: str, entry: Entry, zone: ZoneInfo) -> str:
    start, end = entry.start.date_time, entry.end.date_time
    if start is None or end is None:
        return f"{barber.casefold()} all day {entry.summary}"
    first, last = start.astimezone(zone), end.astimezone(zone)
    return f"{barber.casefold()} {first:%Y-%m-%d %H:%M}-{last:%H:%M} {entry.summary}"


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, tzinfo=zone)


def _words(problem: Exception) -> str:
    match problem:
        case Stuck(what=what):
            return what
        case NothingToTap(who=who, title=title):
            return f"no message to {who} shows [{title}]"
        case SandboxDidNotStart(log=log):
            return f"the sandbox does not start:\n{log}"
        case NoSandbox(url=url):
            return f"the sandbox at {url} does not answer"
        case SandboxRefused(why=why):
            return f"the sandbox refuses: {why}"
        case _:
            raise problem

"""Reading a dialogue's file."""

import re
from collections.abc import Iterator
from datetime import date, time

import msgspec

from entrypoints.chat.clock_words import clock_step
from entrypoints.chat.dialogue import (
    Answer,
    Answers,
    CalendarGets,
    CalendarShows,
    Dialogue,
    ModelReads,
    Restart,
    Says,
    Sends,
    SetClock,
    Speaking,
    Step,
    Taps,
    TapsId,
    Utterance,
)
from entrypoints.chat.model_words import model_answer
from entrypoints.chat.sendables import SENDABLES

NOTHING = "(nothing)"

_HEAD = re.compile(r"([^\W\d_](?:[\w .'-]*\w)?)\s*:(.*)")
_AT_ONCE = re.compile(r".+ at once")
_TO = re.compile(r"shop to (.+)")
_DEED = re.compile(r"(.+?) (taps unknown|taps older|taps|sends|without phone|with phone)")
_RESERVED = ("shop", "clock", "calendar", "calendar gets", "restart", "phone", "and", "model reads")


class Unreadable(Exception):
    """The file cannot be played as it is written; `line` counts from 1."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A line with its head, and what is indented below it; `end` is the line after the last."""

    line: int
    end: int
    head: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it as one text."""
        return "\n".join(self.lines)


def read_dialogue(text: str, *, name: str, complete: bool = True) -> Dialogue:
    """The dialogue. Raises `Unreadable`, where `complete` also for customers left unanswered."""
    lines = tuple(text.splitlines())
    blocks = list(_blocks(lines))
    shop, phones, rest = _heading(blocks)
    steps = tuple(_joined(_step(block) for block in rest))
    _require_clock(steps)
    if complete:
        _require_answers(steps)
    title = next((one.lstrip("# ").strip() for one in lines if one.startswith("#")), name)
    return Dialogue(title=title, text=lines, steps=steps, shop=shop, phones=phones)


def _blocks(lines: tuple[str, ...], first: int = 1) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if not line.strip() or line.startswith("#"):
            place += 1
            continue
        end = _end_of_block(lines, place + 1)
        yield _block(lines[place:end], first + place)
        place = end


def _end_of_block(lines: tuple[str, ...], place: int) -> int:
    """Past what is indented; empty lines belong to it where more that is indented follows."""
    end = place
    while place < len(lines) and (not lines[place].strip() or lines[place][0].isspace()):
        place += 1
        end = place if lines[place - 1].strip() else end
    return end


def _block(lines: tuple[str, ...], line: int) -> Block:
    found = _HEAD.fullmatch(lines[0])
    if found is None:
        raise Unreadable(line, "begins with nobody's name and a colon")
    below = [one.rstrip() for one in lines[1:]]
    depth = min((len(one) - len(one.lstrip()) for one in below if one), default=0)
    first = [found[2].strip()] if found[2].strip() or not below else []
    content = (*first, *(one[depth:] for one in below))
    return Block(line=line, end=line + len(lines), head=found[1], lines=content)


def _heading(blocks: list[Block]) -> tuple[str, dict[str, str], list[Block]]:
    """The shop and the phones that were given, and the blocks that remain."""
    shop, phones, spoken = "demo", dict[str, str](), False
    rest: list[Block] = []
    for block in blocks:
        if block.head == "shop" and not spoken:
            shop = block.text
        elif block.head == "phone":
            who, _, digits = block.text.rpartition(" ")
            if not (who and digits.isdecimal()):
                raise Unreadable(block.line, "a phone is a name and its digits")
            phones[who] = digits
        else:
            spoken = spoken or block.head not in ("clock", "calendar gets", "model reads")
            rest.append(block)
    return shop, phones, rest


def _step(block: Block) -> Step:  # noqa: PLR0911 - one case a line
    match block.head:
        case "clock":
            step = clock_step(block.text, block.line)
            if step is None:
                raise Unreadable(block.line, "a clock is set to 2026-11-23 10:00, 18:30 or +25h")
            return step
        case "calendar":
            entries = () if block.text == "none" else block.lines
            return CalendarShows(line=block.line, end=block.end, entries=entries)
        case "calendar gets":
            return _calendar_gets(block)
        case "restart":
            return _restart(block)
        case "model reads":
            return _model_reads(block)
        case head if head == "shop" or _TO.fullmatch(head):
            return Answers(line=block.line, parts=(_answer(block),))
        case head if _AT_ONCE.fullmatch(head):
            said = tuple(_utterance(one) for one in _blocks(block.lines, block.line + 1))
            return Speaking(line=block.line, end=block.end, utterances=said)
        case _:
            return Speaking(line=block.line, end=block.end, utterances=(_utterance(block),))


def _answer(block: Block) -> Answer:
    to = _TO.fullmatch(block.head)
    lines = () if block.text == NOTHING else block.lines
    return Answer(line=block.line, end=block.end, to=to[1] if to else "", lines=lines)


def _utterance(block: Block) -> Utterance:
    deed = _DEED.fullmatch(block.head)
    who, does = (deed[1], deed[2]) if deed else (block.head, "")
    if who in _RESERVED:
        raise Unreadable(block.line, f"nobody can be called {who}")
    match does:
        case "taps" | "taps older":
            older = does == "taps older"
            return Taps(line=block.line, who=who, title=block.text, older=older)
        case "taps unknown":
            return TapsId(line=block.line, who=who, id=block.text)
        case "sends":
            if block.text not in SENDABLES:
                raise Unreadable(block.line, f"can be sent: {', '.join(SENDABLES)}")
            return Sends(line=block.line, who=who, kind=block.text)
        case _:
            shares = {"without phone": True, "with phone": False}.get(does)
            return Says(line=block.line, who=who, text=block.text, without_phone=shares)


def _calendar_gets(block: Block) -> CalendarGets:
    barber, day, times, summary = (*block.text.split(" ", 3), "", "", "", "")[:4]
    start, _, end = times.partition("-")
    try:
        return CalendarGets(
            line=block.line,
            barber=barber,
            day=date.fromisoformat(day),
            start=time.fromisoformat(start),
            end=time.fromisoformat(end),
            summary=summary,
        )
    except ValueError as error:
        raise Unreadable(
            block.line, "an entry is `marco 2026-11-24 14:00-15:00 Dentist`"
        ) from error


def _model_reads(block: Block) -> ModelReads:
    found = model_answer(block.text)
    if found is None:
        told = "the model reads `words as book, service haircut, barber luis, day mañana, time 5`"
        raise Unreadable(block.line, told)
    contains, form = found
    return ModelReads(line=block.line, contains=contains, form=msgspec.json.encode(form).decode())


def _restart(block: Block) -> Restart:
    if block.text != "kill":
        raise Unreadable(block.line, "a restart is a `kill`")
    return Restart(line=block.line)


def _joined(steps: Iterator[Step]) -> Iterator[Step]:
    """Neighbours that belong together: what is sent in one go, and all that the shop answers."""
    last: Step | None = None
    for step in steps:
        together = _together(last, step) if last else step
        if last is not None and together is None:
            yield last
        last = together or step
    if last is not None:
        yield last


def _together(first: Step, then: Step) -> Step | None:
    match first, then:
        case Speaking(), Speaking():
            said = (*first.utterances, *then.utterances)
            return Speaking(line=first.line, end=then.end, utterances=said)
        case Answers(), Answers():
            return Answers(line=first.line, parts=(*first.parts, *then.parts))
        case CalendarShows(), CalendarShows():
            entries = (*first.entries, *then.entries)
            return CalendarShows(line=first.line, end=then.end, entries=entries)
        case _:
            return None


def _require_clock(steps: tuple[Step, ...]) -> None:
    if not (steps and isinstance(steps[0], SetClock) and steps[0].day):
        line = steps[0].line if steps else 1
        raise Unreadable(line, "a dialogue begins with its clock: `clock: 2026-11-23 10:00`")


def _require_answers(steps: tuple[Step, ...]) -> None:
    waiting: Speaking | None = None
    for step in steps:
        match step:
            case Speaking():
                waiting = step
            case Answers():
                waiting = None
            case Restart():
                pass
            case _ if waiting is not None:
                break
    if waiting is not None:
        raise Unreadable(
            waiting.line, f"no answer is written: add `shop: {NOTHING}`, or play it with --update"
        )

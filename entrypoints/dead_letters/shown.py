"""A dead letter as it is told: a line of the list, or everything that is known of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from application.events import PERSONAL
from application.ports import DeadLetter
from entrypoints.dead_letters.box import id_of
from entrypoints.dead_letters.redaction import content, redacted
from entrypoints.dead_letters.subjects import Subjects
from entrypoints.history.event_log import LogEntry, Told
from entrypoints.sandbox_page.event_details import detail

LATEST = 20  # events of the history


class LetterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One dead letter in the list; instants are UTC, and nothing is personal."""

    id: str
    queue: str
    kind: str
    key: str
    about: str
    came: datetime
    died: datetime | None
    why: str
    attempts: int


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a stream in short; `gist` is empty where it would be personal."""

    position: int
    version: int
    tag: str
    at: str
    gist: str


class LetterShown(msgspec.Struct, frozen=True, kw_only=True):
    """A dead letter with its content, its event, and the last events of the stream it belongs to."""

    letter: LetterLine
    content: object
    event: LogEntry | None
    stream: str | None
    history: list[HistoryLine]


def line(letter: DeadLetter, subjects: Subjects) -> LetterLine:
    """The letter in the list."""
    return LetterLine(
        id=str(id_of(letter)),
        queue=letter.queue,
        kind=letter.kind,
        key=letter.key,
        about=subjects.words(letter),
        came=letter.came,
        died=letter.died,
        why=letter.why,
        attempts=letter.attempts,
    )


def shown(letter: DeadLetter, subjects: Subjects, *, reveal: bool, zone: ZoneInfo) -> LetterShown:
    """Everything of the letter; what is personal only if it is to be revealed."""
    stream = subjects.stream(letter)
    told = subjects.event(letter)
    history = subjects.history(stream)[-LATEST:] if stream else ()
    said = content(letter.body)
    return LetterShown(
        letter=line(letter, subjects),
        content=said if reveal else redacted(said),
        event=_entry(told, reveal=reveal) if told else None,
        stream=stream,
        history=[_history_line(one, reveal=reveal, zone=zone) for one in history],
    )


def _entry(told: Told, *, reveal: bool) -> LogEntry:
    if reveal or not _is_personal(told):
        return told.entry
    return msgspec.structs.replace(told.entry, data=redacted(told.entry.data))


def _history_line(told: Told, *, reveal: bool, zone: ZoneInfo) -> HistoryLine:
    hidden = told.event is None or (_is_personal(told) and not reveal)
    return HistoryLine(
        position=told.entry.position,
        version=told.entry.version,
        tag=told.entry.tag,
        at=told.entry.at,
        gist="" if hidden or told.event is None else detail(told.event, zone),
    )


def _is_personal(told: Told) -> bool:
    """An event that this release does not know may be anything."""
    return told.event is None or isinstance(told.event, PERSONAL)

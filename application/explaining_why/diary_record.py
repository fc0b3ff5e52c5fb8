"""A diary with the events that its claims and blocks come from."""

from collections.abc import Iterable

import msgspec

from application.events import Erased
from application.ports import Recorded
from domain.diary import Diary, DiaryEvent, TimeBlocked, TimeClaimed, TimeHeld, evolve


class DiaryRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A diary as it was known, and by the name of each claim or block the event that made it so."""

    diary: Diary = Diary()
    origins: dict[str, Recorded] = {}


def diary_record(history: Iterable[Recorded]) -> DiaryRecord:
    """The diary after these events of its stream."""
    diary, origins = Diary(), {}
    for recorded in history:
        if isinstance(recorded.event, DiaryEvent):
            diary = evolve(diary, recorded.event)
            name = _made(recorded.event)
            if name:
                origins[name] = recorded
    return DiaryRecord(diary=diary, origins=origins)


def _made(event: DiaryEvent | Erased) -> str | None:
    match event:
        case TimeHeld(hold_id=name) | TimeClaimed(appointment_id=name) | TimeBlocked(block_id=name):
            return name
        case _:
            return None

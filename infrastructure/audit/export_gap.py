"""What the rest of an export tells of a place where lines are missing."""

from collections.abc import Iterable

import msgspec

from infrastructure.audit.export_lines import (
    ExportedCheckpoint,
    ExportedEvent,
    ExportedLeaf,
    ExportLine,
)
from infrastructure.audit.export_reading import Garbled
from infrastructure.audit.trail import Judge


class AfterGap(msgspec.Struct, frozen=True):
    """Whether what is missing stands further on, and whether the chain after it was made anew.

    Where the next checkpoint states another chain value than the lines that it follows, somebody
    wrote values of their own: so may have been those before the gap, and what they are of.
    """

    is_further_on: bool
    is_made_anew: bool


def after_gap(rest: Iterable[ExportLine | Garbled], missing: int, judge: Judge) -> AfterGap:
    """Read on, to the end."""
    last: ExportedEvent | ExportedLeaf | None = None
    is_further_on, is_made_anew = False, None
    for line in rest:
        match line:
            case ExportedEvent() | ExportedLeaf():
                is_further_on = is_further_on or line.position == missing
                last = line
            case ExportedCheckpoint(checkpoint=one) if is_made_anew is None and last:
                if one.size == last.position and judge.judged(one).fault is None:
                    is_made_anew = one.chain != last.chain
            case _:
                pass
    return AfterGap(is_further_on, bool(is_made_anew))

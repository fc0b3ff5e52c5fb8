"""The figures of a group of verdicts, in per cent."""

from collections.abc import Callable, Sequence

import msgspec

from benchmarks.understanding.case import SLOTS, Scored
from benchmarks.understanding.verdict import Verdict

_P99 = 0.99


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Of `cases` messages; `None` where nothing of the kind is judged."""

    cases: int
    right: float
    intent: float | None
    slots: float | None
    when: float | None  # day and time
    wrong_and_certain: float  # a wrong or an invented day or time that is not asked back
    booked_wrong: float  # of those, the ones that no button confirms
    asked_back: float


class SlotFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One slot: how often it is judged, and what goes wrong."""

    slot: Scored
    judged: int
    missed: int
    invented: int
    mistaken: int

    @property
    def right(self) -> float:
        """The share of the right ones."""
        return _share(self.judged - self.missed - self.invented - self.mistaken, self.judged) or 0.0


class Speed(msgspec.Struct, frozen=True, kw_only=True):
    """How fast messages are read, one after the other."""

    per_second: float
    p99: float  # milliseconds


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """The figures of the group."""
    slotted = [one for one in verdicts if set(one.case.score) - {"intent"}]
    meant = [one for one in verdicts if "intent" in one.case.score]
    return Figures(
        cases=len(verdicts),
        right=_of(verdicts, lambda one: one.right) or 0.0,
        intent=_of(meant, lambda one: "intent" not in one.wrong),
        slots=_of(slotted, lambda one: one.slots_right),
        when=_of(slotted, lambda one: one.when_right),
        wrong_and_certain=_of(verdicts, lambda one: one.wrong_and_certain) or 0.0,
        booked_wrong=_of(verdicts, lambda one: one.wrong_and_certain and not one.inferred) or 0.0,
        asked_back=_of(verdicts, lambda one: one.asked_back) or 0.0,
    )


def intents(verdicts: Sequence[Verdict]) -> dict[str, Figures]:
    """The figures by the intent expected, the most frequent first."""
    groups: dict[str, list[Verdict]] = {}
    for one in verdicts:
        if "intent" in one.case.score and one.case.intent is not None:
            groups.setdefault(one.case.intent, []).append(one)
    return {name: figures(groups[name]) for name in sorted(groups, key=lambda n: -len(groups[n]))}


def slots(verdicts: Sequence[Verdict]) -> list[SlotFigures]:
    """The figures of each slot that is judged at all."""
    return [_slot(slot, verdicts) for slot in SLOTS if any(slot in v.case.score for v in verdicts)]


def _slot(slot: Scored, verdicts: Sequence[Verdict]) -> SlotFigures:
    wrong = [one for one in verdicts if slot in one.wrong]
    missed = [one for one in wrong if one.slots.get(slot) is None]
    invented = [one for one in wrong if one not in missed and slot not in one.case.slots]
    return SlotFigures(
        slot=slot,
        judged=sum(slot in one.case.score for one in verdicts),
        missed=len(missed),
        invented=len(invented),
        mistaken=len(wrong) - len(missed) - len(invented),
    )


def speed(verdicts: Sequence[Verdict]) -> Speed:
    """The speed over all messages."""
    took = sorted(one.seconds for one in verdicts)
    return Speed(per_second=len(took) / sum(took), p99=took[int(len(took) * _P99)] * 1000)


def _of(verdicts: Sequence[Verdict], holds: Callable[[Verdict], bool]) -> float | None:
    return _share(sum(map(holds, verdicts)), len(verdicts))


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None

"""What was made of one case, and what of it is wrong."""

from time import perf_counter
from typing import cast

import msgspec

from application.understanding.evaluating.evaluated_context import context_of
from application.understanding.evaluating.evaluation import labels_of
from application.understanding.reading import Context
from benchmarks.understanding.case import Case, Scored, Value
from benchmarks.understanding.compare import wrong_slots
from benchmarks.understanding.shop import SHOP

WHEN: frozenset[Scored] = frozenset({"date", "time", "time_range", "date_range"})


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One case as it was read."""

    case: Case
    intent: str
    slots: dict[str, Value]
    wrong: tuple[Scored, ...]
    also_wrong: dict[str, object]  # what the reading said instead
    asked_back: bool  # two readings of a day or a time remain
    inferred: bool  # a button confirms before anything is booked
    seconds: float

    @property
    def right(self) -> bool:
        """Whether nothing that is judged is wrong."""
        return not self.wrong and not self.also_wrong

    @property
    def slots_right(self) -> bool:
        """Whether every judged slot is right."""
        return not set(self.wrong) - {"intent"}

    @property
    def when_right(self) -> bool:
        """Whether the day and the time are right."""
        return not WHEN & set(self.wrong)

    @property
    def wrong_and_certain(self) -> bool:
        """Whether a wrong or an invented day or time would not be asked back."""
        return not self.asked_back and any(
            slot in WHEN and self.slots.get(slot) is not None for slot in self.wrong
        )


def judge(case: Case) -> Verdict:
    """Read the message of the case, and compare."""
    shop = {**SHOP, **_kept(case), "lang": case.lang}
    context = context_of(case.reference, case.tz, shop)
    seconds = _timed(case.text, context)
    labels, reading = labels_of(case.text, context)
    slots = cast("dict[str, Value]", labels["slots"])  # a list of texts is a list of values
    wrong = wrong_slots(case, slots)
    if "intent" in case.score and labels["intent"] not in {case.intent, *case.intent_accept}:
        wrong = ["intent", *wrong]
    told = msgspec.json.decode(msgspec.json.encode(reading))
    return Verdict(
        case=case,
        intent=labels["intent"],
        slots=slots,
        wrong=tuple(wrong),
        also_wrong={key: told[key] for key, value in case.also.items() if told[key] != value},
        asked_back=reading.ambiguous,
        inferred=bool(reading.inferred),
        seconds=seconds,
    )


def _kept(case: Case) -> dict[str, object]:
    """The context without a list of barbers that was left empty."""
    return {key: value for key, value in case.context.items() if value or key != "barbers"}


def _timed(text: str, context: Context) -> float:
    began = perf_counter()
    labels_of(text, context)
    return perf_counter() - began

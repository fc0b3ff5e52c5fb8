"""Whether a value read counts as the one expected."""

from benchmarks.understanding.case import Case, OtherReading, Scored, Value, Windows

_OPEN_START = ("00:00", "09:00")  # an open start is the shop's opening
_OPEN_END = ("19:00", "24:00")  # an open end is its closing


def wrong_slots(case: Case, said: dict[str, Value]) -> list[Scored]:
    """The judged slots that are wrong, by the reading of the case that fits best."""
    readings = [case, *(_other(case, one) for one in case.alternatives)]
    wrong: list[list[Scored]] = [
        [slot for slot in one.score if slot != "intent" and not _right(one, slot, said.get(slot))]
        for one in readings
    ]
    return min(wrong, key=len)


def _other(case: Case, other: OtherReading) -> Case:
    replaced = {**case.slots, **other.slots}
    return Case(
        id=case.id,
        lang=case.lang,
        text=case.text,
        reference=case.reference,
        tz=case.tz,
        slots={slot: value for slot, value in replaced.items() if value is not None},
        accept={slot: one for slot, one in case.accept.items() if slot not in other.slots},
        tol={**case.tol, **other.tol},
        score=case.score,
    )


def _right(case: Case, slot: Scored, said: Value) -> bool:
    accepted = [*case.accept.get(slot, []), *([case.slots[slot]] if slot in case.slots else [])]
    if not accepted:
        return said is None
    return any(_same(slot, said, one, case.tol) for one in accepted)


def _same(slot: Scored, said: Value, wanted: Value, windows: Windows) -> bool:
    if said is None or wanted is None:
        return said is wanted
    if slot in {"time_range", "date_range"}:
        return _same_range(slot, said, wanted, windows)
    if isinstance(said, list) or isinstance(wanted, list):
        return _listed(said) == _listed(wanted)
    return said.casefold() == wanted.casefold()


def _listed(value: Value) -> set[str | None]:
    return set(value) if isinstance(value, list) else {value}


def _same_range(slot: Scored, said: Value, wanted: Value, windows: Windows) -> bool:
    if not isinstance(said, list) or not isinstance(wanted, list):
        return False
    within = windows.get(slot, {})
    starts = _instants(said[0], _OPEN_START), _instants(wanted[0], _OPEN_START)
    ends = _instants(said[1], _OPEN_END), _instants(wanted[1], _OPEN_END)
    return _fits(*starts, within.get("start")) and _fits(*ends, within.get("end"))


def _instants(side: str | None, openings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(openings if side is None or side in openings else {side})


def _fits(said: frozenset[str], wanted: frozenset[str], window: tuple[str, str] | None) -> bool:
    if said & wanted:
        return True
    return window is not None and any(window[0] <= one <= window[1] for one in said)

"""What an evaluation prints."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.understanding.figures import Figures, figures, intents, slots, speed
from benchmarks.understanding.verdict import Verdict

_HEADS = ("cases", "right", "intent", "slots", "when", "wrong+certain", "no button", "asked back")
_WIDTH = 24
_TEXT = 200


def report(files: Mapping[str, Sequence[Verdict]]) -> Iterator[str]:
    """The report, line by line; shares are in per cent."""
    everything = [one for verdicts in files.values() for one in verdicts]
    yield _row("By file", _HEADS)
    yield from (_figures(name, figures(verdicts)) for name, verdicts in files.items())
    yield ""
    yield _row("By language", _HEADS)
    for lang in sorted({one.case.lang for one in everything}):
        yield _figures(lang, figures([one for one in everything if one.case.lang == lang]))
    yield _figures("all", figures(everything))
    yield from _parts(everything)
    pace = speed(everything)
    yield ""
    yield f"{pace.per_second:,.0f} messages per second on one core, p99 {pace.p99:.2f} ms."


def _parts(everything: Sequence[Verdict]) -> Iterator[str]:
    yield ""
    yield _row("By intent", ("cases", "right", "intent"))
    for name, one in intents(everything).items():
        yield _row(name, (str(one.cases), _share(one.right), _share(one.intent)))
    yield ""
    yield _row("By slot", ("judged", "right", "missed", "invented", "mistaken"))
    for slot in slots(everything):
        counts = (slot.missed, slot.invented, slot.mistaken)
        yield _row(slot.slot, (str(slot.judged), _share(slot.right), *map(str, counts)))


def misses(files: Mapping[str, Sequence[Verdict]]) -> Iterator[str]:
    """Every case that is not wholly right: what was read, and what was expected."""
    for name, verdicts in files.items():
        yield from (f"{name}  {_miss(one)}" for one in verdicts if not one.right)


def _miss(one: Verdict) -> str:
    said: dict[str, object] = {key: one.slots.get(key) for key in one.wrong}
    wanted: dict[str, object] = {key: one.case.slots.get(key) for key in one.wrong}
    if "intent" in one.wrong:
        said["intent"], wanted["intent"] = one.intent, one.case.intent
    said |= one.also_wrong
    wanted |= {key: one.case.also[key] for key in one.also_wrong}
    text = " / ".join(one.case.text.splitlines())[:_TEXT]
    sure = " CERTAIN" if one.wrong_and_certain else ""
    return f"{one.case.id}{sure}  {text!r}: read {_told(said)}, expected {_told(wanted)}"


def _told(values: Mapping[str, object]) -> str:
    return ", ".join(f"{key} {value}" for key, value in sorted(values.items()))


def _figures(name: str, of: Figures) -> str:
    shares = (of.right, of.intent, of.slots, of.when)
    doubts = (of.wrong_and_certain, of.booked_wrong, of.asked_back)
    return _row(name, (str(of.cases), *map(_share, shares), *map(_share, doubts)))


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{_WIDTH}}" + "".join(f"{cell:>14}" for cell in cells)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"

"""The figures that no change may lower: `floors.toml` beside the cases."""

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.understanding.figures import Figures

Floors = dict[str, dict[str, float]]

_LEAST = ("right", "intent", "slots", "when")
_MOST = ("wrong_and_certain", "asked_back")
_MAY_ASK = 10.0  # per cent: to ask rather than be wrong is no loss up to here
_HEAD = """\
# What `make evaluate` holds, in per cent, by file: at least "right", "intent", "slots" and "when"
# (day and time); at most "wrong_and_certain" and "asked_back". `make floors` writes it anew.
"""


def floors_in(folder: Path) -> Floors:
    """The floors of the folder's files; empty if it has none."""
    file = folder / "floors.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def breaches(floors: Floors, measured: Mapping[str, Figures]) -> list[str]:
    """What is worse than its floor, or not measured at all, in words."""
    found = [f"{name}: the file is missing" for name in floors if name not in measured]
    for name, figures in measured.items():
        for key, limit in floors.get(name, {}).items():
            value = getattr(figures, key) or 0.0
            if value > limit if key in _MOST else value < limit:
                bound = "at most" if key in _MOST else "at least"
                found.append(f"{name}: {key} is {value:.2f} %, {bound} {limit:.1f} % is held")
    return found


def write_floors(folder: Path, measured: Mapping[str, Figures]) -> None:
    """Hold the folder's files to what is measured, to a tenth of a per cent."""
    tables = [
        "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in _held(figures))])
        for name, figures in measured.items()
    ]
    (folder / "floors.toml").write_text("\n".join([_HEAD, "\n\n".join(tables), ""]), "utf-8")


def _held(figures: Figures) -> list[tuple[str, float]]:
    reached = [(key, value) for key in _LEAST if (value := getattr(figures, key)) is not None]
    return [
        *((key, math.floor(value * 10) / 10) for key, value in reached),
        ("wrong_and_certain", math.ceil(figures.wrong_and_certain * 10) / 10),
        ("asked_back", max(_MAY_ASK, math.ceil(figures.asked_back * 10) / 10)),
    ]

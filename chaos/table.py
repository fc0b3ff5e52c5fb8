"""The table of `make chaos`: one line for each part, and below it what was broken."""

from collections.abc import Sequence

import msgspec

from chaos.part import Verdict

TITLES = ("part", "size", "seconds", "checked", "sent twice", "breaches")
FIGURES = (2, 4, 5)  # columns that stand on the right


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A part that was run."""

    part: str
    seconds: float
    verdict: Verdict


def table(rows: Sequence[Row]) -> str:
    """All rows, each column as wide as it needs to be."""
    lines = [TITLES, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(TITLES))]
    return "\n".join(_aligned(line, widths) for line in lines)


def complaints(rows: Sequence[Row]) -> list[str]:
    """Every breach, with the part that found it."""
    return [f"{row.part}: {breach}" for row in rows for breach in row.verdict.breaches]


def _cells(row: Row) -> tuple[str, ...]:
    verdict = row.verdict
    doubles = "" if verdict.doubles is None else str(verdict.doubles)
    seconds = f"{row.seconds:.1f}"
    return row.part, verdict.size, seconds, verdict.checked, doubles, str(len(verdict.breaches))


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if column in FIGURES else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()

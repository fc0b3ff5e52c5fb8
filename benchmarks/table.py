"""The table as text."""

from collections.abc import Sequence

from benchmarks.figures import Figures
from benchmarks.rows import Row

TITLES = ("", "median", "lowest - highest", "unit", "ratio", "lowest - highest", "of", "target")
LEFT = (0, 3, 6, 7)  # columns of words; those of figures stand on the right


def table(rows: Sequence[Row]) -> str:
    """All rows under their cases, each column as wide as it needs to be."""
    lines = [TITLES, *(cells for case in _cases(rows) for cells in _lines_of(case, rows))]
    widths = [max(len(line[column]) for line in lines) for column in range(len(TITLES))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _cases(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row.case for row in rows))


def _lines_of(case: str, rows: Sequence[Row]) -> list[tuple[str, ...]]:
    title = (case, *[""] * (len(TITLES) - 1))
    return [title, *(_cells(row) for row in rows if row.case == case)]


def _cells(row: Row) -> tuple[str, ...]:
    measured = _pair(row.measured) if row.measured else ("", "")
    ratio = (*_pair(row.ratio), row.of) if row.ratio else ("", "", "")
    return (f"  {row.what}", *measured, row.unit, *ratio, _target(row))


def _pair(figures: Figures) -> tuple[str, str]:
    spread = f"{_number(figures.lowest)} - {_number(figures.highest)}"
    return _number(figures.median), "" if figures.lowest == figures.highest else spread


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"  # noqa: PLR2004 - three digits tell enough


def _target(row: Row) -> str:
    if row.target is None:
        return row.missing
    wanted = f"{row.target.side} {row.target.bound:.2f}"
    if row.ratio is None:
        return f"{wanted}: {row.missing}"
    return f"{wanted}: {'MISSED' if row.missed else 'ok'}"


def _aligned(line: tuple[str, ...], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if column in LEFT else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()

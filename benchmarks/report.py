"""What one run found."""

import msgspec

from benchmarks.machine import Machine
from benchmarks.rows import Row
from benchmarks.table import table


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All rows, and the machine that they are of."""

    machine: Machine
    rows: tuple[Row, ...]

    def text(self) -> str:
        """The table, and under it the machine."""
        machine = self.machine
        return (
            f"{table(self.rows)}\n\n{machine.cores} cores, Python {machine.python}, {machine.redis}, "
            f"SQLite {machine.sqlite}; one fsync takes {machine.fsync:.0f} µs"
        )

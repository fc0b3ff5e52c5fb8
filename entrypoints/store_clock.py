"""The clock by which the recorded instants were taken."""

from application.ports import Clock
from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.system_clock import SystemClock


def clock_of(settings: Settings) -> Clock:
    """The shop's own in a sandbox, else the machine's."""
    if settings.sandbox:
        return SandboxClock(settings.data_dir / "clock", settings.shops[0].timezone)
    return SystemClock()

"""What time it is for the shop: the machine's, or what the sandbox was set to."""

from application.ports import Clock
from entrypoints.settings import Settings
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.system_clock import SystemClock


def clock_of(settings: Settings) -> Clock:
    """The clock that the service goes by with these settings."""
    if settings.sandbox:
        return SandboxClock(settings.data_dir / "clock", settings.shops[0].timezone)
    return SystemClock()

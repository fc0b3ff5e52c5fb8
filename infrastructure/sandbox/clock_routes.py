"""Reading and moving the shop clock over HTTP."""

import datetime as dt

import msgspec
from litestar import Request, get, put
from litestar.datastructures import State
from litestar.di import NamedDependency

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.problem import Problem, decoded


class ClockFace(msgspec.Struct, frozen=True, kw_only=True):
    """What the clock shows, in the shop's own time."""

    now: dt.datetime
    timezone: str
    running: bool


class ClockMove(msgspec.Struct, frozen=True, kw_only=True):
    """A wish to move, stop or start the clock."""

    now: dt.datetime | None = None
    shift_seconds: float | None = None
    running: bool | None = None


@get("/clock")
async def read_clock(clock: NamedDependency[SandboxClock]) -> ClockFace:
    """Show the clock."""
    return face(clock)


@put("/clock")
async def move_clock(
    request: Request[object, object, State], clock: NamedDependency[SandboxClock]
) -> ClockFace:
    """Move the clock; every process of the sandbox has the new time before this answers."""
    move = decoded(await request.body(), ClockMove)
    _refuse_nonsense(move)
    try:
        _apply(clock, move)
    except (OverflowError, ValueError, OSError) as wrong:
        raise Problem(400, "The clock cannot show that instant.") from wrong
    return face(clock)


def face(clock: SandboxClock) -> ClockFace:
    """Read the clock in the shop's time zone."""
    return ClockFace(
        now=clock.now().astimezone(clock.zone), timezone=clock.zone.key, running=clock.running
    )


def _refuse_nonsense(move: ClockMove) -> None:
    if move.now is not None and move.shift_seconds is not None:
        raise Problem(400, "Give either `now` or `shift_seconds`, not both.")
    if move.now is None and move.shift_seconds is None and move.running is None:
        raise Problem(400, "Give `now`, `shift_seconds` or `running`.")
    if move.now is not None and move.now.tzinfo is None:
        raise Problem(400, "`now` has to be an RFC 3339 instant, with its offset.")


def _apply(clock: SandboxClock, move: ClockMove) -> None:
    # Stopped before it is set, the clock shows exactly what was asked.
    if move.running is not None:
        clock.run(move.running)
    if move.now is not None:
        clock.set(move.now)
    if move.shift_seconds is not None:
        clock.shift(move.shift_seconds)

"""How much is measured, and for how long."""

import msgspec


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """The sizes of one run: about five minutes by default.

    `seconds` is the length of one round of appends; `events` how many are replayed, and stored to
    weigh them; `log_sizes` the lengths of logs that appending and loading are compared at.
    """

    rounds: int = 7
    seconds: float = 0.5
    clients: int = 8
    events: int = 100_000
    log_sizes: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)


QUICK = Scale(rounds=3, seconds=0.2, events=30_000, log_sizes=(1_000, 10_000, 100_000))

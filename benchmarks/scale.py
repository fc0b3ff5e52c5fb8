"""How much is measured, and for how long."""

import msgspec


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """The sizes of one run: about five minutes by default.

    Appends are measured in many short rounds of `seconds`, for what disturbs them lasts longer than
    one: it then meets all that is compared. `events` is how many are replayed, and stored to
    weigh them; `log_sizes` the lengths of logs that appending and loading are compared at.
    """

    rounds: int = 7
    append_rounds: int = 25
    seconds: float = 0.2
    clients: int = 8
    events: int = 100_000
    log_sizes: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)


QUICK = Scale(rounds=3, append_rounds=5, events=30_000, log_sizes=(1_000, 10_000, 100_000))

"""What the store will need, if the shop goes on as it did lately."""

import msgspec

from infrastructure.history.memory import Memory
from infrastructure.history.sizes import Sizes

YEAR = 365  # days
LEAF = 32  # bytes that are kept of a removed event
FIELD = 60  # bytes: about what the run of removed events takes beside, as measured


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """Estimates in bytes of memory.

    `bytes_per_event` is everything that the partition takes, for each event in the log. The year
    is one more at the growth of late. `retention_bytes` come back if everything that is older than
    shops keep it goes now; `retention_share` is the part of a year's growth that goes in time.
    """

    bytes_per_event: float
    year_events: int
    year_bytes: int
    retention_bytes: int
    retention_share: float


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of the store."""

    sizes: Sizes
    memory: Memory
    forecast: Forecast


def forecast(sizes: Sizes, memory: Memory) -> Forecast:
    """The estimates."""
    each = memory.bytes / memory.entries if memory.entries else 0.0
    events = sizes.growth.events_a_day * YEAR
    chats = next((one for one in sizes.families if one.kind == "conversation"), None)
    kept = LEAF + FIELD / 4  # runs have about four events
    share = chats.share * max(0.0, 1 - kept / each) if chats and each else 0.0
    return Forecast(
        bytes_per_event=round(each, 1),
        year_events=round(events),
        year_bytes=round(events * each),
        retention_bytes=max(0, round(sizes.ended.events * (each - kept))),
        retention_share=round(share, 3),
    )

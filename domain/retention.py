"""What was taken out of the history for good, and that it was taken lawfully."""

from datetime import datetime

import msgspec

STREAM = "history"


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Positions of the log from `first` to `last`, both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise ValueError("a run of positions goes up from 1")


class ConversationsRemoved(
    msgspec.Struct, frozen=True, kw_only=True, tag="history.conversations_removed"
):
    """Ended conversations, silent since `silent_since` or longer, leave the log at these positions.

    It is recorded before anything is removed; the fingerprints of what goes are kept.
    """

    runs: tuple[Run, ...]
    conversations: int
    silent_since: datetime


RetentionEvent = ConversationsRemoved

"""What was known at a moment: the log up to the last event that is stamped by then (decision 12)."""

from collections.abc import Callable, Sequence
from datetime import datetime

from infrastructure.event_store.codec import Stored

PAGE = 1000


Events = Callable[[int, int], Sequence[Stored]]
"""The events from the one position to the other, both included, in order."""


def known_at(
    moment: datetime, head: int, events: Events, at: Callable[[Stored], datetime | None]
) -> int:
    """The last position up to the head that was known then; 0 if none was.

    An event of which `at` tells nothing counts as its neighbours do. Looked for from the end.
    """
    last = head
    while last > 0:
        first = max(1, last - PAGE + 1)
        for one in reversed(events(first, last)):
            stamp = at(one)
            if stamp is not None and stamp <= moment:
                return one.id
        last = first - 1
    return 0

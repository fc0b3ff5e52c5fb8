"""Webhooks on their way: some come again, and some come after those that were sent later."""

import heapq
from collections.abc import Iterable
from random import Random

import msgspec

AT_A_TIME = 3
LATEST = 40  # ticks


class Disorder(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of the webhooks comes twice, and which comes late."""

    twice: float = 0.0
    late: float = 0.0


class Traffic:
    """Gives webhooks in the order in which they arrive; `delivered` counts them."""

    def __init__(self, disorder: Disorder, random: Random) -> None:
        self.delivered = 0
        self._disorder = disorder
        self._random = random
        self._under_way: list[tuple[int, int, bytes]] = []
        self._tick = 0
        self._sent = 0

    def __bool__(self) -> bool:
        return bool(self._under_way)

    def send(self, webhook: bytes) -> None:
        """Put it under way; a copy may follow much later."""
        is_late = self._random.random() < self._disorder.late
        self._arrive(webhook, self._random.randint(1, LATEST) if is_late else 0)
        if self._random.random() < self._disorder.twice:
            self._arrive(webhook, self._random.randint(0, LATEST))

    def send_again(self, webhooks: Iterable[bytes]) -> None:
        """What was not acknowledged comes again, and counts as one delivery."""
        for one in webhooks:
            self.delivered -= 1
            self._arrive(one, 1)

    def arriving(self) -> list[bytes]:
        """Those that arrive now, a few at most."""
        self._tick += 1
        found: list[bytes] = []
        while self._under_way and self._under_way[0][0] <= self._tick and len(found) < AT_A_TIME:
            found.append(heapq.heappop(self._under_way)[2])
        self.delivered += len(found)
        return found

    def _arrive(self, webhook: bytes, later: int) -> None:
        self._sent += 1
        heapq.heappush(self._under_way, (self._tick + 1 + later, self._sent, webhook))

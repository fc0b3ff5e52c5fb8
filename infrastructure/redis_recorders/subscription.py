"""Notifications as they come."""

from collections import deque
from collections.abc import Sequence
from threading import RLock

from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    OperationalError,
    Subscription,
)

from infrastructure.redis.clients import LONGEST_BLOCK
from infrastructure.redis.listener import Listener
from infrastructure.redis_recorders.errors import library_errors

PAGE = 500
SOON = 0.01  # seconds


class RedisSubscription(Subscription[ApplicationRecorder]):
    """Notifications of a log, page by page; waits in Redis while there are none."""

    def __init__(
        self,
        recorder: ApplicationRecorder,
        listener: Listener,
        log: str,
        *,
        gt: int | None,
        topics: Sequence[str],
    ) -> None:
        super().__init__(recorder, gt, topics)
        self._listener = listener
        self._log = log
        self._page: deque[Notification] = deque()
        self._waiting = RLock()  # a signal may stop what its own thread waits for
        with library_errors:
            self._listener_id = listener.identify()

    def __next__(self) -> Notification:
        while not self._has_been_stopped:
            if self._page:
                return self._page.popleft()
            self._take_page()
        raise StopIteration

    def stop(self) -> None:
        """End the iteration, one that waits in this or another thread too."""
        if self._has_been_stopped:
            return
        super().stop()
        # Whoever looked just before may only now begin to wait, and is unblocked the next time.
        while not self._waiting.acquire(timeout=SOON):
            self._listener.unblock(self._listener_id)
        self._listener.close()
        self._waiting.release()

    def _take_page(self) -> None:
        gt = self._last_notification_id or 0
        page = self._recorder.select_notifications(gt, PAGE, inclusive_of_start=False)
        if page:
            self._last_notification_id = page[-1].id
            self._page.extend(one for one in page if not self._topics or one.topic in self._topics)
        else:
            self._wait(gt)

    def _wait(self, gt: int) -> None:
        with self._waiting:
            if self._has_been_stopped:
                return
            try:
                with library_errors:
                    self._listener.entries(self._log, f"{gt}-0", most=1, seconds=LONGEST_BLOCK)
            except OperationalError:
                if not self._has_been_stopped:
                    raise

"""How far upstream applications were followed."""

from collections.abc import Sequence
from threading import Event
from typing import cast

import redis
from eventsourcing.persistence import (
    IntegrityError,
    Tracking,
    TrackingRecorder,
    WaitInterruptedError,
)

from infrastructure.redis.line import Argument
from infrastructure.redis.link import Link
from infrastructure.redis_recorders.errors import library_errors
from infrastructure.redis_recorders.partition import Partition
from infrastructure.redis_recorders.recorder import OriginatorIdType, RedisRecorder
from infrastructure.redis_recorders.tracked_script import TrackedScript


class RedisTrackingRecorder(RedisRecorder, TrackingRecorder):
    """The positions of one application, which only go on.

    A view is a subclass that writes its own data together with the position:

        class RedisVisitors(RedisTrackingRecorder):
            def count(self, shop: str, tracking: Tracking) -> None:
                self.write(tracking, COUNT, keys=[self.view("visitors")], args=[shop])

    with `COUNT = TrackedScript("redis.call('HINCRBY', KEYS[1], ARGV[1], 1)")`.
    """

    def __init__(
        self,
        client: redis.Redis | Link,
        partition: Partition | None = None,
        *,
        originator_id_type: OriginatorIdType = str,
    ) -> None:
        super().__init__(client, partition, originator_id_type=originator_id_type)
        self._move = TrackedScript()

    def insert_tracking(self, tracking: Tracking) -> None:
        """Move on to that position, or raise `IntegrityError` where it was reached before."""
        self.write(tracking, self._move)

    def write(
        self,
        tracking: Tracking,
        script: TrackedScript,
        *,
        keys: Sequence[str] = (),
        args: Sequence[Argument] = (),
    ) -> object:
        """Run the script and move on to that position, both or neither; what the script returns.

        Raises `IntegrityError` where the position was reached before, or the script refuses.
        """
        where = self._keys.tracking(tracking.application_name)
        outcome = self._run(script, [*keys, where], [*args, tracking.notification_id])
        if outcome == 0:
            raise IntegrityError(tracking)
        return outcome

    def view(self, name: str) -> str:
        """A key for data of this view, which stands where the positions do."""
        return self._keys.view(name)

    def max_tracking_id(self, application_name: str) -> int | None:
        """The position in that application; `None` before the first."""
        where = self._keys.tracking(application_name)
        found = self._command("XREVRANGE", where, "+", "-", "COUNT", 1)
        entries = cast("list[tuple[bytes, list[bytes]]]", found)
        return int(entries[0][0].partition(b"-")[0]) if entries else None

    def wait(
        self,
        application_name: str,
        notification_id: int | None,
        timeout: float = 1.0,
        interrupt: Event | None = None,
    ) -> None:
        """Return as soon as that position is reached, by whichever process.

        Raises `TimeoutError` after `timeout` seconds, and `WaitInterruptedError` within some
        hundredths of a second after `interrupt` was set.
        """
        if notification_id is None or self.has_tracking_id(application_name, notification_id):
            return
        if self._hears(application_name, notification_id, timeout, interrupt):
            return
        if interrupt is not None and interrupt.is_set():
            raise WaitInterruptedError
        raise TimeoutError(application_name, notification_id)

    def _hears(
        self, application_name: str, notification_id: int, timeout: float, interrupt: Event | None
    ) -> bool:
        listener = self._listener()
        try:
            with library_errors:
                return listener.hears(
                    self._keys.tracking(application_name),
                    f"{notification_id}-0",
                    seconds=timeout,
                    interrupted=interrupt.is_set if interrupt else lambda: False,
                )
        finally:
            listener.close()

"""A log whose events move the position that they came of."""

from collections.abc import Sequence
from typing import Any, cast

import redis
from eventsourcing.persistence import ProcessRecorder, StoredEvent, Tracking

from infrastructure.redis.line import Argument
from infrastructure.redis.link import Link
from infrastructure.redis.scripts import shipped
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from infrastructure.redis_recorders.partition import Partition
from infrastructure.redis_recorders.recorder import OriginatorIdType
from infrastructure.redis_recorders.tracked_script import TrackedScript
from infrastructure.redis_recorders.tracking_recorder import RedisTrackingRecorder


class RedisProcessRecorder(RedisTrackingRecorder, RedisApplicationRecorder, ProcessRecorder):
    """Records events and the position of their cause in one script."""

    def __init__(
        self,
        client: redis.Redis | Link,
        partition: Partition | None = None,
        *,
        originator_id_type: OriginatorIdType = str,
    ) -> None:
        super().__init__(client, partition, originator_id_type=originator_id_type)
        self._append_tracked = TrackedScript(shipped("append"))

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - the library's signature
    ) -> Sequence[int]:
        """Record the events, and with a `tracking` its position: all of it, or `IntegrityError`."""
        tracking: Tracking | None = kwargs.get("tracking")
        if tracking is not None and not stored_events:
            self.insert_tracking(tracking)
            return []
        return super().insert_events(stored_events, **kwargs)

    def _record(
        self,
        keys: list[str],
        arguments: list[Argument],
        **kwargs: Any,  # noqa: ANN401 - the library's keywords
    ) -> int:
        tracking: Tracking | None = kwargs.get("tracking")
        if tracking is None:
            return super()._record(keys, arguments)
        return cast("int", self.write(tracking, self._append_tracked, keys=keys, args=arguments))

"""The names of the streams that Redis has an index of, whatever its log says."""

from collections.abc import Iterator

import redis

from infrastructure.history.scanning import scanned
from infrastructure.redis.glob import literally
from infrastructure.redis_recorders.partition import Partition


class LiveStreams:
    """Looks through the keys of a partition, some at a time. Raises `Unavailable`."""

    def __init__(self, client: redis.Redis, partition: Partition) -> None:
        self._client = client
        self._index = partition.stream("")

    def __call__(self, beginning: str) -> Iterator[str]:
        """Those whose name begins so, in no order; one may come twice."""
        index = self._index
        for page in scanned(self._client, f"{literally(index + beginning)}*"):
            yield from (key.decode(errors="replace").removeprefix(index) for key in page)

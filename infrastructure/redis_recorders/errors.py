"""Errors of Redis as the library's."""

from types import TracebackType

from eventsourcing.persistence import InternalError, OperationalError
from redis.exceptions import RedisError

from infrastructure.redis.clients import is_outage


class LibraryErrors:
    """Raises `OperationalError` where Redis is out of reach or will not write now.

    `InternalError` is raised for whatever else Redis refuses.
    """

    def __enter__(self) -> None:
        """Begin what may fail."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """End it."""
        if isinstance(error, RedisError):
            raise (OperationalError if is_outage(error) else InternalError)(error) from error


library_errors = LibraryErrors()

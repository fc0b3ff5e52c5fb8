"""What is raised when something outside does not answer."""

from datetime import timedelta


class Unavailable(Exception):
    """Something outside did not answer, or asked to wait; trying again later may help."""

    def __init__(self, service: str, *, retry_after: timedelta | None = None) -> None:
        super().__init__(service)
        self.service = service
        self.retry_after = retry_after

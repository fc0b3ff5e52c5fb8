"""A whole log, page by page."""

from collections.abc import Iterator, Sequence

from eventsourcing.persistence import ApplicationRecorder, Notification

PAGE = 1000


def pages(recorder: ApplicationRecorder) -> Iterator[Sequence[Notification]]:
    """All notifications in order."""
    start = 1
    while page := recorder.select_notifications(start, PAGE):
        yield page
        start = page[-1].id + 1

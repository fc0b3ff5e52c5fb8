"""A log replayed as the command does it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from eventsourcing.persistence import ApplicationRecorder

from application.replaying.replay import Replay
from application.replaying.scratch import Scratch
from application.replaying.states import State
from infrastructure.replaying.plain_log import PlainLog
from infrastructure.replaying.sqlite_scratch import SqliteScratch


@contextmanager
def replayed(
    recorder: ApplicationRecorder, until: datetime | None = None, *, hot: int = 2000
) -> Iterator[Scratch]:
    """The scratch with all that was known at that moment."""
    log = PlainLog(recorder)
    with SqliteScratch(hot=hot) as scratch:
        fold = Replay(scratch)
        for page in log.pages(upto=log.head(), until=until):
            fold(page.events)
        yield scratch


def states(recorder: ApplicationRecorder, until: datetime | None = None) -> dict[str, State]:
    """The same by the names of the streams."""
    with replayed(recorder, until) as scratch:
        return dict(scratch.in_order())


def digest(recorder: ApplicationRecorder, until: datetime | None = None, *, hot: int = 2000) -> str:
    """The digest of all that was known at that moment."""
    with replayed(recorder, until, hot=hot) as scratch:
        return Replay(scratch).done().digest

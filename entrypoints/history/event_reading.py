"""Reading the log for what was asked, and showing it."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.progress import Progress

from entrypoints.history.event_log import EventLog
from entrypoints.history.event_selection import Selection, whole_appends
from entrypoints.history.event_table import EventPrinter
from entrypoints.history.seen_event import Seen

LONG = 2000  # events, from which on the progress is shown


class EventReading:
    """One reading of the log; nothing is opened but what is shown, and what is learned from."""

    def __init__(self, log: EventLog, selection: Selection, show: EventPrinter) -> None:
        self._log = log
        self._selection = selection
        self._show = show

    def past(self, upto: int, *, last: int | None = None) -> int:
        """Show what is wanted up to that position, or the last so many; how many these were."""
        kept: list[Seen] = []
        count = 0
        for page in self._pages(upto):
            wanted = self._selection(page)
            count += len(wanted)
            if last is None:
                self._tell(wanted)
            else:
                kept = [*kept, *wanted][-last:]
        self._tell(kept)
        return count

    def follow(self, after: int) -> None:
        """Show what is wanted as it comes, without end."""
        for page in self._log.coming(after):
            self._tell(self._selection(page))

    def _tell(self, wanted: Sequence[Seen]) -> None:
        self._show(self._log.told(wanted))

    def _pages(self, head: int) -> Iterable[Sequence[Seen]]:
        choice = self._selection.choice
        if self._selection.learns:
            return whole_appends(_with_progress(self._log.pages(0, head), 0, head))
        if choice.streams:
            return [self._log.streams(sorted(choice.streams), head)]
        return _with_progress(self._log.pages(choice.after, head), choice.after, head)


def _with_progress(
    pages: Iterator[Sequence[Seen]], after: int, head: int
) -> Iterator[Sequence[Seen]]:
    """The pages, with a bar on the terminal while they go to a file or a pipe."""
    console = Console(stderr=True)
    is_shown = console.is_terminal and not sys.stdout.isatty() and head - after > LONG
    with Progress(console=console, disable=not is_shown, transient=True) as progress:
        task = progress.add_task("Reading events", total=head - after)
        for page in pages:
            yield page
            progress.advance(task, len(page))

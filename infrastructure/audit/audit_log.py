"""The log as a proof needs it: something is told of every position, page by page."""

from collections.abc import Iterator, Sequence

import msgspec
from eventsourcing.persistence import Notification

from infrastructure.audit.alarms import HeadUnreadable
from infrastructure.audit.log_reader import KeptLeaves, LogReader, NothingRemoved
from infrastructure.audit.removals import Removals

PAGE = 499  # with one more it is a page of the Redis recorder: between its pages an entry may hide

UNREADABLE = (KeyError, ValueError)  # a field is lacking, or one too many, or no number or no text


class Kept(msgspec.Struct, frozen=True):
    """The event at that position was lawfully removed; its leaf was kept."""

    id: int
    leaf: bytes


class Missing(msgspec.Struct, frozen=True):
    """Nothing stands at that position, and nothing makes that lawful."""

    id: int


class Surplus(msgspec.Struct, frozen=True):
    """One more entry at a position that has one."""

    id: int


class Garbled(msgspec.Struct, frozen=True):
    """What stands at that position cannot be read as an event."""

    id: int


Entry = Notification | Kept | Missing | Surplus | Garbled


class AuditLog:
    """Reads a log and writes nothing; raises what its recorder raises.

    A missing event is lawful only where its leaf is kept and a later event in the same log tells
    of the removal.
    """

    def __init__(self, reader: LogReader, kept: KeptLeaves | None = None) -> None:
        self._reader = reader
        self._kept = kept or NothingRemoved()
        self._removals = Removals()
        self._heard = range(0)  # the positions that were searched for removal events

    def size(self) -> int:
        """The last position; 0 before the first event. Raises `HeadUnreadable`."""
        try:
            return self._reader.max_notification_id() or 0
        except ValueError as error:
            raise HeadUnreadable from error

    def entry(self, position: int) -> Entry:
        """What stands at that position."""
        return next(self.pages(position - 1, position))[0]

    def ends_before(self, position: int) -> bool:
        """Whether nothing stands at that position or later."""
        return not self._reader.select_notifications(position, 1)

    def pages(self, after: int, upto: int) -> Iterator[list[Entry]]:
        """Every position after the one up to the other, in order, some hundreds at a time."""
        last: Entry | None = None
        while after < upto:
            page = self._page(after, upto)
            yield page
            last = page[-1]
            if last.id <= after:
                return  # nothing but surplus
            after = last.id
        if after and not isinstance(last, Surplus) and (rest := self._surplus(after)):
            yield rest

    def _page(self, after: int, upto: int) -> list[Entry]:
        try:
            found = self._from(after)
        except UNREADABLE:
            return self._one_by_one(after)
        last = min(after + len(found), upto)
        if found and [one.id for one in found] == list(range(after + 1, last + 1)):
            return [*found]
        return self._with_gaps(found, after, upto)

    def _one_by_one(self, after: int) -> list[Entry]:
        """What can be read of a page, and the first entry that cannot."""
        page: list[Entry] = []
        for position in range(after + 1, after + PAGE + 1):
            found = self._alone(position)
            if found is None:
                return [*page, Garbled(position)]
            page += found if found and found[0].id == position else self._gap(position, position)
            if self._alone(position, 2) is None and self._alone(position + 1) is not None:
                return [*page, Surplus(position)]
        return page

    def _alone(self, position: int, count: int = 1) -> Sequence[Notification] | None:
        """What stands there, or after it; `None` if that is no event."""
        try:
            return self._reader.select_notifications(position, count)
        except UNREADABLE:
            return None

    def _from(self, after: int) -> Sequence[Notification]:
        """The next page; it is read with one entry before it, that none may hide between pages."""
        found = self._reader.select_notifications(max(after, 1), PAGE + 1)
        return found[1:] if after and found and found[0].id == after else found

    def _with_gaps(self, found: Sequence[Notification], after: int, upto: int) -> list[Entry]:
        page: list[Entry] = []
        for one in found:
            if one.id > upto:
                break
            if one.id > after + 1:
                page += self._gap(after + 1, one.id - 1)
            if len(page) >= PAGE:
                return page
            page.append(Surplus(one.id) if one.id <= after else one)
            after = max(after, one.id)
        at_end = len(found) < PAGE or found[-1].id > upto
        return page + self._gap(after + 1, upto) if at_end and after < upto else page

    def _gap(self, first: int, last: int) -> list[Entry]:
        last = min(last, first + PAGE - 1)
        kept = self._kept.between(first, last)
        return [self._absent(position, kept.get(position)) for position in range(first, last + 1)]

    def _absent(self, position: int, leaf: bytes | None) -> Entry:
        if leaf is None or not self._is_covered(position):
            return Missing(position)
        return Kept(position, leaf)

    def _is_covered(self, position: int) -> bool:
        """Whether a later event tells of the removal; the log is read ahead until one does."""
        if position < self._heard.start or not self._heard:
            self._heard = range(position, position + 1)
        while not self._removals.covers(position):
            if not self._heard_on():
                return False
        return True

    def _heard_on(self) -> bool:
        """Search the next page for removal events, past what cannot be read; whether there is one."""
        first = self._heard.stop
        page = self._alone(first, PAGE)
        if page is None:
            page = self._alone(first)
        for one in page or ():
            self._removals.hear(one)
        self._heard = range(self._heard.start, page[-1].id + 1 if page else first + 1)
        return page is None or bool(page)

    def _surplus(self, position: int) -> list[Entry]:
        found = self._alone(position, 2)
        is_one_too_many = found is None or [one.id for one in found] == [position, position]
        return [Surplus(position)] if is_one_too_many else []

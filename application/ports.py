"""What the application needs of the world outside, on one page."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

import msgspec

from application.events import Erased, Event
from application.understanding.reading import Context, Reading
from domain.conversation import Line
from domain.customer import Address
from domain.interval import Interval
from domain.reply import Reply
from domain.sending import Refusal


class Unavailable(Exception):
    """Something outside did not answer, or asked to wait; trying again later may help."""

    def __init__(self, service: str, *, retry_after: timedelta | None = None) -> None:
        super().__init__(service)
        self.service = service
        self.retry_after = retry_after


class InDoubt(Unavailable):
    """A message may or may not have been sent: its status may tell, and nobody else."""


class NewerEvent(Unavailable):
    """The log holds an event of a newer release: until this one is updated it reads no further."""

    def __init__(self, *, position: int, stream: str, version: int, topic: str) -> None:
        super().__init__(f"an update: the log holds {topic} at {position}")
        self.position = position
        self.stream = stream
        self.version = version
        self.topic = topic


class Conflict(Exception):
    """A stream has moved on since it was read: load again and decide again."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When, by whom and why events are recorded.

    `cause` names what led to them (a message's turn, an earlier event's position as `event:17`);
    `correlation` is the same for everything that one customer's message set off; `policy` is the
    version of the shop's settings that the decision went by, empty where none mattered.
    """

    at: datetime
    actor: str
    cause: str
    correlation: str
    policy: str = ""


class Recorded(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event as it stands in the log; `position` is its place there, from 1.

    Positions have gaps only where history was removed.
    """

    position: int
    stream: str
    version: int
    stamp: Stamp
    event: Event | Erased


class Append(msgspec.Struct, frozen=True, kw_only=True):
    """Events for one stream, which must still be at version `expected` (0: it is new)."""

    stream: str
    expected: int
    events: tuple[Event, ...]


class EventStore(Protocol):
    """The log of everything that was decided.

    Reading raises `NewerEvent` where a newer release wrote, and changes nothing.
    """

    async def load(self, streams: Sequence[str]) -> tuple[tuple[Recorded, ...], ...]:
        """The events of each stream in order; empty for one that is new. Raises `Unavailable`."""
        ...

    async def append(self, appends: Sequence[Append], stamp: Stamp) -> int:
        """Record all of it or nothing, and tell the position of the last event.

        Raises `Conflict` where a stream is not at its expected version, and `Unavailable`, after
        which it is unknown whether the events stand: load and compare.
        """
        ...

    async def after(
        self, position: int, *, limit: int = 100, wait: timedelta = timedelta(0)
    ) -> tuple[Recorded, ...]:
        """Events after that position in order; waits for one to come. Raises `Unavailable`."""
        ...

    async def at(self, position: int) -> Recorded:
        """The event at that position. Raises `KeyError` and `Unavailable`."""
        ...


Queue = Literal["inbox", "statuses", "seen", "outbox", "calendar", "unrecognised"]


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a webhook brought, for the mailbox of one customer.

    `once` names it for eight days: a second delivery of that name is dropped. `identifiers` are
    the names of the sender, the surest first; the first that is known decides whose it is.
    `settle` lets messages that follow at once join it before it is taken.
    """

    queue: Queue
    once: str
    identifiers: tuple[str, ...]
    body: bytes
    settle: bool = False


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """Something to put in the mailbox of that key."""

    queue: Queue
    key: str
    body: bytes


Reason = Literal["outage", "doubt"]


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """How often the first letter was postponed for a reason, and how long ago the first time."""

    times: int = 0
    lasted: timedelta = timedelta(0)


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    """A mailbox taken for a while: its letters in order, and how often they were taken.

    What it waited for is counted apart: `outages` outside, and `doubts` whether it was sent.
    """

    queue: Queue
    key: str
    token: str
    letters: tuple[bytes, ...]
    deliveries: int
    outages: Wait = Wait()
    doubts: Wait = Wait()

    @property
    def tries(self) -> int:
        """How often it was taken, for whatever it then waited."""
        return self.deliveries + self.outages.times + self.doubts.times


class Inbox(Protocol):
    """Where webhooks leave what they bring."""

    async def accept(self, deliveries: Sequence[Delivery]) -> None:
        """Store all of it durably, or raise `Unavailable`. Twice is as good as once.

        The key of a customer's mailbox is the customer's id.
        """
        ...


class Mailboxes(Protocol):
    """Durable queues: in order and one at a time per key, side by side between keys."""

    async def take(self, queue: Queue, *, wait: timedelta) -> Lease | None:
        """Take a mailbox that has letters, or `None` if none has within `wait`.

        A mailbox that its taker has neither renewed nor given back comes to another.
        """
        ...

    async def renew(self, lease: Lease) -> bool:
        """Keep the lease; `False` if it was lost."""
        ...

    async def done(self, lease: Lease, handled: int) -> bool:
        """Drop the first `handled` letters and give the mailbox back; `False` if it was lost."""
        ...

    async def postpone(
        self,
        lease: Lease,
        *,
        by: timedelta,
        counts: bool = True,
        reason: Reason | None = None,
    ) -> bool:
        """Give the mailbox back untouched, to be taken again after that time.

        Where it does not count, the letters were taken no more often than before; with a reason
        it counts for that instead, in machine time, until the first letter is handled.
        """
        ...

    async def bury(self, lease: Lease, *, why: str) -> bool:
        """Put the first letter with the dead letters and give the rest back."""
        ...

    async def park(self, lease: Lease, *, why: str) -> bool:
        """Keep the mailbox from everybody, with all that comes to it.

        Its first letter is listed with the dead letters, and stays where it is until that is
        sent again or dropped.
        """
        ...


class DeadLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that waits for a person.

    It was `buried` and makes way for others, its mailbox is `parked` with it at the head, or it is
    `unread`, for nobody reads its queue. `id` is unique within the queue; `attempts` is how often
    it was taken; `died` is when it was given up, `None` if it never was.
    """

    id: str
    queue: Queue
    key: str
    kind: Literal["buried", "parked", "unread"]
    body: bytes
    why: str
    attempts: int
    came: datetime
    died: datetime | None


class DeadLetters(Protocol):
    """The letters that wait for a person, until they are sent again or dropped."""

    async def of(
        self,
        queue: Queue,
        *,
        since: datetime | None = None,
        before: str | None = None,
        most: int = 100,
    ) -> tuple[DeadLetter, ...]:
        """Those given up since then and before the one of that id, the newest first."""
        ...

    async def find(self, queue: Queue, letter_id: str) -> DeadLetter | None:
        """The one of that id; `None` where it is not there (any more)."""
        ...

    async def resend(self, queue: Queue, letter_id: str) -> bool:
        """Put it back, and have it taken at once; `False` where it is not there (any more).

        In its mailbox it comes after what came before it, and before what came later: whoever
        sends many again sends the oldest first. A parked mailbox goes on; a letter that was
        buried waits in one that is parked. What is unread stays.
        """
        ...

    async def drop(self, queue: Queue, letter_id: str) -> bool:
        """Forget it for ever; `False` where it is not there (any more). A parked mailbox goes on."""
        ...


class Relay(Protocol):
    """How far the log was followed, moved together with the letters that came of it."""

    async def position(self) -> int:
        """The last position that was followed; 0 at the start."""
        ...

    async def deliver(self, letters: Sequence[Letter], *, seen: int, upto: int) -> bool:
        """Put the letters in their mailboxes and move from `seen` to `upto`, in one write.

        `False`, and nothing done, where another has moved on from `seen`.
        """
        ...


class SendRefused(Exception):
    """WhatsApp will not take the message as it is.

    `remedy`: send a `template` instead, `suppress` it, `pause` the number until its token is
    mended, `alert` a person, or it is a `bug`.
    """

    def __init__(self, code: int, remedy: Refusal) -> None:
        super().__init__(code)
        self.code = code
        self.remedy = remedy


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A message that Meta approved beforehand: name, language code and the body's values."""

    name: str
    language: str
    values: tuple[str, ...] = ()


class Messenger(Protocol):
    """The shop's voice on WhatsApp."""

    async def send(
        self, content: Reply | Template, *, phone_number_id: str, to: Address, callback: str
    ) -> str:
        """Send one message and return the id that WhatsApp gave it.

        `callback` comes back with the message's statuses. Raises `InDoubt` where it may have been
        sent; `Unavailable` and `SendRefused` where it surely was not.
        """
        ...

    async def seen(self, message_id: str, *, phone_number_id: str, typing: bool) -> None:
        """Mark a message as read, and show that an answer is being typed.

        Raises `Unavailable`, `SendRefused`.
        """
        ...


class Held(Exception):
    """A message may not go out before that time has passed.

    It is `counted` where it waits for something to mend, and not where it waits for its turn.
    """

    def __init__(self, by: timedelta, *, counted: bool = False) -> None:
        super().__init__(by)
        self.by = by
        self.counted = counted


class NumberPaused(Held):
    """All messages of a number wait: WhatsApp took its token for invalid, `first` only now."""

    def __init__(self, number: str, code: int, *, by: timedelta, first: bool) -> None:
        super().__init__(by)
        self.number = number
        self.code = code
        self.first = first


class DoubtRemains(Exception):
    """No status told in time whether the message of that name was sent."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Leave(msgspec.Struct, frozen=True, kw_only=True):
    """A message that sets out: its name, from which number, and which attempt this is."""

    name: str
    number: str
    attempt: str


class Departures(Protocol):
    """Which messages have set out and have not been heard of, and when the next may.

    Times are the machine's. Everything raises `Unavailable`.
    """

    async def leave(self, name: str, *, number: str, per_second: int, person: str) -> Leave:
        """Note durably that the message sets out now, if it may.

        A number sends so many a second, in any second; a person gets one in 6 seconds, of which
        45 may come at once. Raises `Held` until it may, `NumberPaused` while the number is paused,
        and `InDoubt` where it has set out before and was not heard of.
        """
        ...

    async def settle(self, leave: Leave, *, sent: bool) -> None:
        """Forget that it set out: it is known what became of it. Sent, it ends a pause."""
        ...

    async def forget(self, name: str) -> None:
        """Forget whatever attempt of that name set out."""
        ...

    async def pause(self, number: str, code: int) -> NumberPaused:
        """Let all messages of the number wait, longer each time; what to raise about it."""
        ...

    async def paused(self) -> Mapping[str, int]:
        """The numbers that are paused, with WhatsApp's error."""
        ...


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An appointment as the barbers see it in their calendar."""

    calendar_id: str
    event_id: str
    appointment_id: str
    start: datetime
    end: datetime
    timezone: str
    summary: str
    description: str
    location: str


class CalendarRefused(Exception):
    """The calendar will not take the change, for a reason that a person has to mend."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EntryDeleted(Exception):
    """A person deleted the entry in the calendar; it is not written again unasked."""


class Calendar(Protocol):
    """The barbers' calendars: a projection of the appointments, never the lock."""

    async def put(self, entry: CalendarEntry, *, standing: str | None = None) -> str:
        """Bring the entry to exactly this state, new or not, and tell the etag that it has then.

        `standing` is the etag of the last write of an entry that should be there, empty where that
        is not known: where a person has deleted it since, `EntryDeleted` is raised and nothing
        written. Raises `Unavailable`, `CalendarRefused`.
        """
        ...

    async def remove(self, calendar_id: str, event_id: str) -> None:
        """Take the entry out; fine if it is gone. Raises `Unavailable`, `CalendarRefused`."""
        ...


class CalendarItem(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a barber's calendar as it is found there, whoever made it.

    Without a time it was deleted. `busy` is `False` where it takes no time: shown as free, declined,
    or no more than a place of work. `series` names the recurring event that it is one of.
    """

    event_id: str
    time: Interval | None
    busy: bool = True
    series: str = ""


class CalendarChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a calendar, and the token from which the next reading goes on.

    A `whole` reading has all that stands in its days; any other has what changed since a token.
    """

    items: tuple[CalendarItem, ...]
    token: str
    whole: bool


class TokenExpired(Exception):
    """The calendar tells no changes since that token any more: it has to be read as a whole."""


class CalendarReader(Protocol):
    """What stands in the barbers' calendars. All raise `Unavailable` and `CalendarRefused`."""

    async def whole(self, calendar_id: str, days: Interval) -> CalendarChanges:
        """Everything that touches those days, recurring events one by one."""
        ...

    async def since(self, calendar_id: str, token: str) -> CalendarChanges:
        """What changed since then in the days of the whole reading. Raises `TokenExpired`."""
        ...

    async def item(self, calendar_id: str, event_id: str) -> CalendarItem:
        """One event as it is at this moment, deleted or not."""
        ...


class Bookmark(msgspec.Struct, frozen=True, kw_only=True):
    """How far a calendar was followed: the token, the first day of its whole reading, and when."""

    token: str
    first: date
    read_at: datetime


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar that is followed now, by nobody else; `lease` proves it."""

    calendar_id: str
    lease: str


class CalendarRounds(Protocol):
    """Whose turn it is to be followed, by one worker at a time. All raise `Unavailable`."""

    async def enrol(self, calendar_ids: Sequence[str]) -> None:
        """Have each of them followed, at once where it is new."""
        ...

    async def hurry(self, calendar_id: str) -> None:
        """Have it followed as soon as nobody else does."""
        ...

    async def take(self) -> Round | None:
        """A calendar whose turn it is, for a minute; `None` where none is due."""
        ...

    async def hold(self, calendar_id: str) -> Round | None:
        """That calendar, due or not, for a minute; `None` while somebody follows it."""
        ...

    async def end(self, taken: Round, *, again: timedelta | None) -> None:
        """Give it back, due after that time, or when it was due before."""
        ...

    async def bookmark(self, calendar_id: str) -> Bookmark | None:
        """How far it was followed; `None` where it has to be read as a whole."""
        ...

    async def keep(self, taken: Round, bookmark: Bookmark) -> bool:
        """Note how far it was followed; `False`, and nothing noted, where the round was lost."""
        ...


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar's promise to tell that address of changes, until it expires."""

    id: str
    calendar_id: str
    resource_id: str
    address: str
    expires_at: datetime


class CalendarChannels(Protocol):
    """Channels of the barbers' calendars. Both raise `Unavailable` and `CalendarRefused`."""

    async def open(self, calendar_id: str, *, channel_id: str, address: str, token: str) -> Channel:
        """Have changes told to the address; the token comes with each notification."""
        ...

    async def close(self, channel: Channel) -> None:
        """End the channel; fine if it ended already."""
        ...


class KnownChannels(Protocol):
    """The channels that were opened and not closed. All raise `Unavailable`."""

    async def all(self) -> tuple[Channel, ...]:
        """Every one of them, expired ones too."""
        ...

    async def add(self, channel: Channel) -> None:
        """Remember a channel."""
        ...

    async def forget(self, channel_id: str) -> None:
        """Forget a channel."""
        ...


class Interpreter(Protocol):
    """Reads what customers write."""

    async def read(self, text: str, context: Context, lines: tuple[Line, ...]) -> Reading:
        """What the text says, given what is known and the last lines of the chat.

        Not understood is a reading too; nothing is raised for it, and none for an outage.
        """
        ...


class Clock(Protocol):
    """The shop's time."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...


class Identities(Protocol):
    """Gives new things their names."""

    def fresh(self) -> str:
        """A name nobody had before: 16 characters `a`-`v` and `0`-`9`."""
        ...

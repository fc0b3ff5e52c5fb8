"""What the application needs of the world outside: one module for each part of it."""

from application.ports.calendar import Calendar, CalendarEntry, CalendarRefused, EntryDeleted
from application.ports.calendar_channels import CalendarChannels, Channel, KnownChannels
from application.ports.calendar_reader import (
    CalendarChanges,
    CalendarItem,
    CalendarReader,
    TokenExpired,
)
from application.ports.calendar_rounds import Bookmark, CalendarRounds, Round
from application.ports.clock import Clock
from application.ports.dead_letters import DeadLetter, DeadLetters
from application.ports.departures import (
    PAUSE,
    Departures,
    DoubtRemains,
    Held,
    Leave,
    NumberPaused,
    Word,
)
from application.ports.event_log import Append, Conflict, EventStore, NewerEvent, Recorded, Stamp
from application.ports.identities import Identities
from application.ports.interpreter import Asker, Interpreter
from application.ports.mailboxes import (
    Delivery,
    Inbox,
    Lease,
    Letter,
    Mailboxes,
    Queue,
    Reason,
    Relay,
    Wait,
)
from application.ports.messenger import (
    InDoubt,
    Messenger,
    PerhapsRefused,
    SendRefused,
    Template,
    Throttled,
)
from application.ports.outages import Unavailable

__all__ = [
    "PAUSE",
    "Append",
    "Asker",
    "Bookmark",
    "Calendar",
    "CalendarChanges",
    "CalendarChannels",
    "CalendarEntry",
    "CalendarItem",
    "CalendarReader",
    "CalendarRefused",
    "CalendarRounds",
    "Channel",
    "Clock",
    "Conflict",
    "DeadLetter",
    "DeadLetters",
    "Delivery",
    "Departures",
    "DoubtRemains",
    "EntryDeleted",
    "EventStore",
    "Held",
    "Identities",
    "InDoubt",
    "Inbox",
    "Interpreter",
    "KnownChannels",
    "Lease",
    "Leave",
    "Letter",
    "Mailboxes",
    "Messenger",
    "NewerEvent",
    "NumberPaused",
    "PerhapsRefused",
    "Queue",
    "Reason",
    "Recorded",
    "Relay",
    "Round",
    "SendRefused",
    "Stamp",
    "Template",
    "Throttled",
    "TokenExpired",
    "Unavailable",
    "Wait",
    "Word",
]

"""What a message says, as far as it was understood: values only, in the shop's own ids."""

import datetime as dt
from typing import Literal

import msgspec

Language = Literal["en", "es"]

Intent = Literal[
    "greeting",
    "services",  # what there is and what it costs, the wish to book not expressed
    "hours",
    "address",
    "availability",  # asks for free times
    "book",
    "move",
    "cancel",
    "my_appointments",
    "confirm",
    "deny",
    "choose",  # picks one of what was offered: "the second", "la de las 5"
    "late",
    "person",
    "opt_out",
    "opt_in",
    "my_data",
    "language",
    "thanks",
    "goodbye",
    "off_topic",  # nothing that a shop could help with; the model alone says so
    "unknown",
]

Asked = Literal[
    "service", "barber", "day", "time", "offer", "confirm", "appointment", "menu", "name"
]

Inferred = Literal[
    "half_of_day",  # "at 5": which five it is follows from the opening hours alone
    "approximate",  # "around 3"
    "spelling",  # a service or a barber was recognised in spite of a doubtful spelling
    "day",  # the day follows from something else than its plain name or date
]


About = Literal[
    "payment",  # by which means one can pay
    "walk_ins",  # whether one can come without an appointment
    "insult",  # nothing but anger at whoever answers
]

Shift = Literal["later", "earlier"]


class ByAnother(msgspec.Struct, frozen=True, kw_only=True):
    """A time told by one that is spoken of: so many minutes from its beginning or its end.

    "Same time" is 0 from the beginning, "an hour earlier" -60, "right after mine" 0 from the end.
    """

    minutes: int = 0
    of: Literal["start", "end"] = "start"


class DayRange(msgspec.Struct, frozen=True, kw_only=True):
    """Days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date


class TimeRange(msgspec.Struct, frozen=True, kw_only=True):
    """Wall-clock times from `start` (included) to `end` (excluded); `None` is an open end."""

    start: dt.time | None
    end: dt.time | None


class DayWish(msgspec.Struct, frozen=True, kw_only=True):
    """A day, and the time or the times that are wished on that day alone."""

    day: dt.date
    time: dt.time | None = None
    times: TimeRange | None = None


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the text (`text[start:end]`) that a slot or an intent was read from, and why."""

    start: int
    end: int
    slot: str
    why: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One message as understood. What was not said is absent (`None` or empty).

    Dates and times are wall-clock values of the shop. A slot with more than one possible
    value carries the likeliest one and the others in `other_days` or `other_times`: such a
    reading is ambiguous and has to be asked back.
    """

    intents: tuple[Intent, ...] = ("unknown",)
    services: tuple[str, ...] = ()
    barber: str | None = None
    any_barber: bool = False
    barbers_refused: tuple[str, ...] = ()
    day: dt.date | None = None
    days: DayRange | None = None
    days_refused: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    times: TimeRange | None = None
    other_days: tuple[dt.date, ...] = ()
    other_times: tuple[dt.time, ...] = ()
    day_wishes: tuple[DayWish, ...] = ()  # "tomorrow morning or Friday evening"
    either_days: tuple[dt.date, ...] = ()  # several named as equals: "Friday or Saturday"
    either_times: tuple[dt.time, ...] = ()
    either_barbers: tuple[str, ...] = ()
    old_day: dt.date | None = None  # the appointment to leave: "move *Friday's* to Monday"
    old_time: dt.time | None = None
    earliest: bool = False  # "as soon as possible", "the first one you have"
    people: int | None = None
    shift: Shift | None = None  # than what is held or offered: "anything later?"
    by_another: ByAnother | None = None  # "same time", "an hour later than that", "after mine"
    about: About | None = None  # what a question beside our trade is about
    stranger: str | None = None  # somebody asked for by a name that no barber has, as written
    no_such_day: str | None = None  # a day that does not exist, as written: "feb 30"
    no_such_time: str | None = None  # a time that no clock shows, as written: "25:00"
    whole: bool = False  # the message is nothing but a word such as STOP
    choice: int | None = None  # place in what was offered: 0 is the first, -1 the last
    minutes_late: int | None = None
    name: str | None = None
    language: Language | None = None  # the language the message is written in, if it shows
    wished_language: Language | None = None  # an explicit wish: "in Spanish, please"
    inferred: tuple[Inferred, ...] = ()
    spans: tuple[Span, ...] = ()
    source: Literal["rules", "model"] = "rules"

    @property
    def intent(self) -> Intent:
        """The first intent said."""
        return self.intents[0]

    @property
    def ambiguous(self) -> bool:
        """Whether a day or a time has more than one possible reading."""
        return bool(self.other_days or self.other_times)

    @property
    def understood(self) -> bool:
        """Whether the message said anything that the dialogue can act upon."""
        return self.intents != ("unknown",) or self.about is not None


class OfferedTime(msgspec.Struct, frozen=True, kw_only=True):
    """One time that the customer sees on the screen, in the order shown."""

    day: dt.date
    time: dt.time
    barber: str


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A service or a barber of the shop with every name it is known by, per language."""

    id: str
    names: tuple[str, ...]


class OpenHours(msgspec.Struct, frozen=True, kw_only=True):
    """One span of opening on a weekday (0 is Monday); `end` "00:00" is midnight."""

    weekday: int
    start: dt.time
    end: dt.time


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What is known before the message is read: the shop, the moment and the question asked."""

    today: dt.date
    now: dt.time
    language: Language
    services: tuple[Topic, ...]
    barbers: tuple[Topic, ...]
    hours: tuple[OpenHours, ...] = ()
    horizon_days: int = 60
    asked: Asked | None = None
    offered: tuple[OfferedTime, ...] = ()
    ordered: tuple[str, ...] = ()  # the services of the booking in the making
    appointments: tuple[OfferedTime, ...] = ()  # the customer's own open appointments

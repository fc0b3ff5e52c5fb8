"""What has to hold at every moment of a day, read off the log as it grows."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from application.events import Erased
from application.ports import Recorded
from chaos.races.wishes import SHOP
from domain import appointment, diary
from domain.appointment import Appointment, AppointmentBooked, AppointmentEvent, Status
from domain.conversation import MessageReceived, ReplyComposed
from domain.diary import Claim, Diary, DiaryEvent, TimeClaimed
from domain.interval import Interval

CODE = re.compile(r"#([0-9A-Z]{4})\b")


class Rules:
    """Follows the log; each look tells what was broken since the last."""

    def __init__(self) -> None:
        self.appointments: defaultdict[str, Appointment] = defaultdict(Appointment)
        self.diaries: defaultdict[str, Diary] = defaultdict(Diary)
        self.received: set[str] = set()
        self._codes: set[str] = set()
        self._said: set[str] = set()
        self._read = 0

    def broken(self, log: Sequence[Recorded]) -> Iterator[str]:
        """What the new events break, and whether diaries and appointments agree after them."""
        fresh = log[self._read :]
        self._read = len(log)
        for one in fresh:
            yield from self._after(one)
        for code in sorted(self._said - self._codes):
            yield f"a customer was told of the booking #{code} that there is not"
        if fresh:
            yield from self._agreement()

    def _after(self, one: Recorded) -> Iterator[str]:
        match one.event:
            case Erased():
                return
            case MessageReceived(message_id=name):
                if name in self.received:
                    yield f"{name} was taken in twice"
                self.received.add(name)
            case ReplyComposed():
                self._said |= set(CODE.findall(one.event.reply.body))
            case event if isinstance(event, DiaryEvent):
                yield from self._in_diary(one, event)
            case event if isinstance(event, AppointmentEvent):
                before = self.appointments[one.stream]
                self.appointments[one.stream] = appointment.evolve(before, event)
                if isinstance(event, AppointmentBooked):
                    self._codes.add(event.code)

    def _in_diary(self, one: Recorded, event: DiaryEvent) -> Iterator[str]:
        before = self.diaries[one.stream]
        after = self.diaries[one.stream] = diary.evolve(before, event)
        if isinstance(event, TimeClaimed):
            wanted = Interval(start=event.start, end=event.end).widened(event.before, event.after)
            in_the_way = _others(after, event.appointment_id, one.stamp.at)
            if any(claim.widened.overlaps(wanted) for claim in in_the_way):
                yield f"position {one.position} takes time that somebody else has"

    def _agreement(self) -> Iterator[str]:
        """Each booked visit has its time in its diary, and nothing else stands there."""
        booked = {
            (_diary_of(one), _name(stream), one.start, one.end)
            for stream, one in self.appointments.items()
            if one.status is Status.BOOKED
        }
        claimed = {
            (stream, claim.id, claim.start, claim.end)
            for stream, page in self.diaries.items()
            for claim in page.claims
            if claim.expires_at is None
        }
        for one in booked ^ claimed:
            yield f"appointments and diaries differ: {one}"


def _others(page: Diary, own: str, now: datetime) -> list[Claim]:
    return [one for one in page.claims if one.id != own and one.live(now)]


def _diary_of(one: Appointment) -> str:
    day = one.start.astimezone(SHOP.zone).date() if one.start else None
    return f"diary:{SHOP.id}:{one.barber_id}:{day}"


def _name(stream: str) -> str:
    return stream.partition(":")[2]

"""What became of a race, as it stands in the log."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from application.ports import Recorded
from domain.appointment import AppointmentBooked
from domain.conversation import ConversationStarted, ReplyComposed
from domain.diary import TimeClaimed
from domain.reply import Reply, TakeTime


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The appointments, the pairs of them that share time, and each customer's answers."""

    booked: tuple[AppointmentBooked, ...]
    overlaps: int
    answers: dict[str, tuple[Reply, ...]]

    def refused(self) -> dict[str, tuple[Reply, ...]]:
        """The answers of everybody who has no appointment."""
        lucky = {one.customer_id for one in self.booked}
        return {who: replies for who, replies in self.answers.items() if who not in lucky}


def outcome(log: Sequence[Recorded]) -> Outcome:
    """Read off what a race led to."""
    return Outcome(
        booked=tuple(one.event for one in log if isinstance(one.event, AppointmentBooked)),
        overlaps=overlaps(log),
        answers=_answers(log),
    )


def overlaps(log: Iterable[Recorded]) -> int:
    """How many claims begin before the one before them in their diary has ended."""
    diaries: defaultdict[str, list[TimeClaimed]] = defaultdict(list)
    for one in log:
        if isinstance(one.event, TimeClaimed):
            diaries[one.stream].append(one.event)
    days = (sorted(claims, key=lambda claim: claim.start) for claims in diaries.values())
    return sum(after.start < before.end for day in days for before, after in pairwise(day))


def breaches(found: Outcome, *, attempts: int, slots: int) -> Iterator[str]:
    """What should not be: each slot is booked once, and everybody else is told why and what else."""
    twice = Counter((one.barber_id, one.start) for one in found.booked)
    if len(found.booked) != slots or len(twice) != slots:
        yield f"{len(found.booked)} appointments at {len(twice)} times, for {slots} slots"
    if found.overlaps:
        yield f"{found.overlaps} appointments overlap"
    if len(found.answers) != attempts:
        yield f"{attempts - len(found.answers)} customers were not answered"
    for who, replies in found.refused().items():
        if len(replies) != 1 or not tells_why_and_what_else(replies[0]):
            yield f"{who} was refused, and told: {[one.body for one in replies]}"


def tells_why_and_what_else(reply: Reply) -> bool:
    """Whether a refusal says that the time is taken, and offers others."""
    others = any(isinstance(one.meaning, TakeTime) for one in reply.choices)
    return "taken" in reply.body and others


def _answers(log: Iterable[Recorded]) -> dict[str, tuple[Reply, ...]]:
    whose: dict[str, str] = {}
    answers: defaultdict[str, list[Reply]] = defaultdict(list)
    for one in log:
        if isinstance(one.event, ConversationStarted):
            whose[one.stream] = one.event.customer_id
        elif isinstance(one.event, ReplyComposed):
            answers[whose[one.stream]].append(one.event.reply)
    return {who: tuple(replies) for who, replies in answers.items()}

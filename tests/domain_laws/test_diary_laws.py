"""Whatever happens in whatever order, no two live claims of a barber overlap."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import combinations

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.diary import Diary, DiaryEvent, TimeClaimed, TimeHeld, evolve
from domain.errors import HoldEnded, SlotRefused
from domain.identifiers import AppointmentId, CustomerId, HoldId
from tests.domain.town import NOW, at, minutes

STARTS = st.integers(0, 8).map(lambda n: at("12:00") + minutes(10) * n)
LENGTHS = st.sampled_from([minutes(20), minutes(30), minutes(45)])
BUFFERS = st.sampled_from([minutes(0), minutes(5)])
NUMBERS = st.integers(0, 5)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Time that somebody would like to have."""

    start: datetime
    length: timedelta
    before: timedelta
    after: timedelta


WANTED = st.builds(Wanted, start=STARTS, length=LENGTHS, before=BUFFERS, after=BUFFERS)


class DiaryMachine(RuleBasedStateMachine):
    """Customers hold, confirm, decline, cancel and move while the clock goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.diary = Diary()
        self.to_move: dict[str, str] = {}  # a hold, and the visit that it is meant to move

    @rule(number=NUMBERS, wanted=WANTED)
    def hold(self, number: int, wanted: Wanted) -> None:
        held = self._held(number, wanted)

        self._twice(lambda: self.diary.hold(held, self.now))

    @rule(number=NUMBERS, own=NUMBERS, wanted=WANTED)
    def hold_to_move(self, number: int, own: int, wanted: Wanted) -> None:
        held = self._held(number, wanted)
        moving = AppointmentId(f"a{own}")

        if self._twice(lambda: self.diary.hold(held, self.now, moving=moving)):
            self.to_move[held.hold_id] = moving

    @rule(number=NUMBERS, hold=st.none() | NUMBERS, wanted=WANTED)
    def claim(self, number: int, hold: int | None, wanted: Wanted) -> None:
        claimed = self._claimed(number, hold, wanted)

        self._twice(lambda: self.diary.claim(claimed, self.now))

    @rule(number=NUMBERS, hold=st.none() | NUMBERS, other=NUMBERS, wanted=WANTED)
    def move(self, number: int, hold: int | None, other: int, wanted: Wanted) -> None:
        claimed = self._claimed(number, hold, wanted)
        moving = AppointmentId(f"a{other}")

        self._twice(lambda: self.diary.claim(claimed, self.now, moving=moving))

    @rule(number=NUMBERS)
    def confirm(self, number: int) -> None:
        with suppress(HoldEnded):
            hold = self.diary.require_live(HoldId(f"h{number}"), self.now)
            own = AppointmentId(self.to_move.get(hold.id, f"b{number}"))
            claimed = TimeClaimed(
                appointment_id=own,
                start=hold.start,
                end=hold.end,
                before=hold.before,
                after=hold.after,
                hold_id=HoldId(hold.id),
            )
            self._record(self.diary.claim(claimed, self.now, moving=own))

    @rule(claim=st.sampled_from(["h", "a", "b"]), number=NUMBERS)
    def release(self, claim: str, number: int) -> None:
        self._twice(lambda: self.diary.release(f"{claim}{number}", "cancelled"))

    @rule(passed=st.integers(1, 8))
    def wait(self, passed: int) -> None:
        self.now += minutes(passed)

    @invariant()
    def no_two_live_claims_overlap(self) -> None:
        live = [one for one in self.diary.claims if one.live(self.now)]

        assert [
            (one, other)
            for one, other in combinations(live, 2)
            if one.widened.overlaps(other.widened)
            and self.to_move.get(one.id) != other.id
            and self.to_move.get(other.id) != one.id
        ] == []

    @invariant()
    def every_claim_has_its_own_name(self) -> None:
        names = [one.id for one in self.diary.claims]

        assert len(set(names)) == len(names)

    def _held(self, number: int, wanted: Wanted) -> TimeHeld:
        return TimeHeld(
            hold_id=HoldId(f"h{number}"),
            customer_id=CustomerId("c1"),
            start=wanted.start,
            end=wanted.start + wanted.length,
            before=wanted.before,
            after=wanted.after,
            expires_at=self.now + minutes(10),
        )

    def _claimed(self, number: int, hold: int | None, wanted: Wanted) -> TimeClaimed:
        return TimeClaimed(
            appointment_id=AppointmentId(f"a{number}"),
            start=wanted.start,
            end=wanted.start + wanted.length,
            before=wanted.before,
            after=wanted.after,
            hold_id=HoldId(f"h{hold}") if hold is not None else None,
        )

    def _twice(self, command: Callable[[], tuple[DiaryEvent, ...]]) -> bool:
        """Give the command, and once more, which changes nothing; whether it did something."""
        with suppress(SlotRefused):
            events = command()
            self._record(events)
            assert command() == ()
            return bool(events)
        return False

    def _record(self, events: tuple[DiaryEvent, ...]) -> None:
        for event in events:
            self.diary = evolve(self.diary, event)


DiaryMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestADiary = DiaryMachine.TestCase

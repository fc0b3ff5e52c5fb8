"""One barber's local day in one shop: the guard against double booking."""

from datetime import date, datetime, timedelta
from typing import Literal, assert_never

import msgspec

from domain.errors import HoldEnded, Reason, SlotRefused
from domain.identifiers import AppointmentId, BarberId, BlockId, CustomerId, HoldId, ShopId
from domain.interval import Interval


class DiaryKey(msgspec.Struct, frozen=True, kw_only=True):
    """Which diary: whose, where and of which local day."""

    shop_id: ShopId
    barber_id: BarberId
    day: date

    @property
    def stream(self) -> str:
        """The name of its event stream."""
        return f"diary:{self.shop_id}:{self.barber_id}:{self.day.isoformat()}"

    @classmethod
    def of(cls, stream: str) -> "DiaryKey":
        """The diary whose stream has that name. Raises `ValueError` where none has."""
        kind, shop_id, barber_id, day = stream.split(":")
        if kind != "diary":
            raise ValueError(f"{stream} is no diary's stream")
        return cls(
            shop_id=ShopId(shop_id), barber_id=BarberId(barber_id), day=date.fromisoformat(day)
        )


class TimeHeld(msgspec.Struct, frozen=True, kw_only=True, tag="diary.time_held"):
    """Time set aside for a customer who has still to confirm, until `expires_at`."""

    hold_id: HoldId
    customer_id: CustomerId
    start: datetime
    end: datetime
    before: timedelta
    after: timedelta
    expires_at: datetime


class TimeClaimed(msgspec.Struct, frozen=True, kw_only=True, tag="diary.time_claimed"):
    """Time given to an appointment; a hold that it came from ends with it."""

    appointment_id: AppointmentId
    start: datetime
    end: datetime
    before: timedelta
    after: timedelta
    hold_id: HoldId | None = None


class TimeReleased(msgspec.Struct, frozen=True, kw_only=True, tag="diary.time_released"):
    """A hold or an appointment's claim ended, and its time is free again."""

    claim_id: str
    why: Literal["cancelled", "moved", "replaced", "declined", "expired"]


class TimeBlocked(msgspec.Struct, frozen=True, kw_only=True, tag="diary.time_blocked"):
    """Time taken out of the day by staff or by an event of an outside calendar."""

    block_id: BlockId
    start: datetime
    end: datetime
    source: Literal["staff", "calendar"]


class TimeUnblocked(msgspec.Struct, frozen=True, kw_only=True, tag="diary.time_unblocked"):
    """Blocked time that is free again."""

    block_id: BlockId


DiaryEvent = TimeHeld | TimeClaimed | TimeReleased | TimeBlocked | TimeUnblocked


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Time that somebody has: an appointment, or a hold while `expires_at` lies ahead."""

    id: str
    start: datetime
    end: datetime
    before: timedelta
    after: timedelta
    expires_at: datetime | None = None

    def live(self, now: datetime) -> bool:
        """Whether the claim still holds its time."""
        return self.expires_at is None or now < self.expires_at

    @property
    def widened(self) -> Interval:
        """The claimed time with its buffers."""
        return Interval(start=self.start, end=self.end).widened(self.before, self.after)


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Time that nobody can have."""

    id: BlockId
    start: datetime
    end: datetime
    source: Literal["staff", "calendar"]

    @property
    def interval(self) -> Interval:
        """The blocked time."""
        return Interval(start=self.start, end=self.end)


class Diary(msgspec.Struct, frozen=True, kw_only=True):
    """The day's claims and blocks. A claim is made only where no live one is."""

    claims: tuple[Claim, ...] = ()
    blocks: tuple[Block, ...] = ()

    def conflict(
        self, wanted: Interval, now: datetime, ignoring: tuple[str | None, ...] = ()
    ) -> Reason | None:
        """Why that time (buffers included) is not free; the claims `ignoring` do not count."""
        for claim in self.claims:
            if claim.id not in ignoring and claim.live(now) and claim.widened.overlaps(wanted):
                return Reason.TAKEN if claim.expires_at is None else Reason.HELD
        for block in self.blocks:
            if block.interval.overlaps(wanted):
                return Reason.TIME_OFF if block.source == "staff" else Reason.CALENDAR_BUSY
        return None

    def hold(
        self, event: TimeHeld, now: datetime, moving: AppointmentId | None = None
    ) -> tuple[DiaryEvent, ...]:
        """Set time aside. Raises `SlotRefused`; nothing if that very hold stands.

        Where the customer means to move a visit, that visit does not stand in the way.
        """
        if any(one.id == event.hold_id for one in self.claims):
            return ()
        self._require_free(event, now, ignoring=(moving,))
        return (event,)

    def claim(
        self, event: TimeClaimed, now: datetime, moving: AppointmentId | None = None
    ) -> tuple[DiaryEvent, ...]:
        """Give time to an appointment; the hold that it comes from does not stand in its way.

        Nothing if the appointment has that very time. Raises `SlotRefused` where another has
        it, or the appointment has other time in this diary without `moving` it.
        """
        if _claim(event.appointment_id, event, None) in self.claims:
            return ()
        claimed_already = any(one.id == event.appointment_id for one in self.claims)
        if claimed_already and moving != event.appointment_id:
            raise SlotRefused(Reason.TAKEN)
        self._require_free(event, now, ignoring=(event.hold_id, event.appointment_id))
        return (event,)

    def release(
        self, claim_id: str, why: Literal["cancelled", "moved", "replaced", "declined", "expired"]
    ) -> tuple[DiaryEvent, ...]:
        """Free the time of a claim; nothing if there is none."""
        if not any(one.id == claim_id for one in self.claims):
            return ()
        return (TimeReleased(claim_id=claim_id, why=why),)

    def block(self, event: TimeBlocked) -> tuple[DiaryEvent, ...]:
        """Take time out of the day, or other time than before; nothing if it is so already."""
        return () if _block(event) in self.blocks else (event,)

    def unblock(self, block_id: BlockId) -> tuple[DiaryEvent, ...]:
        """Give blocked time back; nothing if it is not blocked."""
        known = any(one.id == block_id for one in self.blocks)
        return (TimeUnblocked(block_id=block_id),) if known else ()

    def require_live(self, hold_id: HoldId, now: datetime) -> Claim:
        """The hold of that name. Raises `HoldEnded` where it expired or was released."""
        for claim in self.claims:
            if claim.id == hold_id and claim.live(now):
                return claim
        raise HoldEnded

    def booked_within(self, time: Interval, now: datetime) -> tuple[AppointmentId, ...]:
        """The appointments that take any of that time and are not over, buffers aside."""
        return tuple(
            AppointmentId(one.id)
            for one in self.claims
            if one.expires_at is None
            and one.end > now
            and Interval(start=one.start, end=one.end).overlaps(time)
        )

    def booked(self) -> timedelta:
        """How much of the day appointments take, buffers aside."""
        booked = (one.end - one.start for one in self.claims if one.expires_at is None)
        return sum(booked, timedelta(0))

    def _require_free(
        self, event: TimeHeld | TimeClaimed, now: datetime, ignoring: tuple[str | None, ...]
    ) -> None:
        wanted = Interval(start=event.start, end=event.end).widened(event.before, event.after)
        reason = self.conflict(wanted, now, ignoring)
        if reason is not None:
            raise SlotRefused(reason)


def evolve(diary: Diary, event: DiaryEvent) -> Diary:
    """The diary after the event."""
    match event:
        case TimeHeld():
            held = _claim(event.hold_id, event, event.expires_at)
            return Diary(claims=(*diary.claims, held), blocks=diary.blocks)
        case TimeClaimed():
            gone = (event.hold_id, event.appointment_id)
            rest = tuple(one for one in diary.claims if one.id not in gone)
            claimed = _claim(event.appointment_id, event, None)
            return Diary(claims=(*rest, claimed), blocks=diary.blocks)
        case TimeReleased():
            rest = tuple(one for one in diary.claims if one.id != event.claim_id)
            return Diary(claims=rest, blocks=diary.blocks)
        case TimeBlocked():
            others = tuple(one for one in diary.blocks if one.id != event.block_id)
            return Diary(claims=diary.claims, blocks=(*others, _block(event)))
        case TimeUnblocked():
            rest_blocks = tuple(one for one in diary.blocks if one.id != event.block_id)
            return Diary(claims=diary.claims, blocks=rest_blocks)
        case _:
            assert_never(event)


def _claim(claim_id: str, event: TimeHeld | TimeClaimed, expires_at: datetime | None) -> Claim:
    return Claim(
        id=claim_id,
        start=event.start,
        end=event.end,
        before=event.before,
        after=event.after,
        expires_at=expires_at,
    )


def _block(event: TimeBlocked) -> Block:
    return Block(id=event.block_id, start=event.start, end=event.end, source=event.source)

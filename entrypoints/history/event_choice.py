"""Which events somebody wants to see."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import msgspec

from domain.diary import DiaryKey
from domain.identifiers import BarberId, ShopId
from domain.shop import Shop
from domain.wall_time import MINUTES_OF_DAY, instant_or_next
from entrypoints.history.event_kinds import is_kind
from entrypoints.history.seen_event import Seen

CHAT = "conversation"


class NotUnderstood(Exception):
    """What was asked for makes no sense; `how` is how it is asked for."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Streams, and what else has to hold; what is empty or `None` holds for every event."""

    streams: frozenset[str] = frozenset()
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    after: int = 0

    def admits(self, one: Seen) -> bool:
        """Whether the event is wanted, whatever its stream: `since` counts, `until` does not."""
        at = one.envelope.at
        return (
            one.position > self.after
            and (not self.kinds or any(is_kind(one.tag, kind) for kind in self.kinds))
            and (self.since is None or at >= self.since)
            and (self.until is None or at < self.until)
        )

    @property
    def wants_chats(self) -> bool:
        """Whether events of conversations are among the kinds."""
        return not self.kinds or any(one.partition(".")[0] == CHAT for one in self.kinds)


def diary_stream(words: str, shop: Shop) -> str:
    """The diary that `marco@2026-11-26` means. Raises `NotUnderstood`."""
    barber, _, day = words.partition("@")
    try:
        key = DiaryKey(
            shop_id=ShopId(shop.id), barber_id=BarberId(barber), day=date.fromisoformat(day)
        )
    except ValueError as error:
        raise NotUnderstood("a diary is a barber's day, such as marco@2026-11-26") from error
    return key.stream


def instant_of(words: str, zone: ZoneInfo, *, end_of_day: bool) -> datetime:
    """An RFC 3339 instant; a date or a time without offset is the shop's. Raises `NotUnderstood`.

    A date alone is the beginning of that day, or its end.
    """
    try:
        at = datetime.fromisoformat(words)
    except ValueError as error:
        raise NotUnderstood("a time is 2026-11-26, 2026-11-26T10:00 or has an offset") from error
    if at.tzinfo is not None:
        return at.astimezone(UTC)
    if ":" not in words and at.time() == time():
        return instant_or_next(at.date(), MINUTES_OF_DAY if end_of_day else 0, zone)
    return at.replace(tzinfo=zone).astimezone(UTC)

"""What somebody asks of the log with the options of `barbershop events`."""

from collections.abc import Iterator
from datetime import datetime

import click
import msgspec

from domain import appointment, calendar_entry, conversation, shop_settings
from domain.identifiers import AppointmentId, ConversationId, CustomerId, ShopId
from domain.shop import Shop
from domain.shop_settings import ShopSettingsLoaded
from entrypoints.history.event_belonging import CustomerBelongings, ShopBelongings
from entrypoints.history.event_choice import Choice, NotUnderstood, diary_stream, instant_of
from entrypoints.history.event_kinds import is_kind, is_known, known_kinds
from entrypoints.history.event_log import EventLog
from entrypoints.history.event_selection import Selection
from entrypoints.settings import Settings

CODE = 4


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The options as they were given."""

    stream: str | None
    appointment: str | None
    diary: str | None
    conversation: str | None
    customer: str | None
    shop: str | None
    kinds: tuple[str, ...]
    since: str | None
    until: str | None
    after: int


def shop_of(settings: Settings, shop_id: str | None, log: EventLog) -> Shop:
    """The shop of that id, else the first one; one that has left the settings, as on record."""
    found = [one for one in settings.shops if shop_id in (None, one.id)]
    if not found and shop_id:
        history = log.told(log.streams([shop_settings.stream(ShopId(shop_id))], log.head()))
        found = [told.event.shop for told in history if isinstance(told.event, ShopSettingsLoaded)]
    if not found:
        ids = ", ".join(one.id for one in settings.shops)
        raise click.BadParameter(f"the shops are: {ids}.", param_hint="--shop")
    return found[0] if shop_id is None else found[-1]


def selection_of(asked: Asked, shop: Shop, log: EventLog) -> Selection:
    """The events that are asked for. Raises `click.UsageError` for what makes no sense."""
    for kind in asked.kinds:
        _require_known(kind, log)
    choice = _with_appointment(_choice(asked, shop), asked.appointment, log)
    chats = choice.wants_chats
    return Selection(
        choice,
        log.told,
        shop=ShopBelongings(ShopId(asked.shop), chats=chats) if asked.shop else None,
        customer=CustomerBelongings(CustomerId(asked.customer), chats=chats)
        if asked.customer
        else None,
    )


def require_barber(asked: Asked, shop: Shop) -> None:
    """End with words where a diary without events is of nobody in the shop."""
    barber = (asked.diary or "").partition("@")[0]
    ids = [one.id for one in shop.barbers]
    if barber and barber not in ids:
        words = f"the barbers of {shop.id} are: {', '.join(ids)}."
        raise click.BadParameter(words, param_hint="--diary")


def _choice(asked: Asked, shop: Shop) -> Choice:
    try:
        choice = Choice(
            streams=frozenset(_streams(asked, shop)),
            kinds=asked.kinds,
            since=_when(asked.since, shop, end_of_day=False),
            until=_when(asked.until, shop, end_of_day=True),
            after=asked.after,
        )
    except NotUnderstood as error:
        raise click.UsageError(f"{error.how}.") from error
    if choice.since and choice.until and choice.since >= choice.until:
        raise click.UsageError("--since is not before --until: nothing was recorded between them.")
    return choice


def _when(words: str | None, shop: Shop, *, end_of_day: bool) -> datetime | None:
    return None if words is None else instant_of(words, shop.zone, end_of_day=end_of_day)


def _streams(asked: Asked, shop: Shop) -> Iterator[str]:
    if asked.stream:
        yield asked.stream
    if asked.diary:
        yield diary_stream(asked.diary, shop)
    if asked.conversation:
        yield conversation.stream(ConversationId(asked.conversation))


def _with_appointment(choice: Choice, named: str | None, log: EventLog) -> Choice:
    """The choice with the streams of the appointment, too; a code may mean several."""
    if named is None:
        return choice
    name = named.removeprefix("#")
    ids = log.appointments(name.upper()) if len(name) == CODE else (name.lower(),)
    streams = [
        stream(AppointmentId(one))
        for one in ids
        for stream in (appointment.stream, calendar_entry.stream)
    ]
    nobody = ["appointment:none"]  # so that an unknown code finds nothing rather than everything
    return msgspec.structs.replace(choice, streams=choice.streams.union(streams or nobody))


def _require_known(kind: str, log: EventLog) -> None:
    """A kind is of this release, or of a newer one that has recorded some."""
    if is_known(kind):
        return
    pages = log.pages(0, log.head())
    if not any(is_kind(one.tag, kind) for page in pages for one in page):
        words = f"no event is of the kind {kind}. The kinds, by family:\n{known_kinds()}"
        raise click.BadParameter(words, param_hint="--kind")

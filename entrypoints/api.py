"""The HTTP API beside the webhook: free times and health."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Mapping
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException, ValidationException
from litestar.params import FromQuery, QueryParameter, SkipValidation
from redis.exceptions import RedisError

from application.ports import Clock, DeadLetters, Departures, Unavailable
from application.read_availability import ReadAvailability, UnknownName
from domain.shop import Shop
from domain.wall_time import MINUTES_OF_DAY, instant_or_next, local_day
from entrypoints.heartbeat import PATIENCE, Heartbeat, Pulse
from entrypoints.model_health import ModelHealth

LONGEST_SPAN = dt.timedelta(days=31)
USUAL_SPAN = 7
YEARS = range(2000, 3000)  # beyond them the arithmetic of dates runs out


class FreeTime(msgspec.Struct, frozen=True, kw_only=True):
    """A time that can be booked now; both ends carry the shop's offset."""

    start: dt.datetime
    end: dt.datetime
    barber: str


class FreeTimes(msgspec.Struct, frozen=True, kw_only=True):
    """Free times, earliest first."""

    shop: str
    timezone: str
    services: list[str]
    openings: list[FreeTime]


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the service can do its work: `status`, `redis` and `worker`. The rest is to be watched.

    `audit` is `alarm` where a notary found the log changed and stopped.
    `relay` `follows` the log, or `waits for` what keeps replies and calendars from being seen to.
    `model` is the circuit of the language model: `closed`, `open` while it is not asked, `half-open`
    while one question tries it; `unused` without a key.
    `paused` are phone numbers that send nothing until a person mends what Meta's error tells.
    `dead_letters` tells how many wait for a person, by queue; `barbershop dead-letters` shows them.
    """

    status: str
    redis: str
    worker: str
    audit: str
    relay: str
    upstreams: dict[str, str]
    model: str
    paused: dict[str, int] = {}
    dead_letters: dict[str, int] = {}


@get("/api/calendar/availability", tags=["calendar"], summary="Free times of a shop")
async def availability(  # noqa: PLR0913 - one argument for each parameter of the query
    *,
    read_availability: NamedDependency[ReadAvailability],
    clock: NamedDependency[SkipValidation[Clock]],
    shop: FromQuery[str],
    service: Annotated[str, QueryParameter(description="Service id; several with commas between.")],
    barber: Annotated[str | None, QueryParameter(description="Barber id; absent is any.")] = None,
    first: Annotated[
        str | None, QueryParameter(name="from", description="A date or an RFC 3339 instant.")
    ] = None,
    last: Annotated[
        str | None, QueryParameter(name="to", description="A date (included) or an instant.")
    ] = None,
) -> FreeTimes:
    """Free times as the dialogue would offer them. From today and for a week if not said."""
    try:
        place = read_availability.shop(shop)
        start, end = _span(place, clock.now(), first, last)
        found = await read_availability(
            shop_id=shop,
            services=tuple(service.split(",")),
            barber=barber,
            first=start,
            last=end,
        )
    except UnknownName as unknown:
        raise NotFoundException(detail=f"there is no such {unknown.what}") from unknown
    return FreeTimes(
        shop=shop,
        timezone=place.timezone,
        services=service.split(","),
        openings=[
            FreeTime(
                start=one.start.astimezone(place.zone),
                end=one.end.astimezone(place.zone),
                barber=one.barber_id,
            )
            for one in found.openings
        ],
    )


@get("/api/health/live", tags=["health"], summary="Whether the process runs")
async def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@get("/api/health/ready", tags=["health"], summary="Whether the service can do its work")
async def ready(
    heartbeat: NamedDependency[Heartbeat],
    departures: NamedDependency[SkipValidation[Departures]],
    dead_letters: NamedDependency[SkipValidation[DeadLetters]],
    model_health: NamedDependency[ModelHealth],
) -> Response[Health]:
    """Ready is: Redis takes writes, and a worker lives. Else 503."""
    writable = await heartbeat.writable()
    try:
        pulse = await heartbeat.pulse() if writable else None
    except RedisError:
        pulse = None
    is_ready = writable and pulse is not None
    health = Health(
        status="ready" if is_ready else "not ready",
        redis="writable" if writable else "not writable",
        worker="alive" if pulse else "not alive",
        audit=_audit(pulse),
        relay=_relay(pulse),
        upstreams=pulse.upstreams if pulse else {},
        model=await model_health() if writable else "unknown",
        paused=await _within_reach(departures.paused()) if is_ready else {},
        dead_letters=await _within_reach(dead_letters.counts()) if is_ready else {},
    )
    return Response(health, status_code=200 if is_ready else 503)


async def _within_reach(told: Awaitable[Mapping[Any, int]]) -> dict[str, int]:
    """What Redis tells, or nothing where it does not in time."""
    try:
        async with asyncio.timeout(PATIENCE):
            return dict(await told)
    except (Unavailable, TimeoutError):
        return {}


def _relay(pulse: Pulse | None) -> str:
    if pulse is None:
        return "unknown"
    return f"waits for {pulse.waits_for}" if pulse.waits_for else "follows"


def _audit(pulse: Pulse | None) -> str:
    """Whether the log was found changed; `audit status` tells more."""
    if pulse is None:
        return "unknown"
    return "alarm" if pulse.is_alarmed else "no alarm"


def _span(
    shop: Shop, now: dt.datetime, first: str | None, last: str | None
) -> tuple[dt.datetime, dt.datetime]:
    today = local_day(now, shop.zone)
    start = _instant(shop, first, "from", end_of_day=False) or now
    until = today + dt.timedelta(days=USUAL_SPAN)
    end = _instant(shop, last, "to", end_of_day=True) or max(
        start, instant_or_next(until, 0, shop.zone)
    )
    if end <= start:
        raise ValidationException(detail="`to` has to be after `from`")
    if end - start > LONGEST_SPAN:
        raise ValidationException(detail=f"ask for {LONGEST_SPAN.days} days at most")
    return start, end


def _instant(shop: Shop, value: str | None, name: str, *, end_of_day: bool) -> dt.datetime | None:
    if value is None:
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return _rfc3339(value, name)
    _require_known_year(day, name)
    return instant_or_next(day, MINUTES_OF_DAY if end_of_day else 0, shop.zone)


def _rfc3339(value: str, name: str) -> dt.datetime:
    try:
        at = dt.datetime.fromisoformat(value.replace(" ", "+"))
    except ValueError as error:
        raise ValidationException(detail=f"`{name}` is no date and no instant") from error
    if at.tzinfo is None:
        raise ValidationException(detail=f"`{name}` needs an offset, such as Z or -05:00")
    _require_known_year(at, name)
    return at


def _require_known_year(day: dt.date, name: str) -> None:
    if day.year not in YEARS:
        raise ValidationException(detail=f"`{name}` is too far away")

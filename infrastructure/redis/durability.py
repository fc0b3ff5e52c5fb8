"""Whether a Redis keeps what it has acknowledged."""

from typing import Literal, cast

import msgspec
import redis
from redis.exceptions import ResponseError

from infrastructure.redis.clients import outages_as_unavailable

Setting = Literal["maxmemory-policy", "appendonly", "appendfsync", "aof-load-truncated"]

WANTED: dict[Setting, str] = {
    "maxmemory-policy": "noeviction",  # anything else throws bookings away when memory is full
    "appendonly": "yes",  # without it a restart goes back to the last snapshot, or to nothing
    "appendfsync": "always",  # `everysec` loses the last second of acknowledged writes
    # `yes` loses what is acknowledged after a crash that tore a write (Redis 6.2 and 7.0): see
    # `infrastructure.redis.append_only_file`.
    "aof-load-truncated": "no",
}


class DurabilityWarning(msgspec.Struct, frozen=True, kw_only=True):
    """A setting that is not what it should be; `found` is `None` where the server does not tell."""

    setting: Setting
    found: str | None
    wanted: str


def check_durability(client: redis.Redis) -> tuple[DurabilityWarning, ...]:
    """What may lose acknowledged writes; empty when all is well. Raises `Unavailable`.

    Hosted servers often forbid CONFIG: then INFO tells the first two.
    """
    with outages_as_unavailable():
        try:
            found = _configured(client)
        except ResponseError:
            found = _informed(client)
    return tuple(
        DurabilityWarning(setting=setting, found=found[setting], wanted=wanted)
        for setting, wanted in WANTED.items()
        if found[setting] != wanted
    )


def _configured(client: redis.Redis) -> dict[Setting, str | None]:
    found: dict[Setting, str | None] = {}
    for setting in WANTED:
        answer = cast("dict[str, str]", client.config_get(setting))
        found[setting] = answer.get(setting)
    return found


def _informed(client: redis.Redis) -> dict[Setting, str | None]:
    told = client.info()
    return {
        "maxmemory-policy": told.get("maxmemory_policy"),
        "appendonly": {0: "no", 1: "yes"}.get(told.get("aof_enabled", -1)),
        "appendfsync": None,
        "aof-load-truncated": None,
    }

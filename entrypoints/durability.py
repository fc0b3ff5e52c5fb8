"""Whether the Redis that is set can be worked with: it keeps what it acknowledges, and is whole."""

import contextlib
import logging

from application.ports import Unavailable
from entrypoints.setting_sources import SettingProblem, SettingProblems
from entrypoints.settings import Settings
from infrastructure.history.backup import RestoreUnderWay
from infrastructure.history.partition_keys import PartitionKeys
from infrastructure.redis.clients import connect, outages_as_unavailable
from infrastructure.redis.durability import DurabilityWarning, check_durability
from infrastructure.redis_recorders.partition import Partition

EVICTION = "maxmemory-policy"

log = logging.getLogger("barbershop")


def require_no_eviction(settings: Settings) -> None:
    """Refuse a Redis that throws bookings away when its memory is full, and warn of the rest.

    Raises `SettingProblems`. A Redis that does not answer yet is waited for later.
    """
    try:
        found = durability_problems(settings)
    except Unavailable:
        log.warning("Redis does not answer yet; the service is ready once it does")
        return
    for one in found:
        log.warning("%s %s", one.setting, one.what)
    evicting = tuple(one for one in found if EVICTION in one.what)
    if evicting:
        raise SettingProblems(evicting)


def require_whole(settings: Settings, redis_url: str) -> None:
    """Refuse a Redis that a backup was put into by half.

    Raises `RestoreUnderWay`. A Redis that does not answer yet is waited for later.
    """
    restoring = PartitionKeys(Partition(settings.partition))("restoring")
    with contextlib.suppress(Unavailable), outages_as_unavailable(), connect(redis_url) as client:
        if client.exists(restoring):
            raise RestoreUnderWay


def durability_problems(settings: Settings) -> tuple[SettingProblem, ...]:
    """What may lose acknowledged writes; nothing for our own server. Raises `Unavailable`."""
    if settings.redis_url is None:
        return ()
    client = connect(settings.redis_url)
    try:
        return tuple(_problem(one) for one in check_durability(client))
    finally:
        client.close()


def _problem(warning: DurabilityWarning) -> SettingProblem:
    found = warning.found or "not told"
    return SettingProblem(
        setting="REDIS_URL",
        what=f"names a server whose {warning.setting} is {found}",
        mend=f"set {warning.setting} to {warning.wanted} there",
    )

"""Parts of the service that take more than one setting to make."""

import redis
import redis.asyncio
from eventsourcing.persistence import ApplicationRecorder

from application.fallback_interpreter import FallbackInterpreter, RuleInterpreter
from application.ports import Clock, Interpreter
from domain.shop import Shop
from entrypoints.calendar_notifications import PATH
from entrypoints.settings import SANDBOX_TOKEN, Settings
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.notary import Notary
from infrastructure.audit.partition_names import log_name
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault
from infrastructure.event_store.removed import RemovedLeaves
from infrastructure.google.connection import (
    GoogleConnection,
    service_account_credentials,
    token_credentials,
)
from infrastructure.google.token_bucket import Quota
from infrastructure.grok.gate import Gate
from infrastructure.grok.when_asked import GrokWhenAsked, Model
from infrastructure.redis_recorders.partition import Partition


def google_of(settings: Settings, quota: Quota) -> GoogleConnection:
    """Google Calendar by the service account, or by the emulators' token."""
    file = settings.google_service_account_file
    credentials = service_account_credentials(file) if file else token_credentials(SANDBOX_TOKEN)
    return GoogleConnection(credentials, api_url=settings.google_calendar_api_url, quota=quota)


def notified_at(settings: Settings) -> str | None:
    """Where Google tells of changes; `None` where it cannot reach the service."""
    return f"{settings.public_url.rstrip('/')}{PATH}" if settings.public_url else None


def calendar_ids(settings: Settings) -> tuple[str, ...]:
    """The calendars of all barbers, each once."""
    ids = (barber.calendar_id for shop in settings.shops for barber in shop.barbers)
    return tuple(dict.fromkeys(ids))


def has_model(settings: Settings) -> bool:
    """Whether a model is asked at all."""
    return settings.xai_api_key is not None


def interpreter_of(settings: Settings, model: GrokWhenAsked) -> Interpreter:
    """The rules, and the model behind them where there is a key for it."""
    rules = RuleInterpreter()
    return FallbackInterpreter(rules, model) if has_model(settings) else rules


def model_of(settings: Settings, gate: Gate) -> GrokWhenAsked:
    """Grok, as far as the gate lets questions through."""
    return GrokWhenAsked(lambda: _grok(settings, gate))


def _grok(settings: Settings, gate: Gate) -> Model:
    from infrastructure.grok.interpreter import GrokInterpreter, grok_client

    client = grok_client(api_url=settings.xai_api_url, api_key=settings.xai_api_key or "")
    return GrokInterpreter(
        client, gate, model=settings.xai_model, reasoning_effort=settings.xai_reasoning_effort
    )


def codec_of(client: redis.Redis, settings: Settings, partition: Partition) -> EventCodec:
    """Reads and writes events with the keys of that partition."""
    return EventCodec(RedisKeyVault(client, settings.master_key, name=partition.keys))


def notary_of(
    settings: Settings,
    recorder: ApplicationRecorder,
    client: redis.Redis,
    partition: Partition,
    clock: Clock,
) -> Notary:
    """Seals the log of that partition, in the data folder."""
    log = AuditLog(recorder, RemovedLeaves(client, partition))
    return Notary(
        folder=settings.data_dir / "audit",
        log=NamedLog(log_name(partition), log),
        key=SigningKey(settings.master_key),
        clock=clock,
        publisher=PublishedCheckpoints(client, partition),
    )


def by_number(settings: Settings) -> dict[str, Shop]:
    """The shops by phone number id."""
    return {shop.phone_number_id: shop for shop in settings.shops}


def by_id(settings: Settings) -> dict[str, Shop]:
    """The shops by their own id."""
    return {shop.id: shop for shop in settings.shops}

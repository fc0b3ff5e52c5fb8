"""Where everything is put together, and nowhere else."""

from collections.abc import Mapping

import httpx
import redis
import redis.asyncio
from dependency_injector import containers, providers
from eventsourcing.persistence import ApplicationRecorder

from application.accept_webhook import AcceptWebhook
from application.answer_messages import AnswerMessages
from application.apologise import Apologise
from application.fallback_interpreter import FallbackInterpreter, RuleInterpreter
from application.mark_seen import MarkSeen
from application.ports import (
    Calendar,
    Clock,
    EventStore,
    Identities,
    Inbox,
    Interpreter,
    Mailboxes,
    Messenger,
    Relay,
)
from application.read_availability import ReadAvailability
from application.record_progress import RecordProgress
from application.record_settings import RecordSettings
from application.recording import Recording
from application.relay_effects import RelayEffects
from application.send_message import SendMessage
from application.update_calendar import UpdateCalendar
from domain.shop import Shop
from entrypoints.apologies import Apologies
from entrypoints.handlers import Handlers
from entrypoints.heartbeat import Heartbeat
from entrypoints.persistence import Factory, factory_of, recorder_of, waiter_of
from entrypoints.settings import SANDBOX_TOKEN, Settings
from entrypoints.shop_clock import clock_of
from entrypoints.webhook import Webhook
from entrypoints.witnessing import Witnessing
from entrypoints.worker import Worker
from infrastructure.audit.audit_key import SigningKey
from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.notary import Notary
from infrastructure.audit.partition_names import log_name
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.event_store.codec import EventCodec
from infrastructure.event_store.key_vault import RedisKeyVault, derive
from infrastructure.event_store.removed import RemovedLeaves
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.google.calendar import (
    GoogleCalendar,
    service_account_credentials,
    token_credentials,
)
from infrastructure.grok.when_asked import GrokWhenAsked
from infrastructure.identities import RandomIdentities
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.inbox import RedisInbox
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom, Settling
from infrastructure.mailboxes.relay import RedisRelay
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.redis.clients import connect, connect_async
from infrastructure.redis_recorders.partition import Partition
from infrastructure.whatsapp.messenger import WhatsAppMessenger, whatsapp_client


def _calendar(settings: Settings) -> GoogleCalendar:
    file = settings.google_service_account_file
    credentials = service_account_credentials(file) if file else token_credentials(SANDBOX_TOKEN)
    return GoogleCalendar(credentials, api_url=settings.google_calendar_api_url)


def _interpreter(settings: Settings) -> Interpreter:
    rules = RuleInterpreter()
    if settings.xai_api_key is None:
        return rules
    return FallbackInterpreter(rules, GrokWhenAsked(lambda: _grok(settings)))


def _grok(settings: Settings) -> Interpreter:
    from infrastructure.grok.interpreter import GrokInterpreter, grok_client

    client = grok_client(api_url=settings.xai_api_url, api_key=settings.xai_api_key or "")
    return GrokInterpreter(
        client, model=settings.xai_model, reasoning_effort=settings.xai_reasoning_effort
    )


def _codec(client: redis.Redis, settings: Settings, partition: Partition) -> EventCodec:
    return EventCodec(RedisKeyVault(client, settings.master_key, name=partition.keys))


def _notary(
    settings: Settings,
    recorder: ApplicationRecorder,
    client: redis.Redis,
    partition: Partition,
    clock: Clock,
) -> Notary:
    log = AuditLog(recorder, RemovedLeaves(client, partition))
    return Notary(
        folder=settings.data_dir / "audit",
        log=NamedLog(log_name(partition), log),
        key=SigningKey(settings.master_key),
        clock=clock,
        publisher=PublishedCheckpoints(client, partition),
    )


def _by_number(settings: Settings) -> dict[str, Shop]:
    return {shop.phone_number_id: shop for shop in settings.shops}


def _by_id(settings: Settings) -> dict[str, Shop]:
    return {shop.id: shop for shop in settings.shops}


class Container(containers.DeclarativeContainer):
    """The service's parts; `settings` and `redis_url` are given before anything is asked of it."""

    settings: providers.Dependency[Settings] = providers.Dependency()
    redis_url: providers.Dependency[str] = providers.Dependency()

    redis_client: providers.Provider[redis.Redis] = providers.Singleton(connect, redis_url)
    redis_async: providers.Provider[redis.asyncio.Redis] = providers.Singleton(
        connect_async, redis_url
    )
    clock: providers.Provider[Clock] = providers.Singleton(clock_of, settings)
    identities: providers.Provider[Identities] = providers.Singleton(RandomIdentities)
    shops_by_number: providers.Provider[Mapping[str, Shop]] = providers.Singleton(
        _by_number, settings
    )
    shops_by_id: providers.Provider[Mapping[str, Shop]] = providers.Singleton(_by_id, settings)

    partition: providers.Provider[Partition] = providers.Singleton(
        Partition, settings.provided.partition
    )
    persistence: providers.Provider[Factory] = providers.Singleton(
        factory_of, settings.provided.persistence, redis_url
    )
    recorder: providers.Provider[ApplicationRecorder] = providers.Singleton(
        recorder_of, persistence
    )
    event_store: providers.Provider[EventStore] = providers.Singleton(
        RecordedEventStore,
        recorder,
        providers.Singleton(_codec, redis_client, settings, partition),
        waiter=providers.Singleton(waiter_of, recorder, redis_async, partition),
        release=persistence.provided.close,
    )

    mailroom: providers.Provider[RedisMailroom] = providers.Singleton(
        RedisMailroom,
        redis_async,
        partition=settings.provided.partition,
        settling=providers.Singleton(
            Settling, quiet=settings.provided.quiet, longest=settings.provided.longest_quiet
        ),
    )
    seal: providers.Provider[LetterSeal] = providers.Singleton(
        LetterSeal, providers.Callable(derive, settings.provided.master_key, b"letters")
    )
    mailboxes: providers.Provider[Mailboxes] = providers.Singleton(
        RedisMailboxes, mailroom, seal=seal
    )
    inbox: providers.Provider[Inbox] = providers.Singleton(
        RedisInbox,
        mailroom,
        seal=seal,
        fingerprints=providers.Singleton(
            Fingerprints,
            providers.Callable(derive, settings.provided.master_key, b"fingerprints"),
        ),
        identities=identities,
    )
    relay: providers.Provider[Relay] = providers.Singleton(RedisRelay, mailroom, seal=seal)

    graph_client: providers.Provider[httpx.AsyncClient] = providers.Singleton(
        whatsapp_client, settings.provided.whatsapp_api_url
    )
    messenger: providers.Provider[Messenger] = providers.Singleton(
        WhatsAppMessenger,
        graph_client,
        access_token=settings.provided.whatsapp_access_token,
        version=settings.provided.whatsapp_api_version,
    )
    calendar: providers.Provider[Calendar] = providers.Singleton(_calendar, settings)
    interpreter: providers.Provider[Interpreter] = providers.Singleton(_interpreter, settings)

    answer_messages: providers.Provider[AnswerMessages] = providers.Singleton(
        AnswerMessages,
        store=event_store,
        interpreter=interpreter,
        clock=clock,
        identities=identities,
        shops=shops_by_number,
    )
    relay_effects: providers.Provider[RelayEffects] = providers.Singleton(
        RelayEffects, store=event_store, relay=relay
    )
    send_message: providers.Provider[SendMessage] = providers.Singleton(
        SendMessage,
        store=event_store,
        messenger=messenger,
        recording=providers.Singleton(Recording, store=event_store, clock=clock, actor="sender"),
        clock=clock,
        shops=shops_by_id,
    )
    mark_seen: providers.Provider[MarkSeen] = providers.Singleton(
        MarkSeen, store=event_store, messenger=messenger, clock=clock, shops=shops_by_number
    )
    record_progress: providers.Provider[RecordProgress] = providers.Singleton(
        RecordProgress,
        providers.Singleton(Recording, store=event_store, clock=clock, actor="whatsapp"),
    )
    update_calendar: providers.Provider[UpdateCalendar] = providers.Singleton(
        UpdateCalendar,
        store=event_store,
        calendar=calendar,
        recording=providers.Singleton(Recording, store=event_store, clock=clock, actor="calendar"),
        shops=shops_by_id,
    )

    read_availability: providers.Provider[ReadAvailability] = providers.Singleton(
        ReadAvailability,
        store=event_store,
        clock=clock,
        identities=identities,
        shops=shops_by_id,
    )
    heartbeat: providers.Provider[Heartbeat] = providers.Singleton(
        Heartbeat, redis_async, key=partition.provided.pulse
    )
    webhook: providers.Provider[Webhook] = providers.Singleton(
        Webhook,
        accept=providers.Singleton(
            AcceptWebhook, inbox=inbox, numbers=providers.Callable(tuple, shops_by_number)
        ),
        clock=clock,
        app_secret=settings.provided.whatsapp_app_secret,
        verify_token=settings.provided.whatsapp_verify_token,
    )
    record_settings: providers.Provider[RecordSettings] = providers.Singleton(
        RecordSettings,
        providers.Singleton(Recording, store=event_store, clock=clock, actor="worker"),
        shops=settings.provided.shops,
    )
    worker: providers.Provider[Worker] = providers.Singleton(
        Worker,
        begin=record_settings,
        mailboxes=mailboxes,
        relay_effects=relay_effects,
        handlers=providers.Singleton(
            Handlers,
            answer_messages=answer_messages,
            mark_seen=mark_seen,
            record_progress=record_progress,
            send_message=send_message,
            update_calendar=update_calendar,
        ).provided.by_queue.call(),
        heartbeat=heartbeat,
        apologies=providers.Singleton(
            Apologies,
            providers.Singleton(
                Apologise,
                store=event_store,
                clock=clock,
                identities=identities,
                shops=shops_by_number,
            ),
        ).provided.by_queue.call(),
    )
    witnessing: providers.Provider[Witnessing] = providers.Singleton(
        Witnessing,
        providers.Singleton(_notary, settings, recorder, redis_client, partition, clock),
    )

"""Where everything is put together, and nowhere else."""

from collections.abc import Mapping
from datetime import timedelta

import httpx
import redis
import redis.asyncio
from dependency_injector import containers, providers
from eventsourcing.persistence import ApplicationRecorder

from application.accept_webhook import AcceptWebhook
from application.answer_messages import AnswerMessages
from application.apologise import Apologise
from application.composing_outgoing import ComposeOutgoing
from application.dispatch import Dispatch
from application.follow_calendar import FollowCalendar
from application.fresh_calendars import FreshCalendars
from application.mark_seen import MarkSeen
from application.ports import (
    Calendar,
    CalendarReader,
    CalendarRounds,
    Clock,
    DeadLetters,
    Departures,
    EventStore,
    Identities,
    Inbox,
    Interpreter,
    KnownChannels,
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
from application.watch_calendar import WatchCalendar
from domain.shop import Shop
from entrypoints.apologies import Apologies
from entrypoints.beginning import Beginning
from entrypoints.calendar_notifications import Notifications
from entrypoints.following import Following
from entrypoints.handlers import Handlers
from entrypoints.heartbeat import Heartbeat
from entrypoints.model_health import ModelHealth
from entrypoints.parts import (
    by_id,
    by_number,
    calendar_ids,
    codec_of,
    google_of,
    has_model,
    interpreter_of,
    model_of,
    notary_of,
    notified_at,
)
from entrypoints.persistence import Factory, factory_of, recorder_of, waiter_of
from entrypoints.settings import Settings
from entrypoints.shop_clock import clock_of
from entrypoints.webhook import Webhook
from entrypoints.witnessing import Witnessing
from entrypoints.worker import Worker
from infrastructure.calendar_rounds import RedisCalendarRounds
from infrastructure.event_store.key_vault import derive
from infrastructure.event_store.store import RecordedEventStore
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.channels import ChannelTokens, GoogleCalendarChannels
from infrastructure.google.connection import GoogleConnection
from infrastructure.google.reader import GoogleCalendarReader
from infrastructure.google.shared_quota import SharedQuota
from infrastructure.google.token_bucket import Quota
from infrastructure.grok.gate import Gate
from infrastructure.grok.when_asked import GrokWhenAsked
from infrastructure.identities import RandomIdentities
from infrastructure.known_channels import RedisKnownChannels
from infrastructure.mailboxes.dead_letters import RedisDeadLetters
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.inbox import RedisInbox
from infrastructure.mailboxes.mailboxes import RedisMailboxes
from infrastructure.mailboxes.mailroom import RedisMailroom, Settling
from infrastructure.mailboxes.relay import RedisRelay
from infrastructure.mailboxes.seal import LetterSeal
from infrastructure.outbox.departures import RedisDepartures
from infrastructure.outbox.paused_numbers import PausedNumbers
from infrastructure.redis.clients import connect, connect_async
from infrastructure.redis_recorders.partition import Partition
from infrastructure.whatsapp.messenger import WhatsAppMessenger, whatsapp_client


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
        by_number, settings
    )
    shops_by_id: providers.Provider[Mapping[str, Shop]] = providers.Singleton(by_id, settings)

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
        providers.Singleton(codec_of, redis_client, settings, partition),
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
    dead_letters: providers.Provider[DeadLetters] = providers.Singleton(
        RedisDeadLetters, mailroom, seal=seal
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
    departures: providers.Provider[Departures] = providers.Singleton(
        RedisDepartures,
        redis_async,
        identities=identities,
        partition=settings.provided.partition,
    )
    google_quota: providers.Provider[Quota] = providers.Singleton(
        SharedQuota, redis_client, partition=settings.provided.partition
    )
    google: providers.Provider[GoogleConnection] = providers.Singleton(
        google_of, settings, google_quota
    )
    calendar: providers.Provider[Calendar] = providers.Singleton(GoogleCalendar, google)
    calendar_reader: providers.Provider[CalendarReader] = providers.Singleton(
        GoogleCalendarReader, google
    )
    calendar_rounds: providers.Provider[CalendarRounds] = providers.Singleton(
        RedisCalendarRounds, redis_async, partition=settings.provided.partition
    )
    model_gate: providers.Provider[Gate] = providers.Singleton(
        Gate,
        redis_async,
        seal=providers.Singleton(
            LetterSeal, providers.Callable(derive, settings.provided.master_key, b"model-answers")
        ),
        fingerprints=providers.Singleton(
            Fingerprints,
            providers.Callable(derive, settings.provided.master_key, b"model-questions"),
        ),
        budget=settings.provided.xai_budget,
        partition=settings.provided.partition,
    )
    model_health: providers.Provider[ModelHealth] = providers.Singleton(
        ModelHealth, model_gate, has_key=providers.Callable(has_model, settings)
    )
    model: providers.Provider[GrokWhenAsked] = providers.Singleton(model_of, settings, model_gate)
    interpreter: providers.Provider[Interpreter] = providers.Singleton(
        interpreter_of, settings, model
    )

    follow_calendar: providers.Provider[FollowCalendar] = providers.Singleton(
        FollowCalendar,
        store=event_store,
        reader=calendar_reader,
        rounds=calendar_rounds,
        recording=providers.Singleton(Recording, store=event_store, clock=clock, actor="calendar"),
        clock=clock,
        shops=shops_by_id,
    )
    fresh_calendars: providers.Provider[FreshCalendars] = providers.Singleton(
        FreshCalendars, follow_calendar=follow_calendar, rounds=calendar_rounds, clock=clock
    )

    answer_messages: providers.Provider[AnswerMessages] = providers.Singleton(
        AnswerMessages,
        store=event_store,
        interpreter=interpreter,
        clock=clock,
        identities=identities,
        shops=shops_by_number,
        freshness=fresh_calendars,
    )
    relay_effects: providers.Provider[RelayEffects] = providers.Singleton(
        RelayEffects, store=event_store, relay=relay
    )
    longest_doubt: providers.Provider[timedelta] = settings.provided.longest_doubt
    send_message: providers.Provider[SendMessage] = providers.Singleton(
        SendMessage,
        store=event_store,
        departures=departures,
        dispatch=providers.Singleton(
            Dispatch,
            store=event_store,
            messenger=messenger,
            departures=departures,
            compose=providers.Singleton(
                ComposeOutgoing, store=event_store, clock=clock, shops=shops_by_id
            ),
            recording=providers.Singleton(
                Recording, store=event_store, clock=clock, actor="sender"
            ),
            shops=shops_by_id,
        ),
        doubt=longest_doubt,
    )
    mark_seen: providers.Provider[MarkSeen] = providers.Singleton(
        MarkSeen,
        store=event_store,
        messenger=messenger,
        departures=departures,
        clock=clock,
        shops=shops_by_number,
    )
    record_progress: providers.Provider[RecordProgress] = providers.Singleton(
        RecordProgress,
        providers.Singleton(Recording, store=event_store, clock=clock, actor="whatsapp"),
        departures=departures,
    )
    update_calendar: providers.Provider[UpdateCalendar] = providers.Singleton(
        UpdateCalendar,
        store=event_store,
        calendar=calendar,
        recording=providers.Singleton(Recording, store=event_store, clock=clock, actor="calendar"),
        shops=shops_by_id,
    )

    channel_tokens: providers.Provider[ChannelTokens] = providers.Singleton(
        ChannelTokens,
        providers.Callable(derive, settings.provided.master_key, b"calendar-channels"),
    )
    known_channels: providers.Provider[KnownChannels] = providers.Singleton(
        RedisKnownChannels, redis_async, partition=settings.provided.partition
    )
    watch_calendar: providers.Provider[WatchCalendar] = providers.Singleton(
        WatchCalendar,
        channels=providers.Singleton(GoogleCalendarChannels, google),
        known=known_channels,
        token_of=channel_tokens.provided.of,
        clock=clock,
        identities=identities,
        address=providers.Callable(notified_at, settings),
    )
    notifications: providers.Provider[Notifications] = providers.Singleton(
        Notifications, rounds=calendar_rounds, known=known_channels, tokens=channel_tokens
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
    paused_numbers: providers.Provider[PausedNumbers] = providers.Singleton(PausedNumbers, mailroom)
    worker: providers.Provider[Worker] = providers.Singleton(
        Worker,
        begin=providers.Singleton(Beginning, record_settings, paused_numbers),
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
    following: providers.Provider[Following] = providers.Singleton(
        Following,
        follow_calendar=follow_calendar,
        watch_calendar=watch_calendar,
        rounds=calendar_rounds,
        calendar_ids=providers.Callable(calendar_ids, settings),
    )
    witnessing: providers.Provider[Witnessing] = providers.Singleton(
        Witnessing,
        providers.Singleton(notary_of, settings, recorder, redis_client, partition, clock),
    )

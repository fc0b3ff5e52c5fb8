"""A whole sandbox: its router, to be mounted into the product's own app, and its deliveries."""

from litestar import Router
from litestar.di import Provide
from redis.asyncio import Redis

from infrastructure.sandbox import (
    clock_routes,
    fault_routes,
    phone_routes,
    service_routes,
    xai_routes,
)
from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.customer import Customer
from infrastructure.sandbox.exchange import Service
from infrastructure.sandbox.faults import Faults
from infrastructure.sandbox.faulty_service import FaultyService
from infrastructure.sandbox.google import Google
from infrastructure.sandbox.google_channels import GoogleChannels
from infrastructure.sandbox.google_free_busy import GoogleFreeBusy
from infrastructure.sandbox.google_list import GoogleList
from infrastructure.sandbox.google_pushing import GooglePushing
from infrastructure.sandbox.google_store import GoogleStore
from infrastructure.sandbox.google_write import GoogleWrite
from infrastructure.sandbox.graph import Graph
from infrastructure.sandbox.graph_media import GraphMedia
from infrastructure.sandbox.graph_send import GraphSend
from infrastructure.sandbox.graph_templates import GraphTemplates
from infrastructure.sandbox.media import Media
from infrastructure.sandbox.phones import Phones
from infrastructure.sandbox.problem import Problem, answer_problem
from infrastructure.sandbox.reception import Reception
from infrastructure.sandbox.request_log import RequestLog
from infrastructure.sandbox.settings import SandboxSettings
from infrastructure.sandbox.templates import Templates
from infrastructure.sandbox.webhook_delivery import WebhookDelivery
from infrastructure.sandbox.webhook_queue import WebhookQueue
from infrastructure.sandbox.xai import Xai
from infrastructure.sandbox.xai_answers import XaiAnswers

ROUTES = (
    clock_routes.read_clock,
    clock_routes.move_clock,
    phone_routes.send,
    phone_routes.chat,
    phone_routes.all_phones,
    phone_routes.one_phone,
    xai_routes.script_answers,
    fault_routes.read_faults,
    fault_routes.set_faults,
    fault_routes.remove_faults,
    service_routes.graph,
    service_routes.google,
    service_routes.xai,
    service_routes.received_requests,
)


class Sandbox:
    """The emulators over one Redis. `router` answers; between start and stop, webhooks go out."""

    def __init__(self, *, settings: SandboxSettings, redis: Redis, clock: SandboxClock) -> None:
        self._settings = settings
        self._redis = redis
        self._clock = clock
        self._phones = Phones(redis)
        self._chats = Chats(redis)
        self._media = Media(redis)
        self._queue = WebhookQueue(redis)
        self._log = RequestLog(redis)
        self._answers = XaiAnswers(redis)
        self._faults = Faults(redis)
        self._delivery = WebhookDelivery(
            settings=settings, redis=redis, queue=self._queue, chats=self._chats
        )
        self._channels = GoogleChannels(redis)
        self._pushing = GooglePushing(self._channels, clock)
        self.router = self._router()

    async def start(self) -> None:
        """Begin to deliver webhooks, those first that an earlier process left behind."""
        await self._delivery.start()
        await self._pushing.start()

    async def stop(self) -> None:
        """Cease to deliver; what is pending stays in Redis."""
        await self._pushing.stop()
        await self._delivery.stop()

    def _router(self) -> Router:
        provided = {
            "clock": self._clock,
            "phones": self._phones,
            "chats": self._chats,
            "answers": self._answers,
            "faults": self._faults,
            "log": self._log,
            "customer": self._customer(),
            "reception": self._reception(),
        }
        return Router(
            "/sandbox",
            route_handlers=ROUTES,
            dependencies={name: _provide(value) for name, value in provided.items()},
            exception_handlers={Problem: answer_problem},
            include_in_schema=False,
        )

    def _reception(self) -> Reception:
        faulty = {
            name: FaultyService(service, self._faults) for name, service in self._services().items()
        }
        return Reception(services=faulty, log=self._log, clock=self._clock)

    def _services(self) -> dict[str, Service]:
        return {
            "graph": self._graph(),
            "google": self._google(),
            "xai": Xai(settings=self._settings, answers=self._answers, clock=self._clock),
        }

    def _customer(self) -> Customer:
        return Customer(
            settings=self._settings,
            redis=self._redis,
            clock=self._clock,
            phones=self._phones,
            chats=self._chats,
            media=self._media,
            queue=self._queue,
            delivery=self._delivery,
        )

    def _graph(self) -> Graph:
        templates = Templates(self._redis)
        send = GraphSend(
            settings=self._settings,
            redis=self._redis,
            clock=self._clock,
            phones=self._phones,
            chats=self._chats,
            templates=templates,
            queue=self._queue,
            delivery=self._delivery,
        )
        return Graph(
            settings=self._settings,
            send=send,
            media=GraphMedia(self._media),
            templates=GraphTemplates(templates),
        )

    def _google(self) -> Google:
        store = GoogleStore(self._redis)
        return Google(
            settings=self._settings,
            store=store,
            write=GoogleWrite(store, self._clock, person=self._settings.google_person),
            listing=GoogleList(store, self._clock),
            free_busy=GoogleFreeBusy(store, self._settings),
            channels=self._channels,
            clock=self._clock,
        )


def _provide(value: object) -> Provide:
    return Provide(lambda: value, sync_to_thread=False)

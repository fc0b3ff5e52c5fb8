"""The Litestar app: webhook, API, OpenAPI documents, and in a sandbox the emulators."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from litestar import Litestar
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.types import ControllerRouterHandler

from application.ports import Unavailable
from entrypoints import api
from entrypoints.api_docs.docs import OfflineDocs, docs_router
from entrypoints.calendar_notifications import notify
from entrypoints.container import Container
from entrypoints.problems import answer_fault, answer_http_exception, answer_unavailable
from entrypoints.webhook import webhook_route

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def create_app(
    container: Container,
    *,
    further: Sequence[ControllerRouterHandler] = (),
    lifespan: Sequence[Lifespan] = (),
) -> Litestar:
    """The app over the container's parts, with `further` routes and what lives along with it."""
    return Litestar(
        route_handlers=[
            webhook_route(container.webhook()),
            api.availability,
            api.live,
            api.ready,
            notify,
            *further,
        ],
        dependencies={
            "read_availability": _provide(container.read_availability),
            "clock": _provide(container.clock),
            "heartbeat": _provide(container.heartbeat),
            "notifications": _provide(container.notifications),
            "departures": _provide(container.departures),
            "dead_letters": _provide(container.dead_letters),
            "model_health": _provide(container.model_health),
        },
        exception_handlers={
            HTTPException: answer_http_exception,
            Unavailable: answer_unavailable,
            Exception: answer_fault,
        },
        openapi_config=OpenAPIConfig(
            title="barbershop",
            version="0.1.0",
            description="Books barbershop appointments over WhatsApp.",
            render_plugins=[OfflineDocs()],
            openapi_router=docs_router(),
        ),
        lifespan=[*lifespan],
        logging_config=None,
    )


@asynccontextmanager
async def working(container: Container) -> AsyncIterator[None]:
    """A worker, a notary and who follows the calendars, running along."""
    worker, witnessing = container.worker(), container.witnessing()
    following = container.following()
    await worker.start()
    await witnessing.start(container.heartbeat().alarm)
    await following.start()
    try:
        yield
    finally:
        await following.stop()
        await worker.stop()
        await witnessing.stop()


def _provide(part: Callable[[], object]) -> Provide:
    """Litestar cannot look into a provider, but it can call a lambda."""
    return Provide(lambda: part(), sync_to_thread=False)  # noqa: PLW0108 - see above

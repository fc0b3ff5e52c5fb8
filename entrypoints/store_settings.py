"""Where the service keeps what it knows: a Redis, and a store of events."""

from collections.abc import Mapping

from entrypoints.setting_sources import Sources

PARTITION = "barbershop:0"
OWN_PERSISTENCE = "infrastructure.redis_persistence"
OWN_NAMES = ("BARBERSHOP_", "WHATSAPP_", "GOOGLE_", "XAI_", "REDIS_")
CONNECT_TIMEOUT = "5"  # seconds; the library would wait for thirty


def redis_url(sources: Sources) -> str | None:
    """The address of a Redis; `None` where the service starts one of its own."""
    value = sources.optional_secret("REDIS_URL", None)
    if value is not None and not value.startswith(("redis://", "rediss://", "unix://")):
        sources.problem(
            "REDIS_URL", "is no address of a Redis", "begin it with redis://, rediss:// or unix://"
        )
    return value


def partition(sources: Sources) -> str:
    """The hash tag before every key, without braces."""
    name = sources.text("REDIS_PARTITION", PARTITION) or ""
    if set("{}") & set(name):
        sources.problem("REDIS_PARTITION", "has braces in it", f"name it like {PARTITION}")
    return name


def persistence(sources: Sources, given: Mapping[str, str]) -> dict[str, str]:
    """What the persistence module is told: the whole environment, but what is no module's."""
    module = sources.text("PERSISTENCE_MODULE", OWN_PERSISTENCE) or ""
    password = sources.optional_secret("POSTGRES_PASSWORD", None)
    port = sources.whole_number("POSTGRES_PORT", 5432, 1, 65535)
    needed = {
        "eventsourcing.sqlite": (("SQLITE_DBNAME", sources.text("SQLITE_DBNAME")),),
        "eventsourcing.postgres": (
            ("POSTGRES_HOST", sources.text("POSTGRES_HOST")),
            ("POSTGRES_DBNAME", sources.text("POSTGRES_DBNAME")),
            ("POSTGRES_USER", sources.text("POSTGRES_USER")),
            ("POSTGRES_PASSWORD", password),
        ),
    }
    for name, value in needed.get(module, ()):
        if value is None:
            sources.problem(name, "is missing", f"{module} needs it to find the database")
    return {
        "POSTGRES_CONNECT_TIMEOUT": CONNECT_TIMEOUT,
        **{name: value for name, value in given.items() if not name.startswith(OWN_NAMES)},
        "PERSISTENCE_MODULE": module,
        "REDIS_PARTITION": sources.text("REDIS_PARTITION", PARTITION) or "",
        "POSTGRES_SCHEMA": sources.text("POSTGRES_SCHEMA", "public") or "",
        "POSTGRES_PORT": str(port),
        "POSTGRES_PASSWORD": password or "",
    }


def require_store(sources: Sources, persistence: Mapping[str, str]) -> None:
    """Open the store that is not Redis once, so that what is wrong is told before the start."""
    if persistence["PERSISTENCE_MODULE"] == OWN_PERSISTENCE:
        return
    from entrypoints.persistence import opens  # loads the library, which other commands save

    if not opens(persistence):
        sources.problem(
            "PERSISTENCE_MODULE",
            "names no persistence module whose store can be opened",
            "give its Python path, install what it needs, and check its own settings",
        )

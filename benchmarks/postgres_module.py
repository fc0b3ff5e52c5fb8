"""Appends with the library's PostgreSQL module."""

import msgspec
from eventsourcing.postgres import PostgresFactory
from eventsourcing.utils import Environment
from psycopg.conninfo import conninfo_to_dict

from benchmarks.appender import Append


class PostgresModule(msgspec.Struct, frozen=True, kw_only=True):
    """The library's quickest way: its function in the database, called by a prepared statement."""

    url: str

    @property
    def name(self) -> str:
        """As it stands in the table."""
        return "the library's PostgreSQL"

    def open(self) -> Append:
        """As the protocol says."""
        place = conninfo_to_dict(self.url)
        environment = {
            "POSTGRES_DBNAME": str(place.get("dbname", "postgres")),
            "POSTGRES_HOST": str(place.get("host", "")),
            "POSTGRES_PORT": str(place.get("port", "5432")),
            "POSTGRES_USER": str(place.get("user", "postgres")),
            "POSTGRES_PASSWORD": str(place.get("password", "")),
            "POSTGRES_POOL_SIZE": "1",
            "POSTGRES_MAX_OVERFLOW": "0",
            "POSTGRES_ENABLE_DB_FUNCTIONS": "yes",
            "ORIGINATOR_ID_TYPE": "text",
        }
        factory = PostgresFactory(Environment(name="bench", env=environment))
        return factory.application_recorder().insert_events

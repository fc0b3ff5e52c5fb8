"""The way to the server that holds a partition's keys, in a cluster too."""

import contextlib
from threading import Lock

import redis
from redis.backoff import NoBackoff
from redis.cluster import RedisCluster
from redis.connection import SSLConnection
from redis.exceptions import ClusterDownError, MovedError, RedisClusterException, RedisError
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError
from redis.retry import Retry

from infrastructure.redis.line import Argument
from infrastructure.redis.lines import Lines


class Link:
    """Commands for the keys of one hash slot; each is done at most once. Threads share it.

    The client gives RESP2. That its server belongs to a cluster shows
    in a first MOVED: commands then go straight to the node that has the slot, past the cluster
    client of redis-py, which would send a script again whose reply was lost.
    """

    def __init__(self, client: redis.Redis, key: str) -> None:
        self._client = client
        self._key = key
        self._lines = Lines(client.connection_pool)
        self._cluster: RedisCluster | None = None
        self._locating = Lock()

    def command(self, *parts: Argument) -> object:
        """The reply as it came, in bytes. Raises `RedisError`, as `Lines.command` does."""
        lines = self._lines
        try:
            return lines.command(*parts)
        except MovedError:
            # The node refused it unseen, so that it may be sent again.
            return self._located_after(lines).command(*parts)
        except (RedisConnectionError, RedisTimeoutError):
            if self._cluster is not None:
                with contextlib.suppress(RedisError):
                    self._located_after(lines)
            raise

    def lines(self) -> Lines:
        """The connections to the node that has the slot, as far as is known."""
        return self._lines

    def close(self) -> None:
        """Close every connection, those that are in use as soon as their command is done."""
        self._lines.close()
        nodes = self._cluster.nodes_manager.nodes_cache.values() if self._cluster else ()
        clients = [self._client, *(one.redis_connection for one in nodes)]
        for client in filter(None, clients):
            client.connection_pool.disconnect(inuse_connections=False)

    def _located_after(self, tried: Lines) -> Lines:
        """The lines that have come in the place of those; whoever is first looks for them."""
        with self._locating:
            if self._lines is tried:
                self._lines = Lines(self._node().connection_pool)
                tried.close()
            return self._lines

    def _node(self) -> redis.Redis:
        try:
            if self._cluster is None:
                self._cluster = _cluster_of(self._client)
            else:
                self._cluster.nodes_manager.initialize()
            node = self._cluster.get_node_from_key(self._key)  # type: ignore[no-untyped-call]
            return self._cluster.get_redis_connection(node)
        except RedisClusterException as error:
            raise ClusterDownError(str(error)) from error


def _cluster_of(client: redis.Redis) -> RedisCluster:
    """The cluster of that client's server, which is only asked where slots are."""
    pool = client.connection_pool
    ssl = issubclass(pool.connection_class, SSLConnection)
    passed_on = {
        name: value
        for name, value in pool.connection_kwargs.items()
        if name not in ("db", "retry", "himport_registry")
    }
    return RedisCluster(**passed_on, ssl=ssl, retry=Retry(NoBackoff(), 0))

"""A real cluster of three nodes, which share the slots in equal parts."""

from functools import partial
from pathlib import Path

import redis
from redis.crc import key_slot

from infrastructure.redis.clients import connect
from tests.persistence.redis_server import RedisServer
from tests.sandbox.running import eventually

SLOTS = 16384
NODES = 3
OPTIONS = {"cluster-enabled": "yes", "cluster-config-file": "nodes", "cluster-node-timeout": "2000"}
START = 20.0  # seconds: nodes meet within about three


class RedisCluster:
    """Nodes on free ports of this machine; each has no replica."""

    def __init__(self, folder: Path) -> None:
        folders = [folder / str(n) for n in range(NODES)]
        for one in folders:
            one.mkdir()
        self.nodes = [RedisServer(one, tcp=True, durable=False, further=OPTIONS) for one in folders]

    def start(self) -> None:
        """Return once every node knows the others and takes writes."""
        for node in self.nodes:
            node.start()
        for n, node in enumerate(self.nodes):
            with connect(node.url) as client:
                slots = [slot for slot in range(SLOTS) if node_of(slot) == n]
                client.execute_command("CLUSTER", "SET-CONFIG-EPOCH", n + 1)
                client.execute_command("CLUSTER", "ADDSLOTS", *slots)
                client.execute_command("CLUSTER", "MEET", "127.0.0.1", self.nodes[0].port)
        for node in self.nodes:
            with connect(node.url) as client:
                eventually(partial(is_whole, client), within=START)

    def kill(self) -> None:
        """End all nodes."""
        for node in self.nodes:
            node.kill()


def node_of(slot: int) -> int:
    """The number of the node that has the slot at first."""
    return slot * NODES // SLOTS


def partition_on(node: int) -> str:
    """The name of a partition whose keys stand on that node at first."""
    names = (f"shop:{n}" for n in range(1000))
    return next(name for name in names if node_of(key_slot(name.encode())) == node)


def is_whole(client: redis.Redis) -> bool:
    """Whether that node sees the whole cluster in order."""
    told: bytes = client.execute_command("CLUSTER", "INFO")  # type: ignore[no-untyped-call]
    return {b"cluster_state:ok", b"cluster_known_nodes:%d" % NODES} <= set(told.split())


def move_slot(name: str, source: RedisServer, target: RedisServer) -> None:
    """Move the slot of a partition and all that is in it, as a resharding does."""
    slot = key_slot(name.encode())
    with connect(source.url) as left, connect(target.url) as right:
        ids = [str(client.execute_command("CLUSTER", "MYID"), "ascii") for client in (left, right)]
        right.execute_command("CLUSTER", "SETSLOT", slot, "IMPORTING", ids[0])
        left.execute_command("CLUSTER", "SETSLOT", slot, "MIGRATING", ids[1])
        keys = left.execute_command("CLUSTER", "GETKEYSINSLOT", slot, 1000)
        left.execute_command("MIGRATE", "127.0.0.1", target.port, "", 0, 5000, "KEYS", *keys)
        for client in (right, left):
            client.execute_command("CLUSTER", "SETSLOT", slot, "NODE", ids[1])

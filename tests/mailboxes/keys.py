"""Which keys of the inbox stand where in Redis."""

from typing import cast

from redis.asyncio import Redis

QUEUE = "{barbershop:0}:%s:inbox"

Fields = dict[bytes, bytes]


async def places(client: Redis) -> list[bytes]:
    """Each key once for every place in which it stands."""
    entries = await client.xrange(QUEUE % "ready") or ()
    tokens = [cast("Fields", fields)[b"key"] for _, fields in entries]
    due = cast("list[bytes]", await client.zrange(QUEUE % "due", 0, -1))
    return sorted([key for key in tokens if key] + due + [*await parked(client)])


async def parked(client: Redis) -> Fields:
    """The parked keys, and the dead letters that park them."""
    return cast("Fields", await client.hgetall(QUEUE % "parked"))


async def parking(client: Redis) -> Fields:
    """The same, as the dead letters say."""
    entries = await client.xrange(QUEUE % "dead") or ()
    letters = [(cast("bytes", entry), cast("Fields", fields)) for entry, fields in entries]
    return {fields[b"key"]: entry for entry, fields in letters if b"parks" in fields}


async def filled(client: Redis, kind: str = "mail") -> list[bytes]:
    """The keys whose mailboxes hold letters; with `back`, those that letters come back to."""
    mailboxes = [key async for key in client.scan_iter(match=QUEUE % kind + ":*")]
    return sorted(key.rpartition(b":")[2] for key in mailboxes)

"""The Lua scripts of this package, for one client."""

from importlib import resources

import redis
from redis.commands.core import Script


def script(client: redis.Redis, name: str) -> Script:
    """The script `infrastructure/redis/lua/<name>.lua`; it goes to the server where that lacks it."""
    source = resources.files("infrastructure.redis").joinpath("lua", f"{name}.lua")
    return client.register_script(source.read_text(encoding="utf-8"))

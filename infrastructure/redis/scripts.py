"""Lua scripts that ship with this package, run by their hash."""

import hashlib
from collections.abc import Sequence
from importlib import resources

import redis
from redis.exceptions import NoScriptError

Argument = str | bytes | int


class LuaScript:
    """The script `infrastructure/redis/lua/<name>.lua`; raises what the client raises."""

    def __init__(self, name: str) -> None:
        source = resources.files("infrastructure.redis").joinpath("lua", f"{name}.lua")
        self._text = source.read_text(encoding="utf-8")
        self._sha = hashlib.sha1(self._text.encode(), usedforsecurity=False).hexdigest()

    def run(
        self, client: redis.Redis, *, keys: Sequence[str], args: Sequence[Argument] = ()
    ) -> object:
        """What the script returns; its text goes to the server only where that lacks it."""
        try:
            return client.evalsha(self._sha, len(keys), *keys, *args)
        except NoScriptError:
            return client.eval(self._text, len(keys), *keys, *args)

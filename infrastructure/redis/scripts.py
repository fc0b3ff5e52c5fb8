"""Lua scripts, run by their hash."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources

from redis.exceptions import NoScriptError

from infrastructure.redis.line import Argument
from infrastructure.redis.link import Link


class LuaScript:
    """A script that is sent once per server and run by its hash from then on."""

    def __init__(self, text: str) -> None:
        self.text = text

    def run(self, link: Link, *, keys: Sequence[str], args: Sequence[Argument] = ()) -> object:
        """What the script returns; its text goes to the server only where that lacks it.

        Raises what the link raises.
        """
        try:
            return link.command("EVALSHA", self._sha, len(keys), *keys, *args)
        except NoScriptError:
            return link.command("EVAL", self.text, len(keys), *keys, *args)

    @cached_property
    def _sha(self) -> str:
        return hashlib.sha1(self.text.encode(), usedforsecurity=False).hexdigest()


def shipped(name: str) -> str:
    """The text of `infrastructure/redis/lua/<name>.lua`."""
    source = resources.files("infrastructure.redis").joinpath("lua", f"{name}.lua")
    return source.read_text(encoding="utf-8")

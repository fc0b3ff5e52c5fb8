"""Scripts that move a tracking position with what they write."""

from infrastructure.redis.scripts import LuaScript, shipped


class TrackedScript(LuaScript):
    """A script in Lua behind one that compares the position first and moves it last.

    It has its own `KEYS` and `ARGV`, checks everything before it writes anything, and returns 0
    where it has refused and written nothing.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(shipped("tracked").replace("@script", text))

"""Which reply is lost, and the names of all calls that change something."""

from collections import Counter
from collections.abc import Mapping

from chaos.lost_replies.scripts import script_of

SCRIPTS = (b"EVAL", b"EVALSHA", b"FCALL")  # what one does is known to itself alone

Words = tuple[bytes, ...]
Call = tuple[str, int]


class Mutations:
    """Notes the calls that may change something, and loses the reply of one of them.

    `writes` are the server's own commands that write, in capitals; `lost` is the name of the call
    and which of that name it is, from 0.
    """

    def __init__(self, writes: frozenset[bytes], lost: Call | None = None) -> None:
        self.calls: Counter[str] = Counter()
        self.done = False
        self._writes = writes
        self._lost = lost

    def takes(self, words: Words) -> bool:
        """Whether the reply to this command is lost."""
        if not self._may_change(words):
            return False
        name = name_of(words)
        loses = self._lost == (name, self.calls[name])
        self.calls[name] += 1
        self.done = self.done or loses
        return loses

    def _may_change(self, words: Words) -> bool:
        return words[0].upper() in (*SCRIPTS, *self._writes)


def name_of(words: Words) -> str:
    """What to call the command: by its script, where it runs one."""
    return script_of(words) or words[0].decode().upper()


def writing(commands: Mapping[str, Mapping[str, object]]) -> frozenset[bytes]:
    """The commands with the flag `write`, out of what `COMMAND` tells."""
    return frozenset(
        name.upper().encode() for name, told in commands.items() if "write" in _flags(told)
    )


def _flags(told: Mapping[str, object]) -> list[str]:
    flags = told["flags"]
    return [str(one) for one in flags] if isinstance(flags, list | tuple | set) else []

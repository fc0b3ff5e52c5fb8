"""What the scripts that run in Redis are called."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources

SHARED = "mailbox"  # stands before each of the mailboxes' scripts

ELSEWHERE: Mapping[str, str] = {
    "compact_copy": "compaction, which stands in tests/history",
    "compact_swap": "compaction, which stands in tests/history",
    "insert_apart": "the library's aggregate recorder, which the service does not use",
    "mailbox_discard": "letters without a sender, dropped by staff: tests/mailboxes",
    "mailbox_unread": "reads only",
    "remove_stream": "retention, which stands in tests/history",
    "restore_begin": "restoring, which stands in tests/history",
    "restore_events": "restoring, which stands in tests/history",
    "restore_keys": "restoring, which stands in tests/history",
    "snapshot": "reads only",
    "tracked": "the library's process recorder, killed by `redis`",
}


@cache
def names() -> Mapping[bytes, str]:
    """The names of all scripts that are shipped, by the hash that they are run by."""
    folder = resources.files("infrastructure.redis").joinpath("lua")
    texts = {
        one.name.removesuffix(".lua"): one.read_text(encoding="utf-8")
        for one in folder.iterdir()
        if one.name.endswith(".lua")
    }
    shared = texts.pop(SHARED)
    return {
        _sha1(f"{shared}\n{text}" if name.startswith(f"{SHARED}_") else text): name
        for name, text in texts.items()
    }


def script_of(words: tuple[bytes, ...]) -> str | None:
    """The script that a command runs; `None` where it runs none of ours."""
    match words[0].upper():
        case b"EVALSHA":
            return names().get(words[1])
        case b"EVAL":
            return names().get(_sha1(words[1].decode()))
        case _:
            return None


def _sha1(text: str) -> bytes:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest().encode()

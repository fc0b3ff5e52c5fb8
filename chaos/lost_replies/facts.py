"""What a day left in the log, in a form that does not depend on which of two came first."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import get_args

from application.ports import Recorded
from domain.conversation import (
    Conversation,
    ConversationEvent,
    ReplyProgressed,
    ReplySent,
    evolve,
)

UNORDERED = (ReplySent, ReplyProgressed)  # whether the answer or the status tells it first


def facts_of(log: Sequence[Recorded]) -> Counter[str]:
    """How often each thing was recorded, and how far the replies are."""
    noted = [one.event for one in log if not isinstance(one.event, UNORDERED)]
    facts = Counter(f"{type(one).__name__} recorded" for one in noted)
    facts.update(f"replies {status}" for status in _progress(log))
    return facts


def _progress(log: Sequence[Recorded]) -> list[str]:
    chats: defaultdict[str, Conversation] = defaultdict(Conversation)
    for one in log:
        if isinstance(one.event, get_args(ConversationEvent)):
            chats[one.stream] = evolve(chats[one.stream], one.event)
    return [status for chat in chats.values() for status in chat.progress.values()]

"""How a wave ended: everything that a customer, a barber or an auditor could see."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import get_args

import msgspec

from application.ports import Recorded
from application.replaying.replay import Replay
from chaos.house.house import House
from domain.conversation import Conversation, ConversationEvent, ReplyComposed, evolve
from domain.reply import MoreTimes, TakeTime
from infrastructure.replaying.sqlite_scratch import SqliteScratch

REPLAYED = ("appointment:", "diary:")
TIMES = (TakeTime, MoreTimes)


class End(msgspec.Struct, frozen=True, kw_only=True):
    """The digest of the replay, the calendars' entries, each conversation, and letters given up.

    A conversation is what was received, the words of each reply, and how far each of them is.

    The digest leaves the calendars' own streams out: how many steps led to an entry depends on how
    many changes were shown at once.
    """

    digest: str
    calendars: str
    conversations: tuple[str, ...]
    given_up: int


def end(house: House) -> End:
    """What the house is now."""
    log = house.log.recorded
    with SqliteScratch() as scratch:
        replay = Replay(scratch)
        replay(one for one in log if one.stream.startswith(REPLAYED))
        digest = replay.done().digest
    entries = sorted(house.calendar.entries.items())
    return End(
        digest=digest,
        calendars=hashlib.sha256(msgspec.msgpack.encode(entries)).hexdigest(),
        conversations=tuple(sorted(_conversations(log))),
        given_up=house.post_office.given_up,
    )


def differences(clean: End, rough: End) -> Iterator[str]:
    """What is not as it would have been, in words."""
    if rough.digest != clean.digest:
        yield "the replay of appointments and diaries leads elsewhere"
    if rough.calendars != clean.calendars:
        yield "the calendars show something else"
    for one in sorted(set(rough.conversations) ^ set(clean.conversations)):
        yield f"a conversation: {one}"
    if rough.given_up != clean.given_up:
        yield f"{rough.given_up} letters were given up, not {clean.given_up}"


def _conversations(log: Iterable[Recorded]) -> Iterator[str]:
    chats: defaultdict[str, list[ConversationEvent]] = defaultdict(list)
    for one in log:
        if isinstance(one.event, get_args(ConversationEvent)):
            chats[one.stream].append(one.event)
    for events in chats.values():
        chat = reduce(evolve, events, Conversation())
        received, progress = sorted(chat.received), sorted(chat.progress.values())
        said = [_words(one) for one in events if isinstance(one, ReplyComposed)]
        yield f"{received} were answered by {said}: {progress}"


def _words(composed: ReplyComposed) -> tuple[str, ...]:
    """What it says and offers, but for free times: they depend on which customer was first."""
    reply = composed.reply
    return reply.body, *(one.title for one in reply.choices if not isinstance(one.meaning, TIMES))

"""What has to hold of all replies, however WhatsApp failed."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from application.ports import Recorded
from domain import customer
from domain.conversation import ConversationStarted, ReplyComposed, ReplyProgressed
from domain.customer import OptedOut
from domain.sending import notice_name, notice_version


def broken(
    replies: Sequence[str], accepted: Sequence[str], log: Sequence[Recorded], dead: Collection[int]
) -> Iterator[str]:
    """Every promise that was broken, in words.

    `accepted` names what WhatsApp took, in order; `dead` are the events whose letters wait for a
    person.
    """
    yield from _disordered(accepted)
    yield from (f"{name} was sent twice" for name, n in Counter(accepted).items() if n > 1)
    told = {*accepted, *_failed(log), *_listed(log, dead)}
    uninvited = _opted_out(log)
    yield from (f"{name} is lost" for name in replies if name not in told)
    for one in log:
        calls = _calls_for_more(one) and not (_invites(one) and one.stream in uninvited)
        if calls and one.position not in dead and _instead(one) not in told:
            yield f"the failure at {one.position} came to nobody"


def _disordered(accepted: Sequence[str]) -> Iterator[str]:
    """Replies that came before an earlier one of the same conversation, repetitions left out."""
    newest: dict[str, int] = {}
    for name in accepted:
        chat, _, number = name.rpartition(".")
        if notice_version(name) is None:
            if int(number) < newest.get(chat, -1):
                yield f"{name} came after a later one"
            newest[chat] = max(int(number), newest.get(chat, -1))


def _failed(log: Sequence[Recorded]) -> set[str]:
    """What was recorded as impossible to deliver."""
    events = (one.event for one in log if isinstance(one.event, ReplyProgressed))
    return {one.reply_id for one in events if one.status == "failed"}


def _listed(log: Sequence[Recorded], dead: Collection[int]) -> set[str]:
    events = (one.event for one in log if one.position in dead)
    return {one.reply_id for one in events if isinstance(one, ReplyComposed)}


def _calls_for_more(recorded: Recorded) -> bool:
    """Whether the event is a failure that is to be repeated, or shown to a person."""
    match recorded.event:
        case ReplyProgressed(status="failed", remedy=remedy):
            return remedy not in ("suppress", None)
        case _:
            return False


def _invites(recorded: Recorded) -> bool:
    event = recorded.event
    return isinstance(event, ReplyProgressed) and event.remedy == "template"


def _opted_out(log: Sequence[Recorded]) -> set[str]:
    """The conversations with those who said STOP, whom nobody invites to write."""
    silent = {one.stream for one in log if isinstance(one.event, OptedOut)}
    begun = ((one.stream, one.event) for one in log if isinstance(one.event, ConversationStarted))
    return {stream for stream, event in begun if customer.stream(event.customer_id) in silent}


def _instead(recorded: Recorded) -> str:
    """The name of what is sent because of that event."""
    return notice_name(recorded.stream.partition(":")[2], recorded.version)

"""Sending what the log says that the shop says: once, in order per conversation, at its pace."""

from datetime import timedelta

from application.dispatch import Dispatch
from application.kept_replies import KeptReplies
from application.outgoing import Outgoing, Thread, thread_of
from application.ports import (
    Departures,
    DoubtRemains,
    EventStore,
    Held,
    InDoubt,
    PerhapsRefused,
    Recorded,
    SendRefused,
    Wait,
)
from domain.conversation import ReplyProgressed
from domain.sending import WAY

DOUBT = timedelta(minutes=5)  # of machine time; a status comes within seconds, or hardly ever
UNSENT = ("composed", "doubted")
BEFORE_REPETITION = timedelta(seconds=15)  # four times as long before each further one
NO_WAIT = Wait()


class SendMessage:
    """Sends one composed message, or the notice that an event calls for.

    It notes that the message sets out before it does, and its outcome afterwards. One that set
    out and was not heard of is not sent again: it waits for its status, and then for a person.
    """

    def __init__(
        self,
        *,
        store: EventStore,
        departures: Departures,
        dispatch: Dispatch,
        doubt: timedelta = DOUBT,
    ) -> None:
        self._store = store
        self._departures = departures
        self._dispatch = dispatch
        self._kept = KeptReplies(store)
        self._doubt = doubt

    async def __call__(
        self,
        position: int,
        *,
        taken: int = 1,
        outages: Wait = NO_WAIT,
        doubts: Wait = NO_WAIT,
    ) -> None:
        """Send what the event at that position calls for; nothing if it is sent already.

        `taken` is how often its letter was: one that a person sends again is taken the first time.

        Raises `Held` and `InDoubt` where it has to wait, `Unavailable` where it may be tried
        again, `SendRefused`, `NoSuchShop` and `DoubtRemains` where a person must look. A recipient who cannot
        be reached is recorded and raises nothing.
        """
        recorded = await self._store.at(position)
        thread = await thread_of(self._store, recorded.stream)
        message = thread.asked_by(recorded)
        if message is None:
            return
        reached = thread.chat.reached(message.name)
        if reached not in UNSENT:
            await self._departures.forget(message.name)
            return
        if reached == "doubted" and doubts.lasted >= self._doubt:
            raise await self._given_up(recorded, thread, message)
        if message.hopeless and (reached == WAY[0] or taken > 1):
            raise await self._left_to_a_person(recorded, thread, message, message.hopeless)
        _wait_before_repetition(message, outages)
        await self._say_what_was_kept(recorded, thread, outages=outages, doubts=doubts)
        try:
            await self._send(recorded, thread, message)
        except InDoubt as doubt:
            if doubts.lasted < self._doubt:
                raise
            raise await self._given_up(recorded, thread, message) from doubt

    async def _say_what_was_kept(
        self, recorded: Recorded, thread: Thread, *, outages: Wait, doubts: Wait
    ) -> None:
        """Before a new conversation is answered, say what the last one could not.

        The answer does not depend on it: a refusal is recorded, and so is a doubt that remains.
        """
        found = await self._kept.before(recorded, thread.chat)
        if found is None:
            return
        earlier, message = found
        try:
            await self._dispatch(recorded, earlier, message)
        except PerhapsRefused as refused:
            if outages.times < refused.tries:
                raise
            await self._dispatch.record(recorded, earlier, _unsaid(message, refused.code))
        except SendRefused as refused:
            await self._dispatch.record(recorded, earlier, _unsaid(message, refused.code))
        except InDoubt:
            if doubts.lasted < self._doubt:
                raise
            await self._given_up(recorded, earlier, message)

    async def _send(self, recorded: Recorded, thread: Thread, message: Outgoing) -> None:
        """Send it, or the template that is allowed where WhatsApp calls the window closed."""
        try:
            await self._dispatch(recorded, thread, message)
        except SendRefused as refused:
            if refused.remedy != "template" or message.is_invitation:
                raise
            await self._dispatch(recorded, thread, message, closed=True)

    async def _given_up(
        self, recorded: Recorded, thread: Thread, message: Outgoing
    ) -> DoubtRemains:
        """Leave it to a person, who may have it sent again: from now on nothing keeps that."""
        await self._dispatch.record(recorded, thread, *thread.chat.doubt(message.name))
        await self._departures.forget(message.name)
        return DoubtRemains(message.name)

    async def _left_to_a_person(
        self, recorded: Recorded, thread: Thread, message: Outgoing, failed: ReplyProgressed
    ) -> SendRefused:
        """Have it listed, and sent again only when a person says so."""
        await self._dispatch.record(recorded, thread, *thread.chat.lose(message.name))
        return SendRefused(failed.code or 0, "alert")


def _unsaid(message: Outgoing, code: int) -> ReplyProgressed:
    return ReplyProgressed(reply_id=message.name, status="failed", code=code, remedy="suppress")


def _wait_before_repetition(message: Outgoing, outages: Wait) -> None:
    if message.repetition and not message.hopeless and not outages.times:
        raise Held(BEFORE_REPETITION * 4 ** (message.repetition - 1), counted=True)

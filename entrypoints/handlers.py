"""What a worker does with the letters of each queue."""

from collections.abc import Mapping
from itertools import takewhile

import msgspec

from application.answer_messages import AnswerMessages
from application.effects import errand
from application.inbound import IncomingMessage, IncomingStatus
from application.mark_seen import MarkSeen
from application.ports import Lease, Queue
from application.record_progress import RecordProgress
from application.send_message import SendMessage
from application.update_calendar import UpdateCalendar
from domain.identifiers import CustomerId
from entrypoints.handling import Handler
from entrypoints.refusals import tell_of_pause

TOGETHER = 2  # deliveries; from then on one by one, so that a letter that is at fault stands alone

messages = msgspec.json.Decoder(IncomingMessage)
statuses = msgspec.json.Decoder(IncomingStatus)


class Handlers:
    """Turns letters into calls of the use cases; each tells how many letters it finished."""

    def __init__(
        self,
        *,
        answer_messages: AnswerMessages,
        mark_seen: MarkSeen,
        record_progress: RecordProgress,
        send_message: SendMessage,
        update_calendar: UpdateCalendar,
    ) -> None:
        self._answer_messages = answer_messages
        self._mark_seen = mark_seen
        self._record_progress = record_progress
        self._send_message = send_message
        self._update_calendar = update_calendar

    def by_queue(self) -> Mapping[Queue, Handler]:
        """The handler of each queue that is worked on."""
        return {
            "inbox": self._inbox,
            "seen": self._seen,
            "statuses": self._statuses,
            "outbox": self._outbox,
            "calendar": self._calendar,
        }

    async def _inbox(self, lease: Lease) -> int:
        """Answer what came first: texts that follow each other together, all else one by one."""
        most = len(lease.letters) if lease.deliveries <= TOGETHER else 1
        incoming = [messages.decode(letter) for letter in lease.letters[:most]]
        first = incoming[0]
        together = [first]
        if first.message.kind == "text":
            together = list(takewhile(lambda one: _goes_with(first, one), incoming))
        await self._answer_messages(CustomerId(lease.key), together)
        return len(together)

    async def _seen(self, lease: Lease) -> int:
        """Mark the last message alone: WhatsApp marks the earlier ones with it."""
        last = messages.decode(lease.letters[-1])
        await self._mark_seen(CustomerId(lease.key), last)
        return len(lease.letters)

    async def _statuses(self, lease: Lease) -> int:
        paused = await self._record_progress(statuses.decode(lease.letters[0]))
        if paused is not None:
            tell_of_pause(paused)
        return 1

    async def _outbox(self, lease: Lease) -> int:
        position = errand(lease.letters[0]).position
        await self._send_message(
            position, taken=lease.deliveries, outages=lease.outages, doubts=lease.doubts
        )
        return 1

    async def _calendar(self, lease: Lease) -> int:
        """Show the appointment as it stands after the last of its changes."""
        await self._update_calendar(errand(lease.letters[-1]).position)
        return len(lease.letters)


def _goes_with(first: IncomingMessage, other: IncomingMessage) -> bool:
    """Whether both are texts to the same shop."""
    same_shop = other.phone_number_id == first.phone_number_id
    return same_shop and other.message.kind == "text"

"""What a worker does with the letters of each queue."""

from collections.abc import Mapping
from itertools import groupby

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
from entrypoints.worker import Handler

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
        """Answer what came: texts that follow each other together, all else one by one."""
        incoming = [messages.decode(letter) for letter in lease.letters]
        customer_id = CustomerId(lease.key)
        for (_, kind), group in groupby(incoming, key=_together):
            if kind == "text":
                await self._answer_messages(customer_id, tuple(group))
            else:
                for one in group:
                    await self._answer_messages(customer_id, (one,))
        return len(incoming)

    async def _seen(self, lease: Lease) -> int:
        """Mark the last message alone: WhatsApp marks the earlier ones with it."""
        last = messages.decode(lease.letters[-1])
        await self._mark_seen(CustomerId(lease.key), last)
        return len(lease.letters)

    async def _statuses(self, lease: Lease) -> int:
        for letter in lease.letters:
            await self._record_progress(statuses.decode(letter))
        return len(lease.letters)

    async def _outbox(self, lease: Lease) -> int:
        await self._send_message(errand(lease.letters[0]).position)
        return 1

    async def _calendar(self, lease: Lease) -> int:
        """Show the appointment as it stands after the last of its changes."""
        await self._update_calendar(errand(lease.letters[-1]).position)
        return len(lease.letters)


def _together(incoming: IncomingMessage) -> tuple[str, str]:
    return incoming.phone_number_id, incoming.message.kind

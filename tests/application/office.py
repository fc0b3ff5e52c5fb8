"""The use cases that speak to WhatsApp in a test, over one counter's log."""

import msgspec

from application.composing_outgoing import ComposeOutgoing
from application.dispatch import Dispatch
from application.inbound import IncomingStatus
from application.mark_seen import MarkSeen
from application.ports import NumberPaused
from application.record_progress import RecordProgress
from application.recording import Recording
from application.send_message import SendMessage
from domain.conversation import ReplyComposed, ReplyProgressed
from domain.customer import Address
from tests.application.counter import DEMO, Counter
from tests.fakes.departures import InMemoryDepartures
from tests.fakes.messenger import InMemoryMessenger

NUMBER = DEMO.phone_number_id


class Office:
    """The use cases that speak to WhatsApp, over one counter's log."""

    def __init__(
        self, counter: Counter, *, departures: type[InMemoryDepartures] = InMemoryDepartures
    ) -> None:
        self.counter = counter
        self.messenger = InMemoryMessenger(counter.clock, numbers=(NUMBER,))
        self.seconds = 0.0
        self.departures = departures(counter.identities, seconds=lambda: self.seconds)
        self.send = SendMessage(
            store=counter.store,
            departures=self.departures,
            dispatch=Dispatch(
                store=counter.store,
                messenger=self.messenger,
                departures=self.departures,
                compose=ComposeOutgoing(
                    store=counter.store, clock=counter.clock, shops=counter.by_id
                ),
                recording=Recording(store=counter.store, clock=counter.clock, actor="sender"),
                shops=counter.by_id,
            ),
        )
        self.progress = RecordProgress(
            Recording(store=counter.store, clock=counter.clock, actor="whatsapp"),
            departures=self.departures,
        )
        self.mark_seen = MarkSeen(
            store=counter.store,
            messenger=self.messenger,
            departures=self.departures,
            clock=counter.clock,
            shops=counter.by_number,
        )

    async def position(self, kind: type) -> int:
        """Where the last event of that kind stands."""
        return [one.position for one in await self.counter.log() if type(one.event) is kind][-1]

    async def composed(self) -> ReplyComposed:
        return (await self.counter.events(ReplyComposed))[-1]

    async def statuses(self, *told: str) -> None:
        for one in told:
            await self.status(one)

    async def status(
        self,
        status: str,
        *,
        code: int | None = None,
        callback: str = "",
        remedy: str | None = None,
    ) -> NumberPaused | None:
        reply_id = callback or (await self.composed()).reply_id
        progress = msgspec.convert(
            {"reply_id": reply_id, "status": status, "code": code, "remedy": remedy},
            ReplyProgressed,
        )
        return await self.progress(
            IncomingStatus(
                phone_number_id=NUMBER,
                address=Address(wa_id="15550100111"),
                callback=reply_id,
                progress=progress,
            )
        )

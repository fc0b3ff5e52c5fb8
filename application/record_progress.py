"""Taking in how far our own messages are: sent, delivered, read or failed."""

from application.inbound import IncomingStatus
from application.ledger import Ledger
from application.meta_codes import OPTED_OUT, RESTS
from application.ports import PAUSE, Departures, NumberPaused
from application.recording import Recording
from domain.identifiers import ConversationId


class RecordProgress:
    """Records a status of a message; it never goes back, and one of no message of ours is dropped.

    Who stopped a shop's messages in WhatsApp itself has opted out. Where the number is what
    failed, it is paused, until a message that tried later is told as sent.
    """

    def __init__(self, recording: Recording, *, departures: Departures) -> None:
        self._recording = recording
        self._departures = departures

    async def __call__(self, status: IncomingStatus) -> NumberPaused | None:
        """Record the status once; the pause that it leads to. Raises `Unavailable`.

        What it means for the number is done each time: the last time may have been cut off.
        """
        conversation_id = ConversationId(status.callback.rpartition(".")[0])
        if not conversation_id:
            return None
        is_ours = False

        async def decide(ledger: Ledger) -> None:
            nonlocal is_ours
            page = await ledger.conversation(conversation_id)
            if not page.state.id:
                return
            is_ours = True
            page.record(page.state.progress_to(status.progress))
            if page.new and status.progress.code == OPTED_OUT:
                customer = await ledger.customer(page.state.customer_id)
                customer.record(customer.state.opt_out())

        cause = f"status:{status.callback}"
        await self._recording(decide, cause=cause, correlation=conversation_id)
        return await self._tell_of_number(status) if is_ours else None

    async def _tell_of_number(self, status: IncomingStatus) -> NumberPaused | None:
        number, name, code = status.phone_number_id, status.callback, status.progress.code
        if status.progress.status != "failed":
            await self._departures.confirm(name, number=number)
            return None
        if code is None or not (status.progress.remedy == "pause" or code in RESTS):
            return None
        return await self._departures.pause(
            number, code, name=name, word="status", shortest=RESTS.get(code, PAUSE)
        )

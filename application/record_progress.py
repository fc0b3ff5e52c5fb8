"""Taking in how far our own messages are: sent, delivered, read or failed."""

from application.dispatch import OPTED_OUT
from application.inbound import IncomingStatus
from application.ledger import Ledger
from application.recording import Recording
from domain.identifiers import ConversationId


class RecordProgress:
    """Records a status of a message; it never goes back, and one of no message of ours is dropped.

    Who stopped a shop's messages in WhatsApp itself has opted out.
    """

    def __init__(self, recording: Recording) -> None:
        self._recording = recording

    async def __call__(self, status: IncomingStatus) -> None:
        """Record the status once. Raises `Unavailable`."""
        conversation_id = ConversationId(status.callback.rpartition(".")[0])
        if not conversation_id:
            return

        async def decide(ledger: Ledger) -> None:
            page = await ledger.conversation(conversation_id)
            if not page.state.id:
                return
            page.record(page.state.progress_to(status.progress))
            if page.new and status.progress.code == OPTED_OUT:
                customer = await ledger.customer(page.state.customer_id)
                customer.record(customer.state.opt_out())

        cause = f"status:{status.callback}"
        await self._recording(decide, cause=cause, correlation=conversation_id)

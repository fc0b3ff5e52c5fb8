"""A reply that came too late for WhatsApp is kept until its customer writes again."""

from datetime import timedelta

from application.outgoing import Outgoing, Thread, thread_of
from application.ports import EventStore, Recorded
from domain import conversation, customer
from domain.conversation import Conversation, ReplyComposed
from domain.customer import ConversationOpened
from domain.identifiers import ConversationId

KEPT = timedelta(days=7)


class KeptReplies:
    """Finds what the last conversation left unsaid, when the next one is first answered."""

    def __init__(self, store: EventStore) -> None:
        self._store = store

    async def before(
        self, recorded: Recorded, chat: Conversation
    ) -> tuple[Thread, Outgoing] | None:
        """The earlier conversation and its kept reply; `None` where nothing is left to say.

        Raises `Unavailable`.
        """
        first = f"{chat.id}.0"
        if not (isinstance(recorded.event, ReplyComposed) and recorded.event.reply_id == first):
            return None
        earlier = await self._earlier(chat)
        if earlier is None:
            return None
        thread = await thread_of(self._store, conversation.stream(earlier))
        kept = thread.kept(since=recorded.stamp.at - KEPT)
        thread.hear(chat.heard_at)
        return (thread, kept) if kept else None

    async def _earlier(self, chat: Conversation) -> ConversationId | None:
        """The customer's conversation with the same shop before this one."""
        (history,) = await self._store.load([customer.stream(chat.customer_id)])
        opened = [one.event for one in history if isinstance(one.event, ConversationOpened)]
        ids = [one.conversation_id for one in opened if one.shop_id == chat.shop_id]
        place = ids.index(chat.id) if chat.id in ids else 0
        return ids[place - 1] if place else None

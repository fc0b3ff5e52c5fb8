"""The beginning of a conversation, on its own page and on the customer's."""

from application.desk import Desk
from application.ledger import Page
from domain.conversation import Conversation, ConversationEvent, ConversationStarted
from domain.customer import ConversationOpened, Customer, CustomerEvent
from domain.identifiers import ConversationId


async def begin_conversation(
    desk: Desk, person: Page[Customer, CustomerEvent]
) -> Page[Conversation, ConversationEvent]:
    """A new conversation of that customer with the shop, in the language that they speak."""
    language = person.state.language
    conversation_id = ConversationId(desk.identities.fresh())
    started = ConversationStarted(
        conversation_id=conversation_id,
        customer_id=person.state.id,
        shop_id=desk.shop.id,
        language=language or desk.shop.languages[0],
        language_settled=language is not None,
    )
    chat = await desk.ledger.conversation(conversation_id)
    chat.record((started,))
    person.record((ConversationOpened(shop_id=desk.shop.id, conversation_id=conversation_id),))
    return chat

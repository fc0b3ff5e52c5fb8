"""The turn: one customer's messages are taken in and answered by one atomic append."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from application.begin_conversation import begin_conversation
from application.desk import Desk, Freshness, always_fresh
from application.dialogue.answering import answer_other, answer_text
from application.dialogue.tapping import tapped
from application.dialogue.turn import Turn
from application.hearing import context
from application.inbound import IncomingMessage
from application.known_shop import known_shop
from application.ledger import Ledger, Page
from application.other_tongues import in_another_tongue
from application.ports import (
    Asker,
    Clock,
    Conflict,
    EventStore,
    Identities,
    Interpreter,
    Stamp,
    Unavailable,
)
from application.understanding.reading import Reading
from application.understanding.rules import read
from domain.conversation import (
    Conversation,
    ConversationEvent,
    MessageReceived,
    MessageUnderstood,
)
from domain.customer import Customer, CustomerEvent, CustomerMet
from domain.identifiers import CustomerId
from domain.shop import Shop

LATE = timedelta(minutes=10)
ATTEMPTS = 20


class AnswerMessages:
    """Answers what one customer sent in one go, exactly once however often it is called."""

    def __init__(
        self,
        *,
        store: EventStore,
        interpreter: Interpreter,
        clock: Clock,
        identities: Identities,
        shops: Mapping[str, Shop],
        freshness: Freshness = always_fresh,
    ) -> None:
        self._store = store
        self._interpreter = interpreter
        self._clock = clock
        self._identities = identities
        self._shops = shops  # by phone number id
        self._freshness = freshness

    async def __call__(self, customer_id: CustomerId, incoming: Sequence[IncomingMessage]) -> None:
        """Record the messages, what they led to and the reply, together.

        All of them go to one shop, and are texts or a single message of another kind. Messages
        that were answered before are left out. Raises `Unavailable` and `NoSuchShop`.
        """
        shop = known_shop(self._shops, incoming[0].phone_number_id)
        readings: dict[tuple[str, str], Reading] = {}
        turn_id = self._identities.fresh()
        for _ in range(ATTEMPTS):
            ledger = Ledger(self._store)
            await self._turn(shop, ledger, customer_id, incoming, readings)
            stamp = Stamp(
                at=self._clock.now(),
                actor="bot",
                cause=f"turn:{turn_id}",
                correlation=turn_id,
                policy=shop.version,
            )
            try:
                await ledger.commit(stamp)
            except Conflict:
                continue
            return
        raise Unavailable("diary")

    async def _turn(
        self,
        shop: Shop,
        ledger: Ledger,
        customer_id: CustomerId,
        incoming: Sequence[IncomingMessage],
        readings: dict[tuple[str, str], Reading],
    ) -> None:
        now = self._clock.now()
        desk = Desk(
            shop=shop,
            ledger=ledger,
            identities=self._identities,
            now=now,
            freshness=self._freshness,
        )
        person = await ledger.customer(customer_id)
        unknown = shop.id not in person.state.conversations
        _meet(person, customer_id, incoming[-1])
        chat = await self._chat(desk, person, incoming)
        unanswered = chat.version > 0 and not chat.state.replies
        new = [one.message for one in incoming if chat.state.receive(one.message)]
        if not new:
            return
        for message in new:
            chat.record(chat.state.receive(message))
        if chat.state.silent(now):
            _heed(desk, chat.state, person, new)
            return
        chat.record(chat.state.release())
        turn = Turn(
            desk=desk,
            chat=chat,
            person=person,
            reading=Reading(),
            late=_late(new, now),
            first=unknown or unanswered,
        )
        await self._answer(turn, new, readings)

    async def _chat(
        self,
        desk: Desk,
        person: Page[Customer, CustomerEvent],
        incoming: Sequence[IncomingMessage],
    ) -> Page[Conversation, ConversationEvent]:
        """The running conversation; a new one if a day of silence ended the last.

        A message that came a day late ends nothing for its own repetition.
        """
        running = person.state.conversations.get(desk.shop.id)
        if running is not None:
            chat = await desk.ledger.conversation(running)
            again = any(not chat.state.receive(one.message) for one in incoming)
            if again or not chat.state.over(desk.now):
                return chat
        return await begin_conversation(desk, person)

    async def _answer(
        self,
        turn: Turn,
        new: Sequence[MessageReceived],
        readings: dict[tuple[str, str], Reading],
    ) -> None:
        ids = tuple(one.message_id for one in new)
        if new[0].kind == "tap":
            turn.chat.record((MessageUnderstood(message_ids=ids, intents=("tap",), source="tap"),))
            await tapped(turn, new[0].tap or "")
            return
        if new[0].kind != "text":
            await answer_other(turn, new[0])
            return
        turn.reading = await self._read(turn, new, readings)
        if in_another_tongue("\n".join(one.text for one in new)):
            turn.note("languages", languages=turn.words.tongues)
        else:
            _settle_language(turn)
        if turn.reading.name:
            turn.person.record(turn.person.state.call(turn.reading.name))
        turn.chat.record(
            (
                MessageUnderstood(
                    message_ids=ids, intents=turn.reading.intents, source=turn.reading.source
                ),
            )
        )
        await answer_text(turn)

    async def _read(
        self,
        turn: Turn,
        new: Sequence[MessageReceived],
        readings: dict[tuple[str, str], Reading],
    ) -> Reading:
        """The texts as read in this state of the conversation; a model is asked once at most."""
        chat, person = turn.chat.state, turn.person.state
        text = "\n".join(one.text for one in new)
        key = (text, chat.asked or "")
        if key not in readings:
            told = context(turn.desk.shop, chat, turn.visits, turn.desk.now)
            before = chat.lines[: -len(new)]
            asker = Asker(shop_id=turn.desk.shop.id, customer_id=person.id, name=person.name)
            readings[key] = await self._interpreter.read(text, told, before, asker=asker)
        return readings[key]


def _meet(
    person: Page[Customer, CustomerEvent], customer_id: CustomerId, incoming: IncomingMessage
) -> None:
    if not person.state.id:
        met = CustomerMet(customer_id=customer_id, address=incoming.address, name=incoming.name)
        person.record((met,))
    else:
        person.record(person.state.hear_from(incoming.address, incoming.name))
    if incoming.moved_to is not None:
        person.record(person.state.hear_from(incoming.moved_to, None))


def _heed(
    desk: Desk,
    chat: Conversation,
    person: Page[Customer, CustomerEvent],
    new: Sequence[MessageReceived],
) -> None:
    """STOP and START count while a person answers, too, though nothing is said to them then."""
    told = context(desk.shop, chat, (), desk.now)
    for intents in (read(one.text, told).intents for one in new if one.kind == "text"):
        if intents == ("opt_out",):
            person.record(person.state.opt_out())
        elif intents == ("opt_in",):
            person.record(person.state.opt_in())


def _late(new: Sequence[MessageReceived], now: datetime) -> bool:
    return any(now - one.sent_at > LATE for one in new)


def _settle_language(turn: Turn) -> None:
    """Take the language of the first message that shows one; from then on it stays."""
    language = turn.reading.language
    spoken = turn.desk.shop.languages
    if language in spoken and not turn.chat.state.language_settled:
        turn.chat.record(turn.chat.state.speak(language))
        turn.person.record(turn.person.state.speak(language))

"""One answer in the making: what is known when a message is answered, and what is said."""

from collections import Counter
from typing import Literal

import msgspec

from application.desk import Desk
from application.ledger import Page
from application.understanding.reading import Reading
from application.wording import Wording
from domain.conversation import (
    BookingDrafted,
    Call,
    Conversation,
    ConversationEvent,
    DraftEnded,
    PersonCalled,
    ReplyComposed,
    ShopTold,
)
from domain.customer import Customer, CustomerEvent, VisitPlanned
from domain.draft import Draft
from domain.identifiers import AppointmentId, BarberId
from domain.reply import (
    INTERACTIVE_BODY,
    TEXT_BODY,
    Approved,
    Choice,
    Meaning,
    Reply,
    fitted,
)

ID_PREFIX = 6


class Turn(msgspec.Struct, kw_only=True):
    """One customer's message (or several sent in a row) on its way to an answer.

    `late` messages may inform but book nothing without a new confirmation; `first` is the first
    message that this customer ever sent.
    """

    desk: Desk
    chat: Page[Conversation, ConversationEvent]
    person: Page[Customer, CustomerEvent]
    reading: Reading
    late: bool = False
    first: bool = False
    introduced: bool = False
    notes: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()

    @property
    def words(self) -> Wording:
        """The shop's voice in the conversation's language."""
        return Wording(self.desk.shop, self.chat.state.language)

    @property
    def draft(self) -> Draft:
        """The booking in the making, or an empty one."""
        return self.chat.state.draft or Draft()

    @property
    def visits(self) -> tuple[VisitPlanned, ...]:
        """The customer's open visits in this shop, soonest first."""
        return self.person.state.open_visits(self.desk.shop.id, self.desk.now)

    @property
    def usual_barber(self) -> BarberId | None:
        """The barber of most of the customer's visits here, if there were any."""
        shop_id = self.desk.shop.id
        seen = Counter(one.barber_id for one in self.person.state.visits if one.shop_id == shop_id)
        return seen.most_common(1)[0][0] if seen else None

    @property
    def usual(self) -> VisitPlanned | None:
        """The last of the visits here that were mostly like it; `None` before the first is over."""
        shop, now = self.desk.shop, self.desk.now
        kept = [one for one in self.person.state.visits if one.shop_id == shop.id]
        over = sorted((one for one in kept if one.end <= now), key=lambda one: one.start)
        alike = Counter((one.services, one.barber_id) for one in over)
        return max(
            over, key=lambda one: (alike[one.services, one.barber_id], one.start), default=None
        )

    def choice(self, place: int, title: str, meaning: Meaning, description: str = "") -> Choice:
        """A choice whose id tells its kind, and is used in this reply alone."""
        tag = meaning.__struct_config__.tag
        chat = self.chat.state
        choice_id = f"{tag}:{chat.id[:ID_PREFIX]}.{chat.replies}.{place}"
        return Choice(id=choice_id, title=title, meaning=meaning, description=description)

    def say(
        self, reply: Reply, *, asked: str | None = None, approved: Approved | None = None
    ) -> None:
        """Answer. The first answer that a customer gets says who answers and how to stop."""
        if reply.location is None:
            reply = self._with_what_comes_first(reply)
        address = self.person.state.address
        if address is None:
            raise ValueError("a customer who wrote has an address")
        reply_id = f"{self.chat.state.id}.{self.chat.state.replies}"
        said = ReplyComposed(
            reply_id=reply_id, address=address, reply=reply, asked=asked, approved=approved
        )
        self.chat.record((said,))

    def note(self, key: str, **values: object) -> None:
        """Let the answer begin with that text of the catalogue, its names filled in."""
        self.notes += (self.words.text(key, **values),)

    def keep(self, draft: Draft) -> None:
        """Remember the booking in the making."""
        if draft != self.chat.state.draft:
            self.chat.record((BookingDrafted(draft=draft),))

    def end_draft(self, appointment_id: AppointmentId | None = None) -> None:
        """Nothing is in the making any more."""
        if self.chat.state.draft is not None or appointment_id is not None:
            self.chat.record((DraftEnded(appointment_id=appointment_id),))

    def tell_shop(self, about: Literal["late", "media"], detail: str) -> None:
        """Let the shop's people know."""
        self.chat.record((ShopTold(about=about, detail=detail),))

    def call_person(self, why: Call) -> None:
        """Let a person take over."""
        self.chat.record((PersonCalled(why=why, at=self.desk.now),))

    def _with_what_comes_first(self, reply: Reply) -> Reply:
        first = "\n\n".join((*self.paragraphs, " ".join((*self.notes, reply.body))))
        self.notes, self.paragraphs = (), ()
        if self.first and not self.introduced:
            self.introduced = True
            intro = self.words.text("intro", shop=self.desk.shop.name)
            first = f"{intro}\n\n{first}"
        limit = INTERACTIVE_BODY if reply.choices else TEXT_BODY
        return msgspec.structs.replace(reply, body=fitted(first, limit))

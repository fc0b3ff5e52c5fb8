"""Who can hold the phone: everybody that wrote before, and two people to begin with."""

import datetime as dt

import msgspec

from infrastructure.sandbox.chats import Chats
from infrastructure.sandbox.phones import Phone, Phones, new_phone

SUGGESTED = {"15550100111": "Alex Rivera", "15550100122": "María López"}


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in the list; `last` is what was said last, `at` the shop time of it.

    Whom the shop wrote to first, as it does to its owner, is no customer.
    """

    wa_id: str
    name: str
    without_phone: bool = False
    last: str = ""
    at: dt.datetime | None = None
    is_customer: bool = True

    @property
    def label(self) -> str:
        """The name, or the number where there is none."""
        return self.name or f"+{self.wa_id}"

    @property
    def initials(self) -> str:
        """At most two letters for the picture."""
        return "".join(word[0] for word in self.name.split()[:2]).upper() or "#"

    @property
    def tone(self) -> int:
        """One of six colours, always the same for a number."""
        return sum(map(ord, self.wa_id)) % 6


class Customers:
    """The phone book of the page."""

    def __init__(self, phones: Phones, chats: Chats) -> None:
        self._phones = phones
        self._chats = chats

    async def all(self) -> list[Holder]:
        """Everybody, whoever spoke last first; the suggested ones stand at the end till they do."""
        known = [await self._known(wa_id) for wa_id in await self._phones.known()]
        known.sort(key=lambda one: one.at.timestamp() if one.at else 0, reverse=True)
        there = {one.wa_id for one in known}
        fresh = [Holder(wa_id=i, name=n) for i, n in SUGGESTED.items() if i not in there]
        return known + fresh

    async def holding(self, wa_id: str | None, name: str, *, without_phone: bool) -> Holder:
        """Whose phone to show: the one asked for, else the customer in whose chat was spoken last."""
        everybody = await self.all()
        found = next((one for one in everybody if one.wa_id == wa_id), None)
        if wa_id is None:
            return next((one for one in everybody if one.is_customer), everybody[0])
        return found or Holder(wa_id=wa_id, name=name, without_phone=without_phone)

    async def typing(self, wa_id: str) -> bool:
        """Whether the shop is shown as typing."""
        return await self._phones.is_shown_typing(wa_id)

    async def _known(self, wa_id: str) -> Holder:
        phone: Phone = await self._phones.find(wa_id) or new_phone(wa_id)
        first, last = await self._chats.first(wa_id), await self._chats.last(wa_id)
        return Holder(
            wa_id=wa_id,
            name=phone.name,
            without_phone=phone.without_phone,
            last=last.text or last.type if last else "",
            at=last.at if last else None,
            is_customer=first is None or first.direction == "in",
        )

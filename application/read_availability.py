"""Answering programs that ask for free times."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from application.desk import Desk
from application.find_openings import barbers_for, find_openings
from application.ledger import Ledger
from application.ports import Clock, EventStore, Identities
from domain.identifiers import BarberId, ServiceId
from domain.openings import Opening, Wish
from domain.shop import Shop, visit


class UnknownName(Exception):
    """There is no shop, service or barber of that id; `what` says which of them."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Availability(msgspec.Struct, frozen=True, kw_only=True):
    """Openings of one shop, earliest first, one for each barber and start."""

    shop: Shop
    openings: tuple[Opening, ...]


class ReadAvailability:
    """Lists the openings that could be booked at this moment."""

    def __init__(
        self,
        *,
        store: EventStore,
        clock: Clock,
        identities: Identities,
        shops: Mapping[str, Shop],
    ) -> None:
        self._store = store
        self._clock = clock
        self._identities = identities
        self._shops = shops  # by shop id

    def shop(self, shop_id: str) -> Shop:
        """The shop of that id. Raises `UnknownName`."""
        if shop_id not in self._shops:
            raise UnknownName("shop")
        return self._shops[shop_id]

    async def __call__(
        self,
        *,
        shop_id: str,
        services: tuple[str, ...],
        barber: str | None,
        first: datetime,
        last: datetime,
    ) -> Availability:
        """Openings that start from `first` to `last`. Raises `UnknownName` and `Unavailable`."""
        shop = self.shop(shop_id)
        ids = tuple(ServiceId(one) for one in services)
        if not ids or not all(shop.service(one) for one in ids):
            raise UnknownName("service")
        if barber is not None and shop.barber(barber) is None:
            raise UnknownName("barber")
        wanted = visit(shop, ids)
        barbers = (BarberId(barber),) if barber else barbers_for(shop, wanted)
        desk = Desk(
            shop=shop,
            ledger=Ledger(self._store),
            identities=self._identities,
            now=self._clock.now(),
        )
        wish = Wish(visit=wanted, barbers=barbers, first=first, last=last)
        found = await find_openings(desk, wish)
        return Availability(shop=shop, openings=found.answer.openings)

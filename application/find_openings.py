"""Finding free times: reads the diaries of a wish and asks the one function that knows."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from application.desk import Desk
from domain.choosing import one_per_time
from domain.diary import Diary, DiaryKey
from domain.identifiers import BarberId
from domain.openings import Answer, Opening, Wish, diaries_of, openings
from domain.shop import Shop, Visit

SEARCH_STEP = timedelta(days=7)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a wish, and the diaries that it was read from."""

    answer: Answer
    diaries: Mapping[DiaryKey, Diary]

    def by_time(self, shop: Shop, usual: BarberId | None = None) -> tuple[Opening, ...]:
        """One opening per start, the usual barber first."""
        return one_per_time(shop, self.answer.openings, self.diaries, usual)


async def find_openings(desk: Desk, wish: Wish) -> Found:
    """What can be had of the wish now."""
    diaries = await desk.ledger.diaries(diaries_of(desk.shop, wish, desk.now))
    return Found(answer=openings(desk.shop, wish, diaries, desk.now), diaries=diaries)


async def find_first(desk: Desk, wish: Wish, until: datetime) -> Found:
    """What can be had in the first week from the wish's start that has anything, until then."""
    found = await find_openings(desk, wish)
    while not found.answer.openings and wish.last < until:
        first = wish.last
        wish = msgspec.structs.replace(wish, first=first, last=min(first + SEARCH_STEP, until))
        found = await find_openings(desk, wish)
    return found


def barbers_for(shop: Shop, visit: Visit) -> tuple[BarberId, ...]:
    """The barbers who do all of the visit, in the shop's order."""
    return tuple(one.id for one in shop.barbers if one.offers(visit.ids))

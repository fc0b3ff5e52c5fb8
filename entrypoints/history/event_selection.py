"""Picking the events that somebody wants to see out of the log, as it goes by."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from entrypoints.history.event_belonging import Belongings, CustomerBelongings, ShopBelongings
from entrypoints.history.event_choice import Choice
from entrypoints.history.event_log import Told
from entrypoints.history.seen_event import Seen

Opening = Callable[[Sequence[Seen]], Sequence[Told]]
"""Reads what events say, with the keys of those that are sealed."""


class Selection:
    """The events that a choice names, those of a customer among them, narrowed to a shop's.

    Where it `learns`, it has to see the log from its first event on, in whole appends; it opens no
    more than what it learns from.
    """

    def __init__(
        self,
        choice: Choice,
        opening: Opening,
        *,
        shop: ShopBelongings | None = None,
        customer: CustomerBelongings | None = None,
    ) -> None:
        self.choice = choice
        self._open = opening
        self._shop = shop
        self._customer = customer
        self._learning: tuple[Belongings, ...] = tuple(one for one in (shop, customer) if one)

    @property
    def learns(self) -> bool:
        """Whether names of streams alone do not tell what is wanted."""
        names = self.choice.streams
        by_name = self._shop is None or (names and all(map(self._shop.owns_by_name, names)))
        return self._customer is not None or not by_name

    def __call__(self, page: Sequence[Seen]) -> list[Seen]:
        """Those of the next page that are wanted."""
        telling = [one for one in page if any(it.learns_from(one) for it in self._learning)]
        opened = {told.entry.position: told for told in self._open(telling)}
        for told in opened.values():
            for belongings in self._learning:
                belongings.learn(told)
        return [one for one in page if self._takes(one, opened.get(one.position))]

    def _takes(self, one: Seen, told: Told | None) -> bool:
        return (
            self.choice.admits(one)
            and self._is_named(one, told)
            and (self._shop is None or self._shop.has(one, told))
        )

    def _is_named(self, one: Seen, told: Told | None) -> bool:
        if self._customer is None:
            return not self.choice.streams or one.stream in self.choice.streams
        return one.stream in self.choice.streams or self._customer.has(one, told)


def whole_appends(pages: Iterable[Sequence[Seen]]) -> Iterator[Sequence[Seen]]:
    """The same events, never parted where they were recorded in one append.

    Within an append a diary's event stands before the booking that tells whose it is.
    """
    kept: list[Seen] = []
    for page in pages:
        kept += page
        last = _beginning_of_last_append(kept)
        yield kept[:last]
        kept = kept[last:]
    yield kept


def _beginning_of_last_append(events: Sequence[Seen]) -> int:
    """Where the events begin that share all of the last one's stamp."""
    place = len(events)
    while place and events[place - 1].stamp == events[-1].stamp:
        place -= 1
    return place

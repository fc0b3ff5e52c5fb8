"""Picking the events that somebody wants to see out of the log, as it goes by."""

from collections.abc import Iterable, Iterator, Sequence

from entrypoints.history.event_belonging import Belongings, CustomerBelongings, ShopBelongings
from entrypoints.history.event_choice import Choice
from entrypoints.history.event_log import Told


class Selection:
    """The events that a choice names, those of a customer among them, narrowed to a shop's.

    Where it `learns`, it has to see the log from its first event on, in whole appends.
    """

    def __init__(
        self,
        choice: Choice,
        *,
        shop: ShopBelongings | None = None,
        customer: CustomerBelongings | None = None,
    ) -> None:
        self.choice = choice
        self._shop = shop
        self._customer = customer
        self._learning: tuple[Belongings, ...] = tuple(one for one in (shop, customer) if one)

    @property
    def learns(self) -> bool:
        """Whether names of streams alone do not tell what is wanted."""
        names = self.choice.streams
        by_name = self._shop is None or (names and all(map(self._shop.owns_by_name, names)))
        return self._customer is not None or not by_name

    def __call__(self, page: Sequence[Told]) -> list[Told]:
        """Those of the next page that are wanted."""
        for told in page:
            for belongings in self._learning:
                belongings.learn(told)
        return [told for told in page if self._takes(told)]

    def _takes(self, told: Told) -> bool:
        return (
            self.choice.admits(told.entry)
            and self._is_named(told)
            and (self._shop is None or self._shop.has(told))
        )

    def _is_named(self, told: Told) -> bool:
        if self._customer is None:
            return not self.choice.streams or told.entry.stream in self.choice.streams
        return told.entry.stream in self.choice.streams or self._customer.has(told)


def whole_appends(pages: Iterable[Sequence[Told]]) -> Iterator[Sequence[Told]]:
    """The same events, never parted where they were recorded in one append.

    Within an append a diary's event stands before the booking that tells whose it is.
    """
    kept: list[Told] = []
    for page in pages:
        kept += page
        last = _beginning_of_last_append(kept)
        yield kept[:last]
        kept = kept[last:]
    yield kept


def _beginning_of_last_append(told: Sequence[Told]) -> int:
    """Where the events begin that share all of the last one's stamp."""
    place = len(told)
    while place and _stamp(told[place - 1]) == _stamp(told[-1]):
        place -= 1
    return place


def _stamp(told: Told) -> tuple[str, ...]:
    entry = told.entry
    return (entry.at, entry.actor, entry.cause, entry.correlation, entry.policy)

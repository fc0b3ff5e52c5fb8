"""Runs parts one after another, whatever becomes of any."""

import time
import traceback
from collections.abc import Mapping

import msgspec

from chaos.part import Order, Part, Verdict
from chaos.table import Row


def rows_of(parts: Mapping[str, Part], order: Order) -> list[Row]:
    """A row of each part; one that raises is broken, and those behind it are run all the same."""
    return [_row(name, part, order) for name, part in parts.items()]


def _row(name: str, part: Part, order: Order) -> Row:
    def tell(words: str) -> None:
        order.tell(f"{name}: {words}")

    tell("begins")
    begun = time.monotonic()
    verdict = _judged(part, msgspec.structs.replace(order, tell=tell))
    return Row(part=name, seconds=round(time.monotonic() - begun, 1), verdict=verdict)


def _judged(part: Part, order: Order) -> Verdict:
    try:
        return part(order)
    except Exception as error:  # noqa: BLE001 - whatever ends a part is a breach of it
        order.tell(traceback.format_exc())
        breach = f"it ended with {type(error).__name__}"
        return Verdict(size="cut short", checked="nothing", breaches=(breach,))

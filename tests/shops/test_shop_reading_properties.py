"""Whatever stands in a shop file, reading it ends in a shop or in problems, never in a crash."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from infrastructure.shop_files.reading import read_shop
from infrastructure.shop_files.table import Problem, Table

FILE = Path(__file__).parents[2] / "shops" / "madrid.toml"
MADRID = tomllib.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)

Way = tuple[str | int, ...]


def ways(content: object, way: Way = ()) -> Iterator[Way]:
    """The ways to every value in the content."""
    children: list[tuple[str | int, object]] = []
    if isinstance(content, dict):
        children = list(content.items())
    if isinstance(content, list):
        children = list(enumerate(content))
    for key, value in children:
        yield (*way, key)
        yield from ways(value, (*way, key))


def changed(content: Any, way: Way, value: object) -> Any:  # noqa: ANN401 - TOML has no type
    """The content with another value at the end of the way."""
    if not way:
        return value
    copy = content.copy()
    copy[way[0]] = changed(content[way[0]], way[1:], value)
    return copy


leaves = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["09:00-10:00", "24:00-24:00", "99:00-10:00", "primary", "USD", "0.1", " "]),
    st.integers(),
    st.booleans(),
    st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal("1e400"), Decimal("-0.5")]),
    st.sampled_from([date.min, date.max, time(9), datetime(2026, 1, 1, tzinfo=UTC)]),
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(way=st.sampled_from(sorted(ways(MADRID), key=str)), value=values)
def test_any_value_anywhere_is_read_or_told(way: Way, value: object) -> None:
    problems: list[Problem] = []

    shop = read_shop(Table(changed(MADRID, way, value), problems, "shop.toml"))

    assert problems or shop.id

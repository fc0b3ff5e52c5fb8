"""Any event that can be recorded, for properties."""

import datetime as dt
import types
from collections.abc import Callable, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from application.events import Event
from application.ports import Stamp
from domain.customer import Address
from domain.hours import ClockRange
from domain.money import Money
from domain.reply import Choice, Reply
from domain.retention import Run
from domain.shop import DaysOff

UTC_INSTANTS = st.datetimes(timezones=st.just(dt.UTC))
TEXTS = st.text(max_size=40)

_LEAVES: dict[object, st.SearchStrategy[object]] = {
    str: TEXTS,
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    float: st.floats(allow_nan=False),
    type(None): st.none(),
    dt.datetime: UTC_INSTANTS,
    dt.date: st.dates(),
    dt.time: st.times(),
    dt.timedelta: st.timedeltas(),
}


def stamps() -> st.SearchStrategy[Stamp]:
    """Any stamp."""
    return st.builds(
        Stamp, at=UTC_INSTANTS, actor=TEXTS, cause=TEXTS, correlation=TEXTS, policy=TEXTS
    )


def events(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Any event of that type."""
    return _struct(kind)


def any_events() -> st.SearchStrategy[Event]:
    """Any event at all."""
    return st.sampled_from(get_args(Event)).flatmap(events)


def _struct(struct: type[Any]) -> st.SearchStrategy[Any]:
    special: dict[type, Callable[[], st.SearchStrategy[Any]]] = {
        Address: _addresses,
        Money: _money,
        Reply: _replies,
        ClockRange: _clock_ranges,
        DaysOff: _days_off,
        Run: _runs,
    }
    if struct in special:
        return special[struct]()
    hints = get_type_hints(struct)
    return st.builds(struct, **{name: _any(hints[name]) for name in struct.__struct_fields__})


def _any(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type hint can be anything
    hint = getattr(hint, "__supertype__", hint)
    origin = get_origin(hint)
    if hint in _LEAVES:
        return _LEAVES[hint]
    if origin is Literal:
        return st.sampled_from(get_args(hint))
    if origin in (Union, types.UnionType):
        return st.one_of([_any(one) for one in get_args(hint)])
    if origin is Mapping:
        keys, values = get_args(hint)
        return st.dictionaries(_any(keys), _any(values), max_size=2)
    if origin is tuple:
        return st.lists(_any(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _struct(hint)
    raise TypeError(hint)


def _money() -> st.SearchStrategy[Money]:
    currencies = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
    return st.builds(Money, minor=st.integers(0, 2**63 - 1), currency=currencies)


def _clock_ranges() -> st.SearchStrategy[ClockRange]:
    starts = st.integers(0, 1439)
    return starts.flatmap(
        lambda start: st.builds(ClockRange, st.just(start), st.integers(start + 1, 1440))
    )


def _days_off() -> st.SearchStrategy[DaysOff]:
    days = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)
    return days.map(lambda two: DaysOff(first=two[0], last=two[1]))


def _runs() -> st.SearchStrategy[Run]:
    positions = st.lists(st.integers(1, 2**53), min_size=2, max_size=2).map(sorted)
    return positions.map(lambda two: Run(first=two[0], last=two[1]))


def _addresses() -> st.SearchStrategy[Address]:
    some, maybe = st.text(min_size=1, max_size=20), st.none() | TEXTS
    by_phone = st.builds(Address, wa_id=some, bsuid=maybe, username=maybe)
    return by_phone | st.builds(Address, wa_id=maybe, bsuid=some, username=maybe)


def _replies() -> st.SearchStrategy[Reply]:
    choices, location = _any(Choice), _any(get_type_hints(Reply)["location"])
    buttons = st.lists(choices, max_size=3).map(tuple)
    rows = st.lists(choices, max_size=10).map(tuple)
    opener = st.text(min_size=1, max_size=20)
    return st.builds(Reply, body=TEXTS, buttons=buttons, location=location) | st.builds(
        Reply, body=TEXTS, rows=rows, list_button=opener, location=location
    )

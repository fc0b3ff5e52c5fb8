"""Reads which services and which barber are asked for, and for how many people."""

import msgspec

from application.understanding.schedules.relations import alternatives, related
from application.understanding.text.pieces import Piece, Row
from application.understanding.wants.topics import COMBINED, Topics

_MOST_PEOPLE = 12
_SEVERAL = 2  # at least
_KIDS = "kids_cut"
_FOR = {"para", "pa"}  # with no article after it, it leads to no time


class Named(msgspec.Struct, frozen=True):
    """A service or a barber found at a place."""

    first: int
    last: int
    id: str
    doubtful: bool


class Order(msgspec.Struct, frozen=True):
    """What is asked for, and of whom."""

    services: tuple[str, ...]
    barber: str | None
    any_barber: bool
    barbers_refused: tuple[str, ...]
    people: int | None
    doubtful: bool
    either_barbers: tuple[str, ...]
    places: tuple[tuple[int, int, str], ...]  # pieces and slot


def order_in(row: Row, topics: Topics, name: range, asked: str | None) -> Order:
    """The order in the row; the pieces of the customer's own name are no barber."""
    named = _services(row, topics) or _child(row, topics, asked)
    kept = [found for found in named if row.at(found.first - 1).text != "no"]
    services, _ = related(kept or named, row)  # "no beard this time, just hair"
    services = _exchanged(services, row)
    barbers, refused = related(_barbers(row, name), row)
    barbers = _switched(barbers, row)
    people = _people(row)
    one = {found.id for found in barbers}
    return Order(
        services=combined([found.id for found in services], topics, people),
        barber=barbers[0].id if len(one) == 1 else None,
        any_barber=(not one and _anyone(row, asked)) or len(one) > 1,
        barbers_refused=tuple(dict.fromkeys(found.id for found in refused)),
        people=people,
        either_barbers=tuple(dict.fromkeys(found.id for found in alternatives(barbers, row)))
        if len(one) > 1
        else (),
        doubtful=any(found.doubtful for found in (*services, *barbers)) or len(one) > 1,
        places=(
            *((found.first, found.last, "services") for found in services),
            *((found.first, found.last, "barber") for found in barbers),
        ),
    )


def _services(row: Row, topics: Topics) -> list[Named]:
    found = []
    plain = any(_decides(piece) for piece in row.pieces)
    for place, piece in enumerate(row.pieces):
        ids = _service_ids(piece, topics)
        said_by = plain and piece.has("weak") and not _listed(row, place)
        if ids and not said_by and not _of_a_child(row, place, topics):
            doubtful = piece.doubtful or len(ids) > 1
            found.append(Named(first=place, last=place + 1, id=ids[0], doubtful=doubtful))
    return found


def _listed(row: Row, place: int) -> bool:
    """Whether hair is one of two things wished, as in "hair and dye", but not "dye my hair"."""
    after = row.at(place + 2 + row.at(place + 2).has("the", "single"))
    led = row.at(place - 1).has("service") or row.at(place - 2).has("service")
    return row.at(place + 1).has("and") and after.has("service") and not led


def _of_a_child(row: Row, place: int, topics: Topics) -> bool:
    """As the cut in "a cut for two kids", which is a kids' cut."""
    after = place + 1
    while row.at(after).has("for", "of", "number", "single"):
        after += 1
    kids = topics.services(_KIDS)[:1]
    own = _service_ids(row.at(place), topics)[:1]
    led = after > place + 1 and _service_ids(row.at(after), topics)[:1] == kids
    return bool(kids) and led and own != kids


def _child(row: Row, topics: Topics, asked: str | None) -> list[Named]:
    """A child's cut, where a child is all that is named when the service was asked."""
    ids = topics.services(_KIDS) if asked == "service" else ()
    places = (place for place, piece in enumerate(row.pieces) if piece.has("child"))
    return [Named(first=at, last=at + 1, id=ids[0], doubtful=True) for at in places if ids][:1]


def _decides(piece: Piece) -> bool:
    """Whether "hair" beside it is no haircut: "dye my hair", but not "hair and beard"."""
    beard = piece.name("service") == COMBINED[1]
    return piece.has("service") and not piece.has("weak") and not beard


def _service_ids(piece: Piece, topics: Topics) -> tuple[str, ...]:
    topic = piece.name("topic")
    if topic is not None:
        return (topic,)
    generic = piece.name("service")
    return topics.services(generic) if generic is not None else ()


def combined(ids: list[str], topics: Topics, people: int | None) -> tuple[str, ...]:
    """Haircut and beard are the service of both, where the shop has it."""
    hair, beard, both = (topics.services(generic)[:1] for generic in COMBINED)
    kids = topics.services(_KIDS)[:1]
    said = list(dict.fromkeys(ids))
    if both and hair and beard and {hair[0], beard[0]} <= set(said):
        said[said.index(hair[0])] = both[0]
    if both and both[0] in said:
        said = [service for service in said if service not in (*hair, *beard)]
    if kids and kids[0] in said and people is None:
        said = [service for service in said if service not in hair]
    return tuple(dict.fromkeys(said))


def _barbers(row: Row, name: range) -> list[Named]:
    return [
        Named(first=place, last=place + 1, id=barber, doubtful=piece.doubtful)
        for place, piece in enumerate(row.pieces)
        if (barber := piece.name("barber")) is not None and place not in name
    ]


def _exchanged(services: tuple[Named, ...], row: Row) -> tuple[Named, ...]:
    """As in "switch my haircut to a beard trim"."""
    if len(services) < 2:  # noqa: PLR2004
        return services
    verb = any(piece.has("swap") for piece in row.between(0, services[0].first))
    between = row.between(services[0].last, services[1].first)
    return services[1:] if verb and any(piece.has("to", "for") for piece in between) else services


def _switched(barbers: tuple[Named, ...], row: Row) -> tuple[Named, ...]:
    """As in "from Luis to Ana", "cancel Luis and book me with Ana"."""
    if len(barbers) < 2:  # noqa: PLR2004
        return barbers
    before, between = row.at(barbers[0].first - 1), row.between(barbers[0].last, barbers[-1].first)
    to = before.has("from") and any(piece.has("to") for piece in between)
    to |= any(piece.has("to") for piece in between) and row.at(barbers[-1].first - 1).has("with")
    last = barbers[-1].first
    swapped = any(piece.has("swap") for piece in row.between(0, last))
    to |= swapped and row.at(last - 1).has("to")  # "in with Luis, can I change it to Ana"
    to |= row.at(barbers[-1].first - 1).text == "a"  # "es con Ana, la paso a Luis"
    other = before.has("parts_with") and any(piece.has("with") for piece in between)
    other |= any(piece.has("but") for piece in between)  # "I am with Ana but want Luis"
    return barbers[-1:] if to or other else barbers


def _anyone(row: Row, asked: str | None) -> bool:
    asked_who = asked == "barber"
    return any(
        (piece.has("any_barber") and not row.at(place - 1).has("not"))
        or (piece.has("any") and (asked_who or row.at(place - 1).has("with")))
        for place, piece in enumerate(row.pieces)
    )


def _people(row: Row) -> int | None:
    company = _company(row)
    if company:
        return company + 1
    for place, piece in enumerate(row.pieces):
        count = piece.number("people") if piece.has("people") else None
        if count is None and piece.has("number"):
            count = _counted(row, place)
        if count is not None and 1 < count <= _MOST_PEOPLE:
            return count
    return None


def _company(row: Row) -> int:
    """How many come with the customer, where oneself is counted in: "yo y dos amigos"."""
    if not any(piece.has("oneself") for piece in row.pieces):
        return _pair(row)
    return sum(_heads(row, at) for at, piece in enumerate(row.pieces) if piece.has("companion"))


def _pair(row: Row) -> int:
    """One more than the customer's place, where two others are to come: "mi hijo y su primo"."""
    return int(
        any(
            piece.has("companion") and row.at(at + 1).has("and") and row.at(at + 2).has("companion")
            for at, piece in enumerate(row.pieces)
        )
    )


def _heads(row: Row, place: int) -> int:
    """How many the companions named there are: "mi papá", "dos amigos"; "mis amigos" are several."""
    several = row.at(place).text.endswith("s")
    return (row.at(place - 1).number("number") or _SEVERAL) if several else 1


def _counted(row: Row, place: int) -> int | None:
    after, before = row.at(place + 1), row.at(place - 1)
    several = after.has("service", "topic") and after.text.endswith("s")
    several |= before.has("for") and after.has("at")  # "for two at noon"
    several |= before.text in _FOR and not after.has("of", "month", "unit_days", "unit_minutes")
    count = row.at(place).number("number")
    led = before.has("people_lead") and not after.has(
        "unit_minutes", "late_word"
    )  # "we'll be 5 late"
    if after.has("people_unit") or led or several:
        return (count or 0) + (after.has("people_unit") and _beside_oneself(row, place))
    return None


def _beside_oneself(row: Row, place: int) -> bool:
    """As in "me and two friends", "me and my 2 boys"."""
    place -= 1 + row.at(place - 1).has("mine")
    if row.at(place).has("bringing"):
        return True  # "can I bring 2 friends"
    return row.at(place).has("and", "with") and row.at(place - 1).has("self")

"""Cancelling one visit and booking another instead, in one message."""

import msgspec

from application.dialogue.drafting import merged
from application.dialogue.turn import Turn
from application.dialogue.visiting import meant
from application.understanding.reading import Reading
from domain.draft import Draft
from domain.wall_time import local_day


def moves(turn: Turn, reading: Reading) -> bool:
    """Whether what is to be booked is the visit that is to be cancelled, at another time."""
    if not {"cancel", "book"} <= set(reading.intents) or not turn.visits:
        return False
    return not _other_services(turn, reading)


def remember_the_other(turn: Turn, reading: Reading) -> None:
    """Keep in mind what is to be booked once the one visit is cancelled."""
    services = _other_services(turn, reading)
    if "book" not in reading.intents or not services or reading.ambiguous:
        return
    wish = msgspec.structs.replace(reading, services=services)
    today = local_day(turn.desk.now, turn.desk.shop.zone)
    turn.keep(merged(Draft(hold=turn.draft.hold), wish, today))


def _other_services(turn: Turn, reading: Reading) -> tuple[str, ...]:
    """Those that were named and are not the ones of the visit that is to be cancelled."""
    visits = meant(turn, "cancel", reading)
    old = {service for visit in visits[:1] for service in visit.services}
    return tuple(one for one in reading.services if one not in old)

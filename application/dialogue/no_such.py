"""Saying that a day, a time or a barber does not exist, and asking for one that does."""

from application.dialogue.asking import ask_service, offer_barbers
from application.dialogue.drafting import visit_of
from application.dialogue.turn import Turn
from application.understanding.reading import Reading
from domain.draft import Draft


def note_what_does_not_exist(turn: Turn, reading: Reading) -> None:
    """Let the answer begin with the day and the time that no calendar and no clock has."""
    for said in (reading.no_such_day, reading.no_such_time):
        if said is not None:
            turn.note("no_such_time", said=said)


async def ask_for_another_barber(turn: Turn, draft: Draft, name: str) -> None:
    """Say that nobody of that name works here, name those who do, and let one be chosen."""
    shop = turn.desk.shop
    barbers = turn.words.listed([one.name for one in shop.barbers])
    called = name[:1].upper() + name[1:]
    lead = turn.words.text("no_such_barber", name=called, barbers=barbers)
    visit = visit_of(shop, draft)
    if visit is None:
        turn.note("no_such_barber", name=called, barbers=barbers)
        await ask_service(turn, draft)
        return
    await offer_barbers(turn, draft, visit, lead=lead)

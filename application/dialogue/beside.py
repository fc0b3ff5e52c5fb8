"""Questions and courtesies in the middle of a confirmation: answered, and the question asked again."""

from application.dialogue import confirming, informing, visiting
from application.dialogue.people import PATIENCE
from application.dialogue.turn import Turn
from application.understanding.reading import Intent, Reading


async def answered_beside(turn: Turn, intent: Intent, reading: Reading) -> bool:
    """Answer above the question whether to book or to cancel; not where neither was asked."""
    said = _said(turn, intent, reading)
    leaving = visiting.to_be_cancelled(turn)
    if said is None or not (leaving or await confirming.is_asked(turn)):
        return False
    if intent == "address":
        informing.show_place(turn)
    if leaving is not None:
        await visiting.ask_to_cancel(turn, leaving, said)
    else:
        await confirming.ask_again(turn, said)
    return True


def _said(turn: Turn, intent: Intent, reading: Reading) -> str | None:  # noqa: PLR0911 - one case a line
    text, shop = turn.words.text, turn.desk.shop
    match intent:
        case "services":
            return informing.services_text(turn, reading)
        case "hours":
            return informing.hours_text(turn)
        case "address":
            return text("address", address=shop.place.address)
        case "greeting":
            return ""
        case "thanks" | "goodbye":
            return text(intent)
        case "off_topic":
            return text("off_topic", shop=shop.name)
        case "unknown" if reading.about is None and turn.chat.state.misunderstood < PATIENCE:
            return text("unknown")
        case _:
            return None

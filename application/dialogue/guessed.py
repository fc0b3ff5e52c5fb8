"""What a language model read is only a guess: nothing is done for it before a tap says so."""

from application.dialogue import booking, visiting
from application.dialogue.composing import Button, with_buttons, with_menu
from application.dialogue.turn import Turn
from application.understanding.reading import Intent
from domain.reply import Ask, CancelAnyway, Confirm, Meaning


async def asked_back(turn: Turn, intent: Intent) -> bool:
    """Ask with a button for what would be done at once; not where the answer does nothing yet."""
    if intent == "deny" and turn.chat.state.draft is not None:
        await booking.go_on(turn, turn.draft)
        return True
    text, owner = turn.words.text, turn.desk.shop.owner
    if intent == "person":
        turn.say(with_menu(turn, text("guess.person", owner=owner)))
        return True
    doing: dict[Intent, Button] = {
        "late": (text("button.late"), Ask(topic="late")),
        "my_data": (text("button.my_data"), Ask(topic="my_data")),
    }
    if intent not in doing:
        return False
    others: tuple[Button, ...] = (
        (text("button.my_appointments"), Ask(topic="my_appointments")),
        (text("button.person"), Ask(topic="person")),
    )
    body = text(f"guess.{intent}", owner=owner)
    turn.say(with_buttons(turn, body, (doing[intent], *others)))
    return True


async def chosen_again(turn: Turn, meaning: Meaning) -> bool:
    """Ask once more for what a yes would settle; not where a choice only leads further."""
    match meaning:
        case Confirm():
            await booking.go_on(turn, turn.draft)
        case CancelAnyway():
            await visiting.show(turn, meaning.appointment_id, "cancel")
        case _:
            return False
    return True

"""From a reading to an answer: every step of the conversation accepts any intent."""

from application.dialogue import booking, informing, people, tapping, visiting
from application.dialogue.asking import ask_for_another_day
from application.dialogue.beside import answered_beside
from application.dialogue.composing import with_menu
from application.dialogue.guessed import asked_back, chosen_again
from application.dialogue.instead import moves, remember_the_other
from application.dialogue.no_such import note_what_does_not_exist
from application.dialogue.turn import Turn
from application.understanding.reading import Intent, Reading
from domain.conversation import MessageReceived
from domain.reply import Choice, NotNow, TakeTime
from domain.wall_time import local_day

SILENT = ("sticker", "reaction", "system", "revoke")
PASSED_ON = ("image", "video", "document")

# The wish that a message is answered by, where it says several things.
URGENT: tuple[Intent, ...] = (
    "opt_out", "opt_in", "my_data", "person", "cancel", "move", "late", "book", "choose",
    "availability", "my_appointments", "confirm", "deny", "services", "hours", "address",
    "language", "greeting", "thanks", "goodbye", "off_topic", "unknown",
)  # fmt: skip


async def answer_text(turn: Turn) -> None:
    """Answer what was written."""
    reading = turn.reading
    intent = _most_urgent(turn, reading)
    note_what_does_not_exist(turn, reading)
    guessed = reading.source == "model"
    if guessed and await asked_back(turn, intent):
        return
    chosen = _chosen(turn, intent, reading)
    if chosen is None:
        if not await answered_beside(turn, intent, reading):
            informing.answer_what_else_is_asked(turn, intent, reading)
            await _answer(turn, intent, reading)
    elif not (guessed and await chosen_again(turn, chosen.meaning)):
        await tapping.act(turn, chosen.meaning)


def _most_urgent(turn: Turn, reading: Reading) -> Intent:
    """What to answer first; to cancel one visit and book another instead of it is to move it."""
    if _leaves_a_visit(turn, reading) or moves(turn, reading):
        return "move"
    intent = min(reading.intents, key=URGENT.index)
    return "book" if intent == "move" and _changes_the_wish(turn) else intent


def _changes_the_wish(turn: Turn) -> bool:
    """As in "sí, pero cámbiala a las 6", said of what is held, or by who has no visit yet."""
    wish = turn.draft
    return bool(wish.services) and wish.moving is None and (not turn.visits or bool(wish.hold))


def _leaves_a_visit(turn: Turn, reading: Reading) -> bool:
    """As in "I can't do Friday, is Saturday free?" or "anything later?" from who has a visit."""
    if turn.chat.state.draft is not None:
        return False
    if reading.shift is not None and turn.visits and "availability" in reading.intents:
        return True
    if reading.day is None or "book" not in reading.intents:
        return False
    zone = turn.desk.shop.zone
    return any(local_day(one.start, zone) in reading.days_refused for one in turn.visits)


async def answer_other(turn: Turn, message: MessageReceived) -> None:
    """Answer what is no text: a picture, a voice note, a place, or something unheard of."""
    if message.kind in SILENT:
        return
    if message.kind in PASSED_ON:
        people.pass_on(turn, f"{message.kind} {message.text}".strip())
    elif message.kind == "audio":
        turn.say(with_menu(turn, turn.words.text("voice")))
    elif message.kind == "location":
        informing.say_address(turn)
    elif message.kind == "welcome":
        informing.greet(turn)
    else:
        turn.say(with_menu(turn, turn.words.text("unreadable")))


async def _answer(turn: Turn, intent: Intent, reading: Reading) -> None:  # noqa: C901, PLR0912 - one case a line
    match intent:
        case "book" | "availability" | "choose":
            await booking.book_from(turn, reading)
        case "cancel":
            remember_the_other(turn, reading)
            await visiting.about_visits(turn, "cancel", reading)
        case "move":
            await visiting.about_visits(turn, "move", reading)
        case "my_appointments":
            await visiting.about_visits(turn, "show", reading)
        case "confirm":
            await _go_on_or_say(turn, visiting.what_stands(turn))
        case "deny":
            if reading.intents != ("deny",) or not ask_for_another_day(turn):
                await tapping.act(turn, NotNow())
        case "services":
            informing.say_services(turn, reading)
        case "hours":
            informing.say_hours(turn)
        case "address":
            informing.say_address(turn)
        case "late":
            people.running_late(turn, reading.minutes_late)
        case "person":
            people.call_person(turn, "asked")
        case "opt_out":
            people.opt_out(turn, whole=reading.whole)
        case "opt_in":
            people.opt_in(turn)
        case "my_data":
            people.hand_over_data_request(turn)
        case "language":
            people.speak(turn, reading.wished_language or turn.words.language)
            await _go_on_or_say(turn, turn.words.text("ask.what"))
        case "greeting":
            informing.greet(turn)
        case "thanks" | "goodbye":
            turn.say(with_menu(turn, turn.words.text(intent)))
        case "off_topic":
            people.decline(turn)
        case "unknown":
            people.fall_back(turn, "insult" if reading.about == "insult" else "unknown")


async def _go_on_or_say(turn: Turn, body: str) -> None:
    """Come back to the booking in the making; without one, say that."""
    if turn.draft.services:
        await booking.go_on(turn, turn.draft)
    else:
        turn.say(with_menu(turn, body))


def _chosen(turn: Turn, intent: Intent, reading: Reading) -> Choice | None:
    """The choice on the screen that the words pick: "yes", "the second one", "the 5:30"."""
    offered = turn.chat.state.offered
    if offered and turn.chat.state.asked == "confirm":
        if intent == "confirm":
            return offered[0]
        if intent == "deny":
            return offered[-1]
    if intent != "choose":
        return None
    offered = _offered_times(turn) or offered
    if reading.choice is not None and -len(offered) <= reading.choice < len(offered):
        return offered[reading.choice]
    return next((one for one in offered if _is_that_time(turn, one, reading)), None)


def _offered_times(turn: Turn) -> tuple[Choice, ...]:
    """The times that were last offered for the booking in the making."""
    chat = turn.chat.state
    times = [
        one.choice
        for one in chat.shown.values()
        if one.round == chat.round and isinstance(one.choice.meaning, TakeTime)
    ]
    last = times[-1].id.rpartition(".")[0] if times else ""
    return tuple(one for one in times if one.id.rpartition(".")[0] == last)


def _is_that_time(turn: Turn, choice: Choice, reading: Reading) -> bool:
    if not isinstance(choice.meaning, TakeTime) or reading.time is None:
        return False
    local = choice.meaning.start.astimezone(turn.desk.shop.zone)
    right_day = reading.day is None or local.date() == reading.day
    return right_day and local.time() == reading.time

"""Putting replies together so that every label fits."""

from collections.abc import Sequence

from application.dialogue.turn import Turn
from domain.reply import (
    BUTTON_TITLE,
    BUTTONS,
    INTERACTIVE_BODY,
    ROW_DESCRIPTION,
    ROW_TITLE,
    ROWS,
    Ask,
    Meaning,
    Reply,
    fitted,
)

PARAGRAPH = "\n\n"

Button = tuple[str, Meaning]
Row = tuple[str, str, Meaning]


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def below(first: str, question: str) -> str:
    """A question below what is said first, which is shortened where both would be too long."""
    if not first:
        return question
    room = INTERACTIVE_BODY - len(question) - len(PARAGRAPH)
    return f"{fitted(first, room)}{PARAGRAPH}{question}"


def with_buttons(turn: Turn, body: str, buttons: Sequence[Button]) -> Reply:
    """A text with up to three buttons, titles as they stand."""
    return Reply(
        body=fitted(sentence(body), INTERACTIVE_BODY),
        buttons=tuple(
            turn.choice(place, fitted(title, BUTTON_TITLE), meaning)
            for place, (title, meaning) in enumerate(buttons[:BUTTONS])
        ),
    )


def with_rows(turn: Turn, body: str, list_button: str, rows: Sequence[Row]) -> Reply:
    """A text with a list of up to ten rows (title, description, meaning)."""
    return Reply(
        body=fitted(sentence(body), INTERACTIVE_BODY),
        list_button=turn.words.text(list_button),
        rows=tuple(
            turn.choice(place, fitted(title, ROW_TITLE), meaning, fitted(line, ROW_DESCRIPTION))
            for place, (title, line, meaning) in enumerate(rows[:ROWS])
        ),
    )


def with_menu(turn: Turn, body: str) -> Reply:
    """A text with what customers mostly want next."""
    text = turn.words.text
    return with_buttons(
        turn,
        body,
        (
            (text("button.book"), Ask(topic="book")),
            (text("button.my_appointments"), Ask(topic="my_appointments")),
            (text("button.person"), Ask(topic="person")),
        ),
    )

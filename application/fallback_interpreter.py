"""The rules read first; the model is asked for what they do not understand."""

import msgspec

from application.ports import Asker, Interpreter
from application.understanding.reading import Context, Reading
from application.understanding.rules import read as read_by_rules
from domain.conversation import Line


class RuleInterpreter:
    """The rules alone, which need nothing from outside."""

    async def read(
        self,
        text: str,
        context: Context,
        lines: tuple[Line, ...],  # noqa: ARG002 - the rules read no chat
        *,
        asker: Asker,  # noqa: ARG002 - and read the same for everybody
    ) -> Reading:
        """What the rules make of the text."""
        return read_by_rules(text, context)


class FallbackInterpreter:
    """The rules, and the model behind them."""

    def __init__(self, rules: Interpreter, model: Interpreter) -> None:
        self._rules = rules
        self._model = model

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        """The rules' reading, or the model's where only the model understood."""
        ruled = await self._rules.read(text, context, lines, asker=asker)
        if ruled.understood or not any(char.isalnum() for char in text):
            return ruled
        guessed = await self._model.read(text, context, lines, asker=asker)
        if not guessed.understood:
            return ruled
        return msgspec.structs.replace(
            guessed, language=ruled.language or guessed.language, name=ruled.name
        )

"""Reads with xAI's Grok what the rules do not understand ("Chat completions" of the xAI API)."""

import asyncio
import logging
from datetime import timedelta
from typing import Any

import msgspec
import openai
from openai import AsyncOpenAI

from application.ports import Asker
from application.understanding.reading import Context, Reading
from domain.conversation import Line
from infrastructure.grok.answer import UNKNOWN, answer_in, form_in, kept, reading_of
from infrastructure.grok.gate import Gate, Granted, Known, Refused
from infrastructure.grok.prompt import Answer, messages, schema, state

_log = logging.getLogger(__name__)
_FIRST_TRY = 0.6  # of the deadline, so that one more can follow
_MOST_TOKENS = 400


def grok_client(*, api_url: str, api_key: str) -> AsyncOpenAI:
    """A client for xAI alone; to be closed by whoever made it.

    The SDK takes an organisation and a project of OpenAI's from the environment, which are none
    of xAI's business; a copy of the client (`with_options`) would take them again.
    """
    client = AsyncOpenAI(api_key=api_key, admin_api_key="", base_url=api_url, max_retries=1)
    client.organization = None
    client.project = None
    return client


class GrokInterpreter:
    """Asks the model for a form, and takes from it only what the shop knows.

    Whatever goes wrong, within the deadline, is a reading that is not understood; the log tells
    why, without a word of the message. What the gate refuses is not asked.
    """

    def __init__(
        self,
        client: AsyncOpenAI,
        gate: Gate,
        *,
        model: str = "grok-4.3",
        reasoning_effort: str | None = "none",
        deadline: timedelta = timedelta(seconds=8),
    ) -> None:
        self._gate = gate
        self._model = model
        self._effort = reasoning_effort
        self._deadline = deadline.total_seconds()
        self._client = client

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        """What the text says; nothing is raised for an outage."""
        question = self._same_question(text, context, lines, asker)
        told = await self._enter(question, context, asker)
        if isinstance(told, Refused):
            return UNKNOWN
        if isinstance(told, Answer):
            return reading_of(told, text, context)
        if told.last:
            _log.warning(
                "Grok is not asked again today: the budget of shop %s is used up", asker.shop_id
            )
        answer = await self._ask(text, context, lines, asker)
        if answer is None:
            return UNKNOWN
        answer = kept(answer, text, context)
        await self._gate.answered(question, msgspec.json.encode(answer))
        return reading_of(answer, text, context)

    async def aclose(self) -> None:
        """Close the client."""
        await self._client.close()

    async def _enter(
        self, question: bytes, context: Context, asker: Asker
    ) -> Answer | Granted | Refused:
        """What was answered before, or whether the model may be asked.

        An answer of another shape, which another release kept, is forgotten.
        """
        for _ in range(2):
            told = await self._gate.enter(question, asker=asker, day=context.today)
            if not isinstance(told, Known):
                return told
            answer = form_in(told.answer)
            if answer is not None:
                return answer
            await self._gate.forget(question)
        return Refused("redis")

    def _same_question(
        self, text: str, context: Context, lines: tuple[Line, ...], asker: Asker
    ) -> bytes:
        """What an answer is known again by: the same text in the same state, at the same shop.

        Where customers have said something before, only their own: they could have talked the
        model into an answer that others must not get.
        """
        whose = asker.customer_id if any(line.by == "customer" for line in lines) else None
        told = {"model": self._model, "shop_id": asker.shop_id, "whose": whose}
        return msgspec.json.encode({**told, **state(text, context)})

    async def _ask(
        self, text: str, context: Context, lines: tuple[Line, ...], asker: Asker
    ) -> Answer | None:
        """The filled form; `None` where there is none, which the gate is told."""
        try:
            async with asyncio.timeout(self._deadline):
                body = await self._complete(text, context, lines, asker)
        except (openai.OpenAIError, TimeoutError, UnicodeError) as error:
            _report(error)
            await self._note_failure(for_long=_is_out_of_credits(error))
            return None
        answer = answer_in(body)
        if answer is None:
            _log.warning("Grok gave an answer of another shape")
            await self._note_failure()
        return answer

    async def _note_failure(self, *, for_long: bool = False) -> None:
        pause = await self._gate.failed(for_long=for_long)
        if pause is not None:
            _log.warning("Grok is not asked for %d s", pause.total_seconds())

    async def _complete(
        self, text: str, context: Context, lines: tuple[Line, ...], asker: Asker
    ) -> bytes:
        """The body as it came: the SDK passes odd answers on without checking their shape."""
        form = {"name": "reading", "strict": True, "schema": schema(context)}
        asked: dict[str, Any] = {
            "model": self._model,
            "messages": messages(text, context, lines, asker.name),
            "temperature": 0,
            "max_completion_tokens": _MOST_TOKENS,
            "timeout": self._deadline * _FIRST_TRY,
            "response_format": {"type": "json_schema", "json_schema": form},
            "extra_headers": {"x-grok-conv-id": asker.shop_id},  # where its prefix is cached
        }
        if self._effort is not None:
            asked["reasoning_effort"] = self._effort
        raw = await self._client.chat.completions.with_raw_response.create(**asked)
        return bytes(raw.content)


def _report(error: Exception) -> None:
    """Write down what went wrong: its kind and its status, never its text."""
    if _is_out_of_credits(error):
        _log.error("xAI refuses to answer: credits are used up or the spending limit is reached")
        return
    status = getattr(error, "status_code", None)
    _log.warning("Grok did not answer: %s, status %s", type(error).__name__, status)


def _is_out_of_credits(error: Exception) -> bool:
    """Whether a 429 means the bill: xAI tells it from the rate limit by its text alone."""
    told = str(error.body).lower() if isinstance(error, openai.RateLimitError) else ""
    return "credit" in told or "spending limit" in told

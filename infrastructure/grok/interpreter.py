"""Reads with xAI's Grok what the rules do not understand ("Chat completions" of the xAI API)."""

import asyncio
import logging
from datetime import timedelta
from typing import Any

import openai
from openai import AsyncOpenAI

from application.understanding.reading import Context, Reading
from domain.conversation import Line
from infrastructure.grok.answer import UNKNOWN, answer_in, reading_of
from infrastructure.grok.prompt import messages, schema

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
    why, without a word of the message.
    """

    def __init__(
        self,
        client: AsyncOpenAI,
        *,
        model: str = "grok-4.3",
        reasoning_effort: str | None = "none",
        deadline: timedelta = timedelta(seconds=8),
    ) -> None:
        self._model = model
        self._effort = reasoning_effort
        self._deadline = deadline.total_seconds()
        self._client = client

    async def read(self, text: str, context: Context, lines: tuple[Line, ...]) -> Reading:
        """What the text says; nothing is raised for an outage."""
        try:
            async with asyncio.timeout(self._deadline):
                body = await self._complete(text, context, lines)
        except (openai.OpenAIError, TimeoutError, UnicodeError) as error:
            _report(error)
            return UNKNOWN
        answer = answer_in(body)
        if answer is None:
            _log.warning("Grok gave an answer of another shape")
            return UNKNOWN
        return reading_of(answer, text, context)

    async def _complete(self, text: str, context: Context, lines: tuple[Line, ...]) -> bytes:
        """The body as it came: the SDK passes odd answers on without checking their shape."""
        form = {"name": "reading", "strict": True, "schema": schema(context)}
        asked: dict[str, Any] = {
            "model": self._model,
            "messages": messages(text, context, lines),
            "temperature": 0,
            "max_completion_tokens": _MOST_TOKENS,
            "timeout": self._deadline * _FIRST_TRY,
            "response_format": {"type": "json_schema", "json_schema": form},
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

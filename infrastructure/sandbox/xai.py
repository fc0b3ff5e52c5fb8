"""The emulator of xAI's chat completions."""

import secrets
import uuid

from infrastructure.sandbox.clock import SandboxClock
from infrastructure.sandbox.exchange import Answer, Call
from infrastructure.sandbox.loose_json import (
    JsonObject,
    decoded_object,
    objects_in,
    text_at,
)
from infrastructure.sandbox.settings import SandboxSettings
from infrastructure.sandbox.xai_answers import XaiAnswers

REASONING = {
    "grok-4.7": ("low", "medium", "high", "xhigh"),
    "grok-4.6": ("low", "medium", "high", "xhigh"),
    "grok-4.5": ("low", "medium", "high"),
    "grok-4.3": ("none", "low", "medium", "high"),
    "grok-4.20-0309-reasoning": (),
    "grok-4.20-0309-non-reasoning": (),
    "grok-build-0.1": (),
}
SERVED_BY = {
    "grok-latest": "grok-4.7",
    **dict.fromkeys(
        (
            "grok-4-1-fast-reasoning",
            "grok-4-1-fast-non-reasoning",
            "grok-4-fast-reasoning",
            "grok-4-fast-non-reasoning",
            "grok-4-0709",
            "grok-4",
            "grok-code-fast-1",
            "grok-3",
        ),
        "grok-4.3",
    ),
}
BAD_ARGUMENT = "Client specified an invalid argument"


class XaiError(Exception):
    """A refusal in xAI's own shape."""

    def __init__(self, status: int, code: str, error: str) -> None:
        super().__init__(error)
        self.status = status
        self.code = code
        self.error = error

    def answer(self) -> Answer:
        """Return the error document; a 422 is plain text."""
        if self.status == 422:  # noqa: PLR2004
            return Answer(status=422, body=self.error.encode(), media_type="text/plain")
        return Answer.json({"code": self.code, "error": self.error}, status=self.status)


def unavailable(status: int, error: str = "Service temporarily unavailable.") -> XaiError:
    """The service, or the model, does not answer for now."""
    return XaiError(status, "The service is currently unavailable", error)


def exhausted() -> XaiError:
    """The team has asked too often, or used up what it has paid for."""
    error = "Too many requests: your team has reached its rate limit."
    return XaiError(429, "Some resource has been exhausted", error)


def wrong_key(shown: str = "xa***st") -> XaiError:
    """The key is not one of xAI's: a 400, not a 401."""
    error = (
        f"Incorrect API key provided: {shown}. You can obtain an API key from https://console.x.ai."
    )
    return XaiError(400, BAD_ARGUMENT, error)


def no_key() -> XaiError:
    """No key was sent."""
    code = "The request does not have valid authentication credentials"
    return XaiError(401, code, "No authentication credentials were provided.")


def forbidden() -> XaiError:
    """The key, the team or the content is not allowed."""
    code = "The caller does not have permission to execute the specified operation"
    return XaiError(403, code, "Access to this resource was denied.")


def no_such_model(asked: str = "") -> XaiError:
    """There is no such model, or not for this team."""
    error = (
        f"The model {asked} does not exist or your team does not have access to it. Please "
        "ensure you're using the correct API key."
    )
    return XaiError(404, "Some requested entity was not found", error)


def mistyped(field: str = "messages") -> XaiError:
    """The document lacks a field, or has another type in it; plain text."""
    error = (
        "Failed to deserialize the JSON body into the target type: "
        f"missing or mistyped field `{field}`"
    )
    return XaiError(422, "", error)


class Xai:
    """api.x.ai, with a model that says what was scripted."""

    def __init__(
        self, *, settings: SandboxSettings, answers: XaiAnswers, clock: SandboxClock
    ) -> None:
        self._settings = settings
        self._answers = answers
        self._clock = clock

    async def __call__(self, call: Call) -> Answer:
        """Answer one request."""
        try:
            self._authorise(call)
            match call.method, call.path:
                case "POST", ("v1", "chat", "completions"):
                    return await self._complete(call)
                case "GET", ("v1", "models"):
                    return Answer.json(
                        {"object": "list", "data": [_model(name) for name in REASONING]}
                    )
                case _:
                    code = "Some requested entity was not found"
                    error = f"No handler found on route /{'/'.join(call.path)}"
                    raise XaiError(404, code, error)  # noqa: TRY301
        except XaiError as refusal:
            return refusal.answer()

    def _authorise(self, call: Call) -> None:
        if call.bearer is None:
            raise no_key()
        if call.bearer != self._settings.xai_key:
            raise wrong_key(f"{call.bearer[:2]}***{call.bearer[-2:]}")

    async def _complete(self, call: Call) -> Answer:
        request = _checked(call)
        model = _served_by(text_at(request, "model"))
        _check_parameters(request, model)
        said = _last_user_text(request)
        answer = await self._answers.to(said)
        if answer is None:
            raise unavailable(503, "The model has no scripted answer in this sandbox.")
        prompt = len(call.body) // 4
        return Answer.json(
            {
                "id": str(uuid.uuid4()),
                "object": "chat.completion",
                "created": int(self._clock.now().timestamp()),
                "model": model,
                "choices": [_choice(answer.content)],
                "usage": _usage(prompt, len(answer.content) // 4 + 1),
                "system_fingerprint": f"fp_{secrets.token_hex(5)}",
            }
        )


def _checked(call: Call) -> JsonObject:
    request = decoded_object(call.body)
    if request is None:
        raise XaiError(400, BAD_ARGUMENT, "Failed to parse the request body as JSON.")
    for name, kind in (("model", str), ("messages", list)):
        if not isinstance(request.get(name), kind):
            raise mistyped(name)
    if not objects_in(request["messages"]):
        raise XaiError(400, BAD_ARGUMENT, "Messages must not be empty.")
    return request


def _served_by(asked: str) -> str:
    model = SERVED_BY.get(asked, asked.removesuffix("-latest"))
    if model not in REASONING:
        raise no_such_model(asked)
    return model


def _check_parameters(request: JsonObject, model: str) -> None:
    effort = request.get("reasoning_effort")
    if effort is not None and effort not in REASONING[model]:
        error = f"Model {model} does not support parameter reasoningEffort with that value."
        raise XaiError(400, BAD_ARGUMENT, error)
    reasons = model != "grok-4.20-0309-non-reasoning" and effort != "none"
    for name in ("stop", "presence_penalty", "frequency_penalty"):
        if reasons and request.get(name) is not None:
            error = f"Argument not supported on this model: {name}"
            raise XaiError(400, BAD_ARGUMENT, error)


def _last_user_text(request: JsonObject) -> str:
    spoken = [m for m in objects_in(request["messages"]) if m.get("role") == "user"]
    if not spoken:
        return ""
    parts = " ".join(text_at(part, "text") for part in objects_in(spoken[-1].get("content")))
    return text_at(spoken[-1], "content") or parts


def _choice(content: str) -> JsonObject:
    message = {"role": "assistant", "content": content, "refusal": None}
    return {"index": 0, "message": message, "finish_reason": "stop"}


def _usage(prompt: int, completion: int) -> JsonObject:
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {
            "text_tokens": prompt,
            "audio_tokens": 0,
            "image_tokens": 0,
            "cached_tokens": 0,
        },
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
        "num_sources_used": 0,
        "cost_in_usd_ticks": prompt * 12_500 + completion * 25_000,
    }


def _model(name: str) -> JsonObject:
    return {"id": name, "object": "model", "created": 1_775_000_000, "owned_by": "xai"}

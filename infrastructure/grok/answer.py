"""From Grok's form to a reading: what is not in the closed sets, or not in the message, is dropped."""

import re

import msgspec

from application.understanding.phrases import read_when
from application.understanding.reading import Context, Intent, Reading
from infrastructure.grok.prompt import ANY_BARBER, INTENTS, Answer

UNKNOWN = Reading(source="model")


class _Message(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Message


class _Completion(msgspec.Struct, frozen=True):
    """A chat completion, as far as it is needed ("Chat completions" of the xAI API)."""

    choices: tuple[_Choice, ...]


def answer_in(body: bytes) -> Answer | None:
    """The filled form; `None` for all else that a completion may be: refused, cut off, no JSON."""
    try:
        content = msgspec.json.decode(body, type=_Completion).choices[0].message.content or ""
    except (msgspec.DecodeError, UnicodeDecodeError, IndexError, RecursionError):
        return None
    return form_in(_braced(content))


def form_in(text: str | bytes) -> Answer | None:
    """The form; `None` where the text is none, or one of another shape."""
    try:
        return msgspec.json.decode(text, type=Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def kept(answer: Answer, text: str, context: Context) -> Answer:
    """The form with nothing in it but what is the shop's or stands in the text."""
    barbers = {topic.id for topic in context.barbers} | {ANY_BARBER}
    return Answer(
        intent=_intent(answer.intent),
        services=_services(answer, context),
        barber=answer.barber if answer.barber in barbers else None,
        day_phrase=answer.day_phrase if _found(answer.day_phrase, text) else None,
        time_phrase=answer.time_phrase if _found(answer.time_phrase, text) else None,
    )


def reading_of(answer: Answer, text: str, context: Context) -> Reading:
    """What the form says about the text; without a wish to do with the shop, nothing else counts."""
    intent = _intent(answer.intent)
    if intent in {"unknown", "off_topic"}:
        return msgspec.structs.replace(UNKNOWN, intents=(intent,))
    phrase = _when(answer, text)
    when = read_when(phrase, context) if phrase else UNKNOWN
    barbers = {topic.id for topic in context.barbers}
    return msgspec.structs.replace(
        when,
        intents=(intent,),
        services=_services(answer, context),
        barber=answer.barber if answer.barber in barbers else None,
        any_barber=answer.barber == ANY_BARBER and ANY_BARBER not in barbers,
        spans=(),
        source="model",
    )


def _intent(said: str) -> Intent:
    return msgspec.convert(said, Intent) if said in INTENTS else "unknown"


def _services(answer: Answer, context: Context) -> tuple[str, ...]:
    known = {topic.id for topic in context.services}
    return tuple(dict.fromkeys(service for service in answer.services if service in known))


def _when(answer: Answer, text: str) -> str:
    """The phrases that stand in the text as whole words, in its order and its spelling."""
    found = (_found(phrase, text) for phrase in (answer.day_phrase, answer.time_phrase))
    places = sorted({match.span() for match in found if match})
    return " ".join(text[start:end] for start, end in places)


def _found(phrase: str | None, text: str) -> re.Match[str] | None:
    words = (re.escape(word) for word in (phrase or "").split())
    pattern = r"\s+".join(words)
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if pattern else None


def _braced(content: str) -> str:
    """The part from the first brace to the last: some answers come in fences, or with prose."""
    return content[content.find("{") : content.rfind("}") + 1]

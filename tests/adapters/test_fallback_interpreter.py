from datetime import date, time

import msgspec
import pytest

from application.fallback_interpreter import FallbackInterpreter, RuleInterpreter
from application.ports import Asker
from application.understanding.reading import Context, Reading
from domain.conversation import Line
from tests.adapters.grok import ASKER

CONTEXT = Context(today=date(2026, 11, 24), now=time(10), language="es", services=(), barbers=())
UNKNOWN = Reading(language="es")
BOOKING = Reading(intents=("book",), source="model")


class Scripted:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.asked: list[str] = []

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        assert asker is ASKER
        self.asked.append(f"{text} {context.language} {len(lines)}")
        return self.reading


async def test_what_the_rules_understand_never_goes_to_the_model() -> None:
    rules, model = Scripted(Reading(intents=("greeting",))), Scripted(BOOKING)

    reading = await FallbackInterpreter(rules, model).read("hola", CONTEXT, (), asker=ASKER)

    assert reading == Reading(intents=("greeting",))
    assert model.asked == []


async def test_the_model_reads_what_the_rules_do_not_understand() -> None:
    rules, model = Scripted(UNKNOWN), Scripted(BOOKING)
    lines = (Line(by="shop", text="¿Qué día?"),)

    reading = await FallbackInterpreter(rules, model).read(
        "pelambrera", CONTEXT, lines, asker=ASKER
    )

    assert reading == msgspec.structs.replace(BOOKING, language="es")
    assert model.asked == ["pelambrera es 1"]


async def test_the_rules_have_the_word_where_the_model_understands_nothing_either() -> None:
    rules, model = Scripted(UNKNOWN), Scripted(Reading(source="model"))

    assert await FallbackInterpreter(rules, model).read("eh", CONTEXT, (), asker=ASKER) == UNKNOWN
    assert model.asked == ["eh es 0"]


async def test_that_the_model_finds_it_off_topic_is_a_word_too() -> None:
    off_topic = Reading(intents=("off_topic",), source="model")
    rules, model = Scripted(UNKNOWN), Scripted(off_topic)

    reading = await FallbackInterpreter(rules, model).read("poema", CONTEXT, (), asker=ASKER)

    assert reading == msgspec.structs.replace(off_topic, language="es")


async def test_the_language_and_the_name_are_those_that_the_rules_read() -> None:
    ruled = Reading(language="es", name="Ana")
    rules = Scripted(ruled)
    model = Scripted(msgspec.structs.replace(BOOKING, language="en", name="Elvis"))

    reading = await FallbackInterpreter(rules, model).read("pelos", CONTEXT, (), asker=ASKER)

    assert (reading.language, reading.name) == ("es", "Ana")


@pytest.mark.parametrize("text", ["  ", "", "?!", "🙈", "👀 …"])
async def test_what_has_no_words_is_nothing_to_ask_about(text: str) -> None:
    rules, model = Scripted(UNKNOWN), Scripted(BOOKING)

    assert await FallbackInterpreter(rules, model).read(text, CONTEXT, (), asker=ASKER) == UNKNOWN
    assert model.asked == []


async def test_the_rules_read_alone_as_well() -> None:
    reading = await RuleInterpreter().read("hola", CONTEXT, (), asker=ASKER)

    assert (reading.intents, reading.source) == (("greeting",), "rules")

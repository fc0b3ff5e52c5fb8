from datetime import date, time

import msgspec

from application.fallback_interpreter import FallbackInterpreter, RuleInterpreter
from application.understanding.reading import Context, Reading
from domain.conversation import Line

CONTEXT = Context(today=date(2026, 11, 24), now=time(10), language="es", services=(), barbers=())
UNKNOWN = Reading(language="es")
BOOKING = Reading(intents=("book",), source="model")


class Scripted:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.asked: list[str] = []

    async def read(self, text: str, context: Context, lines: tuple[Line, ...]) -> Reading:
        self.asked.append(f"{text} {context.language} {len(lines)}")
        return self.reading


async def test_what_the_rules_understand_never_goes_to_the_model() -> None:
    rules, model = Scripted(Reading(intents=("greeting",))), Scripted(BOOKING)

    reading = await FallbackInterpreter(rules, model).read("hola", CONTEXT, ())

    assert reading == Reading(intents=("greeting",))
    assert model.asked == []


async def test_the_model_reads_what_the_rules_do_not_understand() -> None:
    rules, model = Scripted(UNKNOWN), Scripted(BOOKING)
    lines = (Line(by="shop", text="¿Qué día?"),)

    reading = await FallbackInterpreter(rules, model).read("pelambrera", CONTEXT, lines)

    assert reading == msgspec.structs.replace(BOOKING, language="es")
    assert model.asked == ["pelambrera es 1"]


async def test_the_rules_have_the_word_where_the_model_understands_nothing_either() -> None:
    rules, model = Scripted(UNKNOWN), Scripted(Reading(source="model"))

    assert await FallbackInterpreter(rules, model).read("?", CONTEXT, ()) == UNKNOWN


async def test_nothing_written_is_nothing_to_ask_about() -> None:
    rules, model = Scripted(UNKNOWN), Scripted(BOOKING)

    assert await FallbackInterpreter(rules, model).read("  ", CONTEXT, ()) == UNKNOWN
    assert model.asked == []


async def test_the_rules_read_alone_as_well() -> None:
    reading = await RuleInterpreter().read("hola", CONTEXT, ())

    assert (reading.intents, reading.source) == (("greeting",), "rules")

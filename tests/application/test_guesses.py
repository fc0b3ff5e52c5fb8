"""What a language model read: nothing is done for it before a tap says so."""

from datetime import timedelta

import pytest

from application.fallback_interpreter import FallbackInterpreter, RuleInterpreter
from application.ports import Asker
from application.understanding.reading import Context, Intent, Reading
from domain.conversation import Line, PersonCalled, ShopTold
from tests.application.counter import Counter, Writer, at, text
from tests.fakes.interpreter import ScriptedInterpreter

HOLDING = ("Confirm", "Other time", "Not now")
RIDDLE = "qwrtz plmk vbnh"


def guess(intent: Intent) -> Reading:
    return Reading(intents=(intent,), source="model")


def behind_the_rules(counter: Counter, *guesses: Reading) -> ScriptedInterpreter:
    model = ScriptedInterpreter(*guesses)
    counter.answer = counter.answering(FallbackInterpreter(RuleInterpreter(), model))
    return model


async def test_a_person_is_called_once_the_button_is_tapped(counter: Counter, ana: Writer) -> None:
    behind_the_rules(counter, guess("person"))

    said = await ana.says(RIDDLE)

    assert said.endswith(text("guess.person", owner="Sam"))
    assert await counter.events(PersonCalled) == ()
    await ana.taps("Talk to a person")
    assert len(await counter.events(PersonCalled)) == 1


async def test_data_are_asked_for_once_the_button_is_tapped(counter: Counter, ana: Writer) -> None:
    behind_the_rules(counter, guess("my_data"))
    await ana.says(RIDDLE)
    assert await counter.events(PersonCalled) == ()

    said = await ana.taps("My data")

    assert said == text("my_data", owner="Sam")


async def test_the_barber_is_told_of_a_delay_once_the_button_is_tapped(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("Book a haircut with Marco today at 2pm")
    behind_the_rules(counter, guess("late"))
    counter.clock.forward(timedelta(hours=3))
    await ana.says(RIDDLE)
    assert await counter.events(ShopTold) == ()

    said = await ana.taps("I'm running late")

    assert said == text("late.told", barber="Marco")


async def test_a_guessed_no_lets_nothing_go(counter: Counter, ana: Writer) -> None:
    await ana.says("haircut tomorrow at 3")
    behind_the_rules(counter, guess("deny"))

    await ana.says(RIDDLE)

    assert ana.titles == HOLDING
    await ana.taps("Confirm")
    assert [one.start for one in await counter.booked()] == [at("15:00")]


async def test_a_guessed_cancellation_is_asked_before_it_is_done(
    counter: Counter, ana: Writer
) -> None:
    await ana.says("Book a haircut with Marco tomorrow at 2pm")
    behind_the_rules(counter, guess("cancel"))

    await ana.says(RIDDLE)

    assert ana.titles == ("Cancel it", "Move it", "Keep it")
    assert await counter.cancelled() == ()


async def test_the_guess_of_a_question_is_answered(counter: Counter, ana: Writer) -> None:
    behind_the_rules(counter, guess("hours"))

    assert "Opening hours:" in await ana.says(RIDDLE)


async def test_what_is_off_topic_is_declined_politely_and_calls_nobody(
    counter: Counter, ana: Writer
) -> None:
    behind_the_rules(counter, *[guess("off_topic")] * 5)

    said = [await ana.says(f"{RIDDLE} {number}") for number in range(5)]

    declined = text("off_topic", shop="Central Barbershop")
    assert [one.endswith(declined) for one in said] == [True] * 5
    assert await counter.events(PersonCalled) == ()


@pytest.mark.parametrize("said", ["haircut tomorrow at 3", "hi", "👍", "🙈", "?!"])
async def test_the_model_is_not_asked_for_what_the_rules_understand_or_what_has_no_words(
    counter: Counter, ana: Writer, said: str
) -> None:
    model = behind_the_rules(counter)

    await ana.says(said)

    assert model.asked == []


class _Noting:
    """Notes what it is told of the conversation."""

    def __init__(self) -> None:
        self.told: list[tuple[str, tuple[Line, ...], Asker]] = []

    async def read(
        self, text: str, context: Context, lines: tuple[Line, ...], *, asker: Asker
    ) -> Reading:
        del context
        self.told.append((text, lines, asker))
        return Reading()


async def test_the_model_is_told_the_lines_before_the_message_and_for_whom(
    counter: Counter, ana: Writer
) -> None:
    noting = _Noting()
    counter.answer = counter.answering(noting)
    await ana.says("first")

    await ana.says("second", "third")

    (_, none, _), (said, before, asker) = noting.told
    assert (none, said) == ((), "second\nthird")
    assert [(one.by, one.text) for one in before[:1]] == [("customer", "first")]
    assert [one.by for one in before] == ["customer", "shop"]
    assert (asker.shop_id, asker.customer_id, asker.name) == ("demo", ana.id, "Ana")

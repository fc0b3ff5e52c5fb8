"""Thanks at the end of a wish are no goodbye: "an appointment for tomorrow, thank you"."""

import pytest

from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    "text",
    [
        "una cita para mañana 🙏",
        "me vendría bien el viernes, muchas gracias",
        "con Ana por favor y gracias",
        "cualquier hora del viernes me sirve, gracias",
        "an appointment for tomorrow please, thank you",
        "friday would suit me, thanks!",
    ],
)
def test_a_wish_closed_with_thanks_is_the_wish(text: str) -> None:
    reading = read(text, context("en"))

    assert reading.intents == ("book",)


@pytest.mark.parametrize(
    "text",
    [
        "muchas gracias, nos vemos el viernes",
        "perfecto, el viernes entonces, gracias",
        "quedó genial, gracias",
        "that'll be all I need today, thank you",
        "great, see you friday, thanks",
    ],
)
def test_thanks_for_what_is_settled_wish_nothing(text: str) -> None:
    reading = read(text, context("en"))

    assert set(reading.intents) <= {"thanks", "goodbye", "confirm"}

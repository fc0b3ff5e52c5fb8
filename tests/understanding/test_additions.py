"""What comes to an order is added to it; anything else replaces it."""

import msgspec
import pytest

from application.understanding.reading import Topic
from application.understanding.rules import read
from tests.understanding.shop import context


@pytest.mark.parametrize(
    "text",
    [
        "y que sea con barba también",
        "y con barba",
        "añade la barba porfa",
        "ademas la barva",
        "and a beard trim too",
        "make it with beard as well",
        "add a beard trim pls",
        "plus the beard",
    ],
)
def test_a_beard_that_is_added_to_a_haircut_makes_the_service_of_both(text: str) -> None:
    shop = msgspec.structs.replace(context("es", "offer"), ordered=("haircut",))

    reading = read(text, shop)

    assert reading.services == ("haircut_beard",)


@pytest.mark.parametrize("text", ["and a shave too", "y un afeitado también"])
def test_what_makes_no_single_service_is_a_second_one(text: str) -> None:
    shop = msgspec.structs.replace(context("en", "offer"), ordered=("haircut",))

    reading = read(text, shop)

    assert reading.services == ("haircut", "shave")


@pytest.mark.parametrize("text", ["a shave instead of that", "mejor un afeitado", "a shave please"])
def test_what_is_named_without_an_and_replaces_the_order(text: str) -> None:
    shop = msgspec.structs.replace(context("en", "offer"), ordered=("haircut",))

    reading = read(text, shop)

    assert reading.services == ("shave",)


@pytest.mark.parametrize("text", ["and how much is a shave?", "y cuánto cuesta el afeitado?"])
def test_a_question_about_another_service_adds_nothing(text: str) -> None:
    shop = msgspec.structs.replace(context("en", "offer"), ordered=("haircut",))

    reading = read(text, shop)

    assert reading.services == ("shave",)


def test_a_beard_is_found_by_any_id_that_a_shop_gives_it() -> None:
    beard = Topic(id="s2", names=("Beard trim", "Arreglo de barba", "barba"))
    both = Topic(id="s3", names=("Haircut + beard", "Corte y barba"))
    cut = Topic(id="s1", names=("Haircut", "Corte de pelo"))
    shop = msgspec.structs.replace(context("es"), services=(cut, beard, both), ordered=("s1",))

    alone, added = read("la barba mañana", shop), read("y con barba también", shop)

    assert (alone.services, added.services) == (("s2",), ("s3",))


@pytest.mark.parametrize("text", ["sí, pero sin barba", "mejor sin la barba", "corte sin barba"])
def test_a_beard_left_out_leaves_the_haircut(text: str) -> None:
    shop = msgspec.structs.replace(context("es", "confirm"), ordered=("haircut_beard",))

    reading = read(text, shop)

    assert (reading.intents, reading.services) == (("book",), ("haircut",))

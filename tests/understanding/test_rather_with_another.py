"""Who has an appointment and would rather have another time or barber wants to move it."""

import datetime as dt

import msgspec
import pytest

from application.understanding.reading import OfferedTime
from application.understanding.rules import read
from tests.understanding.shop import context

FRIDAY = OfferedTime(day=dt.date(2025, 11, 14), time=dt.time(16), barber="ana")


@pytest.mark.parametrize("text", ["mejor con Luis", "mejor a las 6", "prefiero el lunes"])
def test_rather_moves_the_appointment_that_there_is(text: str) -> None:
    shop = msgspec.structs.replace(context("es"), appointments=(FRIDAY,))

    assert read(text, shop).intents == ("move",)


@pytest.mark.parametrize("text", ["mejor con Luis", "mejor a las 6", "prefiero el lunes"])
def test_rather_books_where_there_is_none(text: str) -> None:
    assert read(text, context("es")).intents == ("book",)


@pytest.mark.parametrize("text", ["mejor un corte con Luis el lunes", "¿es mejor el lunes?"])
def test_a_service_or_a_question_moves_nothing(text: str) -> None:
    shop = msgspec.structs.replace(context("es"), appointments=(FRIDAY,))

    assert "move" not in read(text, shop).intents

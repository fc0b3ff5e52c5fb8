"""The same words mean what the shop's own names, hours and moment make of them."""

import datetime as dt

import msgspec
import pytest

from application.understanding.phrases import read_when
from application.understanding.reading import OpenHours, Topic
from application.understanding.rules import read
from tests.understanding.shop import WEDNESDAY, context

LATE = (OpenHours(weekday=4, start=dt.time(6), end=dt.time(22)),)


def test_a_bare_hour_is_asked_back_where_both_halves_of_the_day_are_open() -> None:
    shop = msgspec.structs.replace(context("en"), hours=LATE)

    reading = read("haircut friday at 7", shop)

    assert {reading.time, *reading.other_times} == {dt.time(7), dt.time(19)}


def test_a_part_of_the_day_decides_the_half_for_good() -> None:
    shop = msgspec.structs.replace(context("en"), hours=LATE)

    reading = read("haircut friday evening at 7", shop)

    assert (reading.time, reading.other_times, reading.inferred) == (dt.time(19), (), ())


def test_todays_weekday_means_next_week_once_the_shop_has_closed() -> None:
    shop = msgspec.structs.replace(context("en"), now=dt.time(20))

    reading = read("haircut wednesday 3pm", shop)

    assert (reading.day, reading.other_days) == (WEDNESDAY + dt.timedelta(days=7), ())


def test_a_shop_without_the_combined_service_is_asked_for_both() -> None:
    shop = context("en")
    separate = tuple(topic for topic in shop.services if topic.id != "haircut_beard")
    shop = msgspec.structs.replace(shop, services=separate)

    reading = read("cut and beard tomorrow", shop)

    assert reading.services == ("haircut", "beard_trim")


@pytest.mark.parametrize("text", ["a fade tomorrow", "un degradado mañana", "cut tomorrow"])
def test_everyday_words_find_a_service_whose_name_looks_like_a_haircut(text: str) -> None:
    service = Topic(id="s-17", names=("Gents haircut", "Corte caballero"))
    shop = msgspec.structs.replace(context("en"), services=(service,))

    reading = read(text, shop)

    assert reading.services == ("s-17",)


def test_the_shops_own_name_for_a_service_comes_before_the_everyday_word() -> None:
    fade = Topic(id="fade", names=("Skin fade",))
    shop = msgspec.structs.replace(context("en"), services=(*context("en").services, fade))

    reading = read("skin fade tomorrow", shop)

    assert reading.services == ("fade",)


def test_a_service_that_the_shop_lacks_is_not_read() -> None:
    shop = msgspec.structs.replace(context("en"), services=context("en").services[:1])

    reading = read("do you do hair colour?", shop)

    assert reading.services == ()


@pytest.mark.parametrize("text", ["5", "a las 5 y media", "half past five"])
def test_an_hour_on_the_screen_is_the_one_meant(text: str) -> None:
    shop = context("en", "offer")

    reading = read(text.replace("5", "17:30") if text == "5" else text, shop)

    assert (reading.intent, reading.choice) == ("choose", 2)


def test_a_number_that_is_a_place_and_an_hour_at_once_is_not_settled() -> None:
    shop = context("en", "offer")
    at_two = msgspec.structs.replace(shop.offered[2], time=dt.time(14))
    shop = msgspec.structs.replace(shop, offered=(*shop.offered[:2], at_two))

    reading = read("2", shop)

    assert (reading.intent, reading.choice) == ("choose", None)


def test_a_phrase_copied_out_of_a_message_is_read_for_day_and_time() -> None:
    shop = context("es")

    reading = read_when("el viernes a las 4 de la tarde", shop)

    assert (reading.day, reading.time) == (dt.date(2025, 11, 14), dt.time(16))


def test_a_numeric_date_in_a_message_of_no_language_is_asked_back() -> None:
    shop = msgspec.structs.replace(context("es"), horizon_days=90)

    reading = read("1/12", shop)

    assert (reading.day, reading.other_days) == (dt.date(2025, 12, 1), (dt.date(2026, 1, 12),))

from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.redis.embedded import EmbeddedRedis
from tests.cli.test_events import events, positions
from tests.cli.two_shops import record_two_shops


@pytest.fixture(scope="module")
def log(data_dir: Path) -> Iterator[Path]:
    with EmbeddedRedis(data_dir).used() as url:
        record_two_shops(data_dir, url)
        yield data_dir


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--shop", "demo"), [1, 3, 6, 7, 9, 10, 11, 19, 20, 21]),
        (("--shop", "demo", "--after", "9"), [10, 11, 19, 20, 21]),
        (("--shop", "demo", "--since", "2026-11-23 14:30", "--kind", "appointment"), [20]),
        (("--shop", "demo", "--last", "2"), [20, 21]),
        (("--shop", "demo", "--diary", "marco@2026-11-26"), [6, 9, 19, 21]),
        (("--shop", "demo", "--appointment", "AAA1"), [10, 11, 20]),
    ],
)
def test_a_shop_narrows_to_what_belongs_to_it(
    log: Path, options: tuple[str, ...], found: list[int]
) -> None:
    run = events(log, "--json", *options)

    assert (run.returncode, positions(run)) == (0, found), run.stderr


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--customer", "alex"), [3, 4, 5, 6, 7, 8, 9, 10, 11, 18, 19, 20]),
        (("--customer", "alex", "--shop", "demo"), [3, 6, 7, 9, 10, 11, 19, 20]),
        (("--customer", "alex", "--after", "10"), [11, 18, 19, 20]),
        (("--customer", "alex", "--until", "2026-11-23 11:30"), [3, 4, 5, 6]),
        (("--customer", "alex", "--stream", "shop:demo"), [1, *range(3, 12), 18, 19, 20]),
        (("--customer", "ben"), [12, 13, 14, 15, 16, 17]),
        (("--customer", "customer:ben"), [12, 13, 14, 15, 16, 17]),
    ],
)
def test_a_customer_is_all_that_concerns_them_erased_or_not(
    log: Path, options: tuple[str, ...], found: list[int]
) -> None:
    run = events(log, "--json", *options)

    assert (run.returncode, positions(run)) == (0, found), run.stderr


@pytest.mark.parametrize(
    "number", ["+34 600 111 222", "34600111222", "(0034) 600-111.222", "wa:34600111222", "15551234"]
)
def test_a_phone_number_is_told_what_names_a_customer_and_not_repeated(
    log: Path, number: str
) -> None:
    run = events(log, "--customer", number)

    assert (run.returncode, run.stdout) == (2, "")
    assert "not by a phone number: `barbershop events --kind customer --json` shows" in run.stderr
    assert number not in run.stderr


def test_an_id_may_be_of_digits(log: Path) -> None:
    run = events(log, "--customer", "0123456789012345")

    assert (run.returncode, run.stderr) == (1, "No such event was recorded.\n")


def test_what_belongs_to_another_shop_is_not_found(log: Path) -> None:
    run = events(log, "--shop", "demo", "--appointment", "BBB2")

    assert (run.returncode, run.stdout) == (1, "")


def test_a_shop_that_has_left_the_settings_is_found_on_record(log: Path) -> None:
    run = events(log, "--shop", "madrid", "--kind", "shop", "--json")

    assert (run.returncode, positions(run)) == (0, [2]), run.stderr

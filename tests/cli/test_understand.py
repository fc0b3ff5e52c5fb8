import datetime as dt
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from entrypoints.cli import main
from entrypoints.understand_command import Answer

AT = ("--at", "2025-10-29T10:15")
SHOPS = Path(__file__).parents[2] / "shops"


def understand(*arguments: str, shops: str = "") -> Result:
    return CliRunner().invoke(main, ["understand", *arguments], env={"BARBERSHOP_SHOPS": shops})


def answer(*arguments: str) -> Answer:
    done = understand(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return msgspec.json.decode(done.stdout, type=Answer)


def test_a_message_is_told_part_by_part_with_the_reading_and_its_doubts() -> None:
    done = understand("haircut fri at 3 with zzyzx", *AT)

    assert done.output.splitlines()[:6] == [
        "demo, Wed 2025-10-29 10:15 (America/New_York), nothing was asked",
        "",
        "  “haircut”  services  name (service haircut, topic haircut)",
        "  “fri”      day       weekday (weekday 4)",
        "  “at 3”     time      clock (at, number 3)",
        "  “with”     -         (with)",
    ]
    assert "  not used: zzyzx\n" in done.output
    assert "day: Fri 2025-10-31\ntime: 15:00\n" in done.output
    assert done.output.splitlines()[-1].startswith("A button confirms before anything is booked")


def test_nothing_in_doubt_is_said_too() -> None:
    done = understand("haircut tomorrow at 15:00", *AT)

    assert done.output.endswith("\nNothing is in doubt.\n")


def test_two_readings_are_asked_back() -> None:
    done = understand("next friday", *AT)

    assert "other days: " in done.output
    assert done.output.endswith("\nTwo readings remain, so the customer is asked which.\n")


def test_what_is_not_understood_goes_to_the_model() -> None:
    done = understand("zzyzx", *AT)

    assert "  not used: zzyzx\n" in done.output
    assert "the language model is asked" in done.output


def test_a_message_may_have_several_lines() -> None:
    done = understand("haircut\ntomorrow\nat 15:00", *AT)

    assert "day: Thu 2025-10-30\ntime: 15:00\n" in done.output


def test_json_has_the_same_with_the_moment_in_utc() -> None:
    told = answer("haircut tomorrow at 15:00", *AT)

    assert told.at == dt.datetime(2025, 10, 29, 14, 15, tzinfo=dt.UTC)
    assert (told.reading.day, told.reading.time) == (dt.date(2025, 10, 30), dt.time(15))
    assert [part.text for part in told.parts] == ["haircut", "tomorrow", "at 15:00"]
    assert told.outcome == "Nothing is in doubt."


def test_what_was_asked_decides() -> None:
    day, time = answer("4", *AT, "--asked", "day"), answer("4", *AT, "--asked", "time")

    assert (day.reading.day, day.reading.time) == (dt.date(2025, 11, 4), None)
    assert (time.reading.day, time.reading.time) == (None, dt.time(16))


def test_the_moment_is_now_unless_another_is_named() -> None:
    told = answer("tomorrow")

    assert abs(told.at - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("where", [str(SHOPS / "madrid.toml"), "madrid"])
def test_a_shop_is_named_by_its_file_or_its_id(where: str) -> None:
    done = understand("mañana", *AT, "--shop", where, shops=str(SHOPS))

    assert done.output.startswith("madrid, Wed 2025-10-29 10:15 (Europe/Madrid)")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--shop", "nowhere"), "nowhere: no file, and the shops are demo, madrid."),
        ((), "There are several shops: name one with --shop."),
        (("--shop", "demo", "--at", "soon"), "a time is 2026-11-26"),
    ],
)
def test_a_wrong_option_is_explained(arguments: tuple[str, ...], complaint: str) -> None:
    done = understand("mañana", *arguments, shops=str(SHOPS))

    assert done.exit_code == 2
    assert complaint in done.output


def test_a_shop_file_with_mistakes_tells_them(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_text('id = "demo"\n')

    done = understand("mañana", "--shop", str(file))

    assert done.exit_code == 2
    assert str(file) in done.output.replace("\n", "")

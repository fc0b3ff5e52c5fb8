"""Where the events are kept is a setting: the same service books over each persistence module."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from eventsourcing.popo import POPOApplicationRecorder
from eventsourcing.sqlite import SQLiteApplicationRecorder

from entrypoints.container import Container
from entrypoints.setting_sources import SettingProblems
from entrypoints.settings import load_settings
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.service.process import Service

NOWHERE = "unix:///nowhere/redis.sock"
POSTGRES = {
    "PERSISTENCE_MODULE": "eventsourcing.postgres",
    "POSTGRES_HOST": "127.0.0.1",
    "POSTGRES_PORT": "1",
    "POSTGRES_DBNAME": "hush-database",
    "POSTGRES_USER": "hush-user",
    "POSTGRES_PASSWORD": "hush-hush",
    "POSTGRES_CONNECT_TIMEOUT": "1",
}


def problems(folder: Path, **told: str) -> dict[str, str]:
    """What is wrong, by setting."""
    with pytest.raises(SettingProblems) as found:
        load_settings({"BARBERSHOP_DATA_DIR": str(folder), **told}, sandbox=True)
    return {one.setting: f"{one.what}: {one.mend}" for one in found.value.problems}


@pytest.mark.parametrize(
    ("told", "recorder"),
    [
        ({}, RedisApplicationRecorder),
        ({"PERSISTENCE_MODULE": "eventsourcing.popo"}, POPOApplicationRecorder),
        ({"PERSISTENCE_MODULE": "eventsourcing.sqlite"}, SQLiteApplicationRecorder),
    ],
)
def test_the_recorder_is_that_of_the_module(
    tmp_path: Path, told: dict[str, str], recorder: type
) -> None:
    given = {"BARBERSHOP_DATA_DIR": str(tmp_path), "SQLITE_DBNAME": str(tmp_path / "events")}
    container = Container(
        settings=load_settings({**given, **told}, sandbox=True), redis_url=NOWHERE
    )

    assert type(container.recorder()) is recorder
    container.persistence().close()


def test_what_a_module_needs_and_is_not_told_is_missing(tmp_path: Path) -> None:
    sqlite = problems(tmp_path, PERSISTENCE_MODULE="eventsourcing.sqlite")
    postgres = problems(tmp_path, PERSISTENCE_MODULE="eventsourcing.postgres")

    assert set(sqlite) == {"SQLITE_DBNAME"}
    assert set(postgres) == {
        "POSTGRES_HOST",
        "POSTGRES_DBNAME",
        "POSTGRES_USER",
        "POSTGRES_PASSWORD",
    }


@pytest.mark.parametrize(
    "told",
    [
        {"PERSISTENCE_MODULE": "hush.hush"},
        {"PERSISTENCE_MODULE": "json"},
        {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": "/nowhere/hush"},
    ],
)
def test_a_store_that_cannot_be_opened_is_told_before_the_start(
    tmp_path: Path, told: dict[str, str]
) -> None:
    found = problems(tmp_path, **told)

    assert set(found) == {"PERSISTENCE_MODULE"}
    assert "hush" not in str(found)


def test_a_database_out_of_reach_is_told_before_the_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    found = problems(tmp_path, **POSTGRES)

    assert set(found) == {"PERSISTENCE_MODULE"}
    assert "hush" not in str(found)
    assert "hush-hush" not in caplog.text


def test_the_module_is_told_its_own_settings_and_no_secret_of_the_service(tmp_path: Path) -> None:
    told = {"BARBERSHOP_DATA_DIR": str(tmp_path), "WHATSAPP_APP_SECRET": "s", "OF_A_MODULE": "m"}

    persistence = load_settings(told, sandbox=True).persistence

    assert persistence["OF_A_MODULE"] == "m"
    assert [name for name in persistence if name.startswith(("WHATSAPP", "BARBERSHOP"))] == []


def test_a_password_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("hush-hush\n")
    told = {"BARBERSHOP_DATA_DIR": str(tmp_path), "POSTGRES_PASSWORD_FILE": f"{tmp_path}/password"}

    settings = load_settings(told, sandbox=True)

    assert settings.persistence["POSTGRES_PASSWORD"] == "hush-hush"
    assert "hush-hush" not in repr(settings)


def booked(service: Service) -> None:
    """Book over the started service, and see it in the calendar."""
    service.set_clock()
    service.say("15550109001", text="Book haircut with Luis tomorrow at 2pm", name="Ana Torres")
    (said,) = service.answers("15550109001", 1)
    assert "Booked ✔" in said
    service.until(lambda: service.events_of("luis@demo.calendar"))


@pytest.fixture
def in_a_file() -> Iterator[Service]:
    yield from _served(PERSISTENCE_MODULE="eventsourcing.sqlite", SQLITE_DBNAME="events.sqlite")


@pytest.fixture
def in_memory() -> Iterator[Service]:
    yield from _served(PERSISTENCE_MODULE="eventsourcing.popo")


def _served(**told: str) -> Iterator[Service]:
    service = Service(**told)
    service.start()
    yield service
    service.close()


def test_the_sandbox_books_with_its_events_in_a_file_of_sqlite(in_a_file: Service) -> None:
    booked(in_a_file)

    assert in_a_file.terminate() == 0
    with closing(sqlite3.connect(in_a_file.folder / "events.sqlite")) as database:
        (count,) = database.execute(
            "SELECT count(*) FROM stored_events WHERE topic LIKE 'appointment.booked/%'"
        ).fetchone()
    assert count == 1


def test_the_sandbox_books_with_its_events_in_memory(in_memory: Service) -> None:
    booked(in_memory)

    assert in_memory.terminate() == 0
    assert "Traceback" not in in_memory.output.read_text()

"""What the service is told, and what it says when it is told wrong."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from entrypoints.setting_sources import SettingProblems
from entrypoints.settings import Settings, environment, load_settings
from tests.service.process import COMMAND, SHOPS
from tests.service.process import environment as told_in_a_process

SECRETS = (
    "WHATSAPP_ACCESS_TOKEN",
    "WHATSAPP_APP_SECRET",
    "WHATSAPP_VERIFY_TOKEN",
    "BARBERSHOP_MASTER_KEY",
)


def problems(given: dict[str, str]) -> dict[str, str]:
    """What is wrong, by setting."""
    with pytest.raises(SettingProblems) as found:
        load_settings(given, sandbox=False)
    return {one.setting: f"{one.what}: {one.mend}" for one in found.value.problems}


def test_a_complete_environment_has_no_problems(complete: dict[str, str]) -> None:
    settings = load_settings(complete, sandbox=False)

    assert settings.whatsapp_api_url == "https://graph.facebook.com"
    assert settings.google_calendar_api_url == "https://www.googleapis.com/calendar/v3/"
    assert (settings.xai_api_key, settings.xai_model) == (None, "grok-4.3")
    assert (settings.port, settings.host, settings.redis_url) == (8000, "127.0.0.1", None)


def test_all_that_is_missing_is_told_at_once() -> None:
    assert set(problems({})) == {*SECRETS, "BARBERSHOP_SHOPS", "GOOGLE_SERVICE_ACCOUNT_FILE"}


def test_every_problem_says_how_to_mend_it() -> None:
    assert [told for told in problems({}).values() if len(told.partition(": ")[2]) < 10] == []


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("PORT", "eighty", "range"),
        ("PORT", "0", "range"),
        ("PORT", "65536", "range"),
        ("PORT", "8000.5", "range"),
        ("PORT", "nan", "range"),
        ("BARBERSHOP_QUIET_SECONDS", "-1", "range"),
        ("BARBERSHOP_DOUBT_LONGEST", "-5", "range"),
        ("REDIS_URL", "localhost:6379", "no address of a Redis"),
        ("WHATSAPP_API_URL", "graph.facebook.com", "not a web address"),
        ("GOOGLE_CALENDAR_API_URL", "ftp://x", "not a web address"),
        ("XAI_API_URL", "x", "not a web address"),
        ("BARBERSHOP_MASTER_KEY", "c2hvcnQ=", "32 bytes"),
        ("BARBERSHOP_MASTER_KEY", "not base64!", "32 bytes"),
        ("GOOGLE_SERVICE_ACCOUNT_FILE", "/nowhere/key.json", "not there"),
        ("GOOGLE_SERVICE_ACCOUNT_FILE", str(SHOPS / "demo.toml"), "no key file"),
        ("GOOGLE_SERVICE_ACCOUNT_FILE", "/dev/null", "not there"),
        ("WHATSAPP_APP_SECRET_FILE", "/nowhere/secret", "cannot be read"),
    ],
)
def test_a_wrong_value_is_told_and_not_repeated(
    complete: dict[str, str], setting: str, value: str, told: str
) -> None:
    found = problems({**complete, setting: value})

    assert list(found) == [setting]
    assert told in found[setting]
    assert value not in found[setting]


@pytest.mark.parametrize("content", ["[]", "{}", "null", '{"type": "authorized_user"}', "\\x00"])
def test_a_key_of_another_kind_is_told(
    complete: dict[str, str], tmp_path: Path, content: str
) -> None:
    (tmp_path / "key.json").write_text(content)

    found = problems({**complete, "GOOGLE_SERVICE_ACCOUNT_FILE": str(tmp_path / "key.json")})

    assert list(found) == ["GOOGLE_SERVICE_ACCOUNT_FILE"]


def test_problems_of_shop_files_stand_beside_those_of_settings(
    complete: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "shop.toml").write_text('id = "x"')

    found = problems({**complete, "BARBERSHOP_SHOPS": str(tmp_path / "shop.toml"), "PORT": "x"})

    assert "PORT" in found
    assert any("shop.toml" in setting for setting in found)


@pytest.mark.parametrize("name", SECRETS)
def test_each_secret_may_stand_in_a_file(
    complete: dict[str, str], tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret").write_text(f"{complete[name]}\n")
    given = {key: value for key, value in complete.items() if key != name}

    settings = load_settings({**given, f"{name}_FILE": str(tmp_path / "secret")}, sandbox=False)

    assert settings == load_settings(complete, sandbox=False)


def test_an_empty_secret_file_is_a_missing_secret(complete: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("\n")

    found = problems({**complete, "WHATSAPP_APP_SECRET_FILE": str(tmp_path / "secret")})

    assert list(found) == ["WHATSAPP_APP_SECRET_FILE"]


def test_an_empty_setting_is_as_good_as_none(complete: dict[str, str]) -> None:
    assert list(problems({**complete, "WHATSAPP_APP_SECRET": " "})) == ["WHATSAPP_APP_SECRET"]


def test_a_sandbox_needs_to_be_told_nothing(tmp_path: Path) -> None:
    settings = load_settings({"BARBERSHOP_DATA_DIR": str(tmp_path), "PORT": "8123"}, sandbox=True)

    assert settings.whatsapp_api_url == "http://127.0.0.1:8123/sandbox/graph"
    assert settings.whatsapp_app_secret == "sandbox"
    assert [shop.id for shop in settings.shops] == ["demo"]


def test_a_sandbox_calls_nobody_outside_whatever_is_set(complete: dict[str, str]) -> None:
    real = {"WHATSAPP_API_URL": "https://graph.facebook.com", "XAI_API_URL": "https://api.x.ai/v1"}

    settings = load_settings({**complete, **real}, sandbox=True)

    urls = (settings.whatsapp_api_url, settings.google_calendar_api_url, settings.xai_api_url)
    assert [url for url in urls if not url.startswith("http://127.0.0.1:8000/sandbox/")] == []
    assert settings.whatsapp_app_secret == "app-secret"


def test_a_sandbox_keeps_the_key_that_it_made(tmp_path: Path) -> None:
    given = {"BARBERSHOP_DATA_DIR": str(tmp_path)}

    first, second = (load_settings(given, sandbox=True) for _ in range(2))

    assert first.master_key == second.master_key
    assert (tmp_path / "master.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"cut sh", b"\xff\xfe"])
def test_a_sandbox_whose_kept_key_is_damaged_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "master.key").write_bytes(content)

    with pytest.raises(SettingProblems) as found:
        load_settings({"BARBERSHOP_DATA_DIR": str(tmp_path)}, sandbox=True)

    (told,) = found.value.problems
    assert told.setting == "BARBERSHOP_MASTER_KEY"
    assert "32 bytes" in told.what


def test_processes_that_begin_at_once_in_an_empty_folder_share_one_key(tmp_path: Path) -> None:
    given = {"BARBERSHOP_DATA_DIR": str(tmp_path / "data")}

    with ThreadPoolExecutor(max_workers=8) as pool:
        keys = set(pool.map(lambda _: load_settings(given, sandbox=True).master_key, range(8)))

    assert len(keys) == 1
    assert [one.name for one in (tmp_path / "data").iterdir()] == ["master.key"]


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(SettingProblems) as found:
        load_settings({"BARBERSHOP_DATA_DIR": str(file)}, sandbox=True)

    assert [one.setting for one in found.value.problems] == ["BARBERSHOP_DATA_DIR"]


def test_settings_do_not_show_their_secrets(complete: dict[str, str]) -> None:
    shown = repr(load_settings(complete, sandbox=False))

    assert [name for name in SECRETS if complete[name] in shown] == []


def test_what_the_environment_does_not_set_is_taken_from_a_dotenv_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("PORT=8111\nXAI_MODEL=grok-x\nEMPTY=\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XAI_MODEL", "grok-y")

    found = environment()

    assert (found["PORT"], found["XAI_MODEL"], "EMPTY" in found) == ("8111", "grok-y", False)


def command(folder: Path, *arguments: str, **told: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, *arguments],
        cwd=folder,
        env=told_in_a_process(**told),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_check_tells_every_problem_and_fails(tmp_path: Path) -> None:
    done = command(tmp_path, "check", WHATSAPP_APP_SECRET="hush-hush", PORT="x")

    lines = done.stderr.splitlines()
    assert done.returncode == 1
    assert any(line.startswith("PORT is not in its range: give a whole number") for line in lines)
    assert any(line.startswith("BARBERSHOP_SHOPS is missing: ") for line in lines)
    assert "hush-hush" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_check_as_json_is_for_programs(tmp_path: Path) -> None:
    done = command(tmp_path, "check", "--json")

    found = json.loads(done.stdout)["problems"]
    assert done.returncode == 1
    assert {"setting", "what", "mend"} == set(found[0])
    assert "WHATSAPP_APP_SECRET" in {one["setting"] for one in found}


def test_check_is_content_with_a_sandbox_and_a_dotenv_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BARBERSHOP_SHOPS={SHOPS}\n")

    done = command(tmp_path, "check", "--sandbox")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == ("All settings are fine. Shops: Central Barbershop, Barbería Lavapiés.\n")


def test_a_start_with_wrong_settings_tells_them_all_and_starts_nothing(tmp_path: Path) -> None:
    done = command(tmp_path, "run", WHATSAPP_APP_SECRET="hush-hush", REDIS_URL="hush-redis")

    assert done.returncode == 2
    assert "REDIS_URL is no address of a Redis" in done.stderr
    assert "BARBERSHOP_MASTER_KEY is missing" in done.stderr
    assert "hush" not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_settings_are_the_type_that_the_container_takes(complete: dict[str, str]) -> None:
    assert isinstance(load_settings(complete, sandbox=False), Settings)

"""What the service is told from outside: environment, `.env` and files, checked all at once."""

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import msgspec
from dotenv import dotenv_values
from google.auth.exceptions import GoogleAuthError

from domain.shop import Shop
from infrastructure.google.connection import service_account_credentials
from infrastructure.shop_files.files import ShopFileProblems, load_shops

MASTER_KEY_BYTES = 32
SANDBOX_TOKEN = "sandbox"  # noqa: S105 - the emulators' token is no secret
PARTITION = "barbershop:0"
OWN_PERSISTENCE = "infrastructure.redis_persistence"
OWN_NAMES = ("BARBERSHOP_", "WHATSAPP_", "GOOGLE_", "XAI_", "REDIS_")
CONNECT_TIMEOUT = "5"  # seconds; the library would wait for thirty
DEMO_SHOP = Path(__file__).resolve().parent.parent / "shops" / "demo.toml"


class SettingProblem(msgspec.Struct, frozen=True, kw_only=True):
    """A setting that is missing or wrong, and how to mend it. Values are never repeated."""

    setting: str
    what: str
    mend: str


class SettingProblems(Exception):
    """The service cannot start; `problems` has everything that is to mend."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be set. Secrets do not show in the representation."""

    sandbox: bool
    data_dir: Path
    redis_url: str | None
    partition: str
    persistence: Mapping[str, str]
    shops: tuple[Shop, ...]
    master_key: bytes
    whatsapp_api_url: str
    whatsapp_api_version: str
    whatsapp_access_token: str
    whatsapp_app_secret: str
    whatsapp_verify_token: str
    google_calendar_api_url: str
    google_service_account_file: Path | None
    xai_api_url: str
    xai_api_key: str | None
    xai_model: str
    xai_reasoning_effort: str | None
    public_url: str | None
    host: str
    port: int
    quiet: timedelta
    longest_quiet: timedelta

    def __repr__(self) -> str:
        return f"Settings(sandbox={self.sandbox}, port={self.port})"


class _Sources:
    """Looks settings up and collects what is wrong with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.problems: list[SettingProblem] = []

    def problem(self, setting: str, what: str, mend: str) -> None:
        self.problems.append(SettingProblem(setting=setting, what=what, mend=mend))

    def text(self, name: str, default: str | None = None) -> str | None:
        return self._environment.get(name, "").strip() or default

    def secret(self, name: str, *, default: str | None, mend: str) -> str:
        """A secret from NAME, or from the file that NAME_FILE names."""
        file = self.text(f"{name}_FILE")
        if file is not None:
            return self._content(f"{name}_FILE", Path(file)) or ""
        value = self.text(name, default)
        if value is None:
            self.problem(name, "is missing", mend)
        return value or ""

    def optional_secret(self, name: str, default: str | None) -> str | None:
        file = self.text(f"{name}_FILE")
        return self._content(f"{name}_FILE", Path(file)) if file else self.text(name, default)

    def number(self, name: str, default: float, low: float, high: float) -> float:
        value = self.text(name)
        if value is None:
            return default
        try:
            number = float(value)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            self.problem(name, "is not in its range", f"give a number from {low:g} to {high:g}")
            return default
        return number

    def whole_number(self, name: str, default: int, low: int, high: int) -> int:
        value = self.text(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdecimal() and low <= int(value) <= high):
            self.problem(name, "is not in its range", f"give a whole number from {low} to {high}")
            return default
        return int(value)

    def file(self, name: str) -> Path | None:
        value = self.text(name)
        if value is None:
            return None
        if not Path(value).is_file():
            self.problem(name, "names a file that is not there", "give the path of the file")
        return Path(value)

    def _content(self, name: str, file: Path) -> str | None:
        try:
            content = file.read_text().strip()
        except (OSError, UnicodeDecodeError):
            self.problem(name, "names a file that cannot be read", "give the path of a text file")
            return None
        if not content:
            self.problem(name, "names an empty file", "write the value into it")
        return content


def environment() -> dict[str, str]:
    """The process's environment; what it does not set is taken from `.env`."""
    from_file = {name: value for name, value in dotenv_values(".env").items() if value}
    return {**from_file, **os.environ}


def load_settings(given: Mapping[str, str], *, sandbox: bool) -> Settings:
    """The settings, or `SettingProblems` with all that is wrong.

    In a sandbox everything has a default, the remote services are its own emulators, and a master
    key is made and kept in the data folder.
    """
    sources = _Sources(given)
    data_dir = Path(sources.text("BARBERSHOP_DATA_DIR", "data") or "data")
    port = sources.whole_number("PORT", 8000, 1, 65535)
    base = f"http://127.0.0.1:{port}/sandbox"
    settings = Settings(
        sandbox=sandbox,
        data_dir=data_dir,
        redis_url=_redis_url(sources),
        partition=_partition(sources),
        persistence=_persistence(sources, given),
        shops=_shops(sources, sandbox=sandbox),
        master_key=_master_key(sources, data_dir, sandbox=sandbox),
        whatsapp_api_url=_url(sources, "WHATSAPP_API_URL", f"{base}/graph" if sandbox else None)
        or "https://graph.facebook.com",
        whatsapp_api_version=sources.text("WHATSAPP_API_VERSION", "v26.0") or "",
        whatsapp_access_token=sources.secret(
            "WHATSAPP_ACCESS_TOKEN",
            default=SANDBOX_TOKEN if sandbox else None,
            mend="give the system user's token of the WhatsApp app",
        ),
        whatsapp_app_secret=sources.secret(
            "WHATSAPP_APP_SECRET",
            default=SANDBOX_TOKEN if sandbox else None,
            mend="give the app secret, which Meta signs its webhooks with",
        ),
        whatsapp_verify_token=sources.secret(
            "WHATSAPP_VERIFY_TOKEN",
            default=SANDBOX_TOKEN if sandbox else None,
            mend="choose a text and give the same one to Meta with the webhook's address",
        ),
        google_calendar_api_url=_url(
            sources, "GOOGLE_CALENDAR_API_URL", f"{base}/google/calendar/v3/" if sandbox else None
        )
        or "https://www.googleapis.com/calendar/v3/",
        google_service_account_file=_service_account(sources, sandbox=sandbox),
        xai_api_url=_url(sources, "XAI_API_URL", f"{base}/xai/v1" if sandbox else None)
        or "https://api.x.ai/v1",
        xai_api_key=sources.optional_secret("XAI_API_KEY", SANDBOX_TOKEN if sandbox else None),
        xai_model=sources.text("XAI_MODEL", "grok-4.3") or "",
        xai_reasoning_effort=_effort(sources),
        public_url=_public_url(sources, f"http://127.0.0.1:{port}" if sandbox else None),
        host=sources.text("HOST", "127.0.0.1") or "",
        port=port,
        quiet=timedelta(seconds=sources.number("BARBERSHOP_QUIET_SECONDS", 1.2, 0, 10)),
        longest_quiet=timedelta(seconds=sources.number("BARBERSHOP_QUIET_LONGEST", 4.0, 0, 60)),
    )
    if not sources.problems:
        _require_store(sources, settings.persistence)
    if sources.problems:
        raise SettingProblems(tuple(sources.problems))
    return settings


def _url(sources: _Sources, name: str, sandbox_default: str | None) -> str | None:
    """The URL that is set. A sandbox uses its own emulators, whatever is set."""
    if sandbox_default is not None:
        return sandbox_default
    value = sources.text(name)
    if value is not None and not value.startswith(("https://", "http://")):
        sources.problem(name, "is not a web address", "begin it with https://")
    return value


def _public_url(sources: _Sources, sandbox_default: str | None) -> str | None:
    """Where the service is reached from outside; Google tells nothing without TLS."""
    if sandbox_default is not None:
        return sandbox_default
    value = sources.text("BARBERSHOP_PUBLIC_URL")
    if value is not None and not value.startswith("https://"):
        sources.problem(
            "BARBERSHOP_PUBLIC_URL",
            "is no https address",
            "begin it with https://, or leave it out",
        )
    return value


def _redis_url(sources: _Sources) -> str | None:
    value = sources.optional_secret("REDIS_URL", None)
    if value is not None and not value.startswith(("redis://", "rediss://", "unix://")):
        sources.problem(
            "REDIS_URL", "is no address of a Redis", "begin it with redis://, rediss:// or unix://"
        )
    return value


def _partition(sources: _Sources) -> str:
    name = sources.text("REDIS_PARTITION", PARTITION) or ""
    if set("{}") & set(name):
        sources.problem("REDIS_PARTITION", "has braces in it", f"name it like {PARTITION}")
    return name


def _persistence(sources: _Sources, given: Mapping[str, str]) -> dict[str, str]:
    """What the persistence module is told: the whole environment, but what is no module's."""
    module = sources.text("PERSISTENCE_MODULE", OWN_PERSISTENCE) or ""
    password = sources.optional_secret("POSTGRES_PASSWORD", None)
    port = sources.whole_number("POSTGRES_PORT", 5432, 1, 65535)
    needed = {
        "eventsourcing.sqlite": (("SQLITE_DBNAME", sources.text("SQLITE_DBNAME")),),
        "eventsourcing.postgres": (
            ("POSTGRES_HOST", sources.text("POSTGRES_HOST")),
            ("POSTGRES_DBNAME", sources.text("POSTGRES_DBNAME")),
            ("POSTGRES_USER", sources.text("POSTGRES_USER")),
            ("POSTGRES_PASSWORD", password),
        ),
    }
    for name, value in needed.get(module, ()):
        if value is None:
            sources.problem(name, "is missing", f"{module} needs it to find the database")
    return {
        "POSTGRES_CONNECT_TIMEOUT": CONNECT_TIMEOUT,
        **{name: value for name, value in given.items() if not name.startswith(OWN_NAMES)},
        "PERSISTENCE_MODULE": module,
        "REDIS_PARTITION": sources.text("REDIS_PARTITION", PARTITION) or "",
        "POSTGRES_SCHEMA": sources.text("POSTGRES_SCHEMA", "public") or "",
        "POSTGRES_PORT": str(port),
        "POSTGRES_PASSWORD": password or "",
    }


def _require_store(sources: _Sources, persistence: Mapping[str, str]) -> None:
    """Open the store that is not Redis once, so that what is wrong is told before the start."""
    if persistence["PERSISTENCE_MODULE"] == OWN_PERSISTENCE:
        return
    from entrypoints.persistence import opens  # loads the library, which other commands save

    if not opens(persistence):
        sources.problem(
            "PERSISTENCE_MODULE",
            "names no persistence module whose store can be opened",
            "give its Python path, install what it needs, and check its own settings",
        )


def _effort(sources: _Sources) -> str | None:
    """`none` is a value of the API; `off` leaves the parameter out, as some models want it."""
    value = sources.text("XAI_REASONING_EFFORT", "none")
    return None if value == "off" else value


def _service_account(sources: _Sources, *, sandbox: bool) -> Path | None:
    if sandbox:
        return None
    file = sources.file("GOOGLE_SERVICE_ACCOUNT_FILE")
    if file is None:
        sources.problem(
            "GOOGLE_SERVICE_ACCOUNT_FILE",
            "is missing",
            "give the path of the service account's key file, and share the calendars with it",
        )
    elif file.is_file() and not _is_key(file):
        sources.problem(
            "GOOGLE_SERVICE_ACCOUNT_FILE",
            "is no key file of a service account",
            "make a key of type JSON for the account in the Google Cloud console",
        )
    return file


def _is_key(file: Path) -> bool:
    try:
        service_account_credentials(file)
    except (OSError, ValueError, AttributeError, GoogleAuthError):
        return False  # the library looks into whatever JSON there is as if it were a key
    return True


def _shops(sources: _Sources, *, sandbox: bool) -> tuple[Shop, ...]:
    path = sources.text("BARBERSHOP_SHOPS", str(DEMO_SHOP) if sandbox else None)
    if path is None:
        sources.problem(
            "BARBERSHOP_SHOPS", "is missing", "give the shop's TOML file, or a folder of them"
        )
        return ()
    try:
        return load_shops(Path(path))
    except ShopFileProblems as found:
        for one in found.problems:
            sources.problem(f"{one.file}: {one.where}".strip(": "), one.what, one.mend)
        return ()


def _master_key(sources: _Sources, data_dir: Path, *, sandbox: bool) -> bytes:
    made = _made_key(data_dir) if sandbox else None
    text = sources.secret(
        "BARBERSHOP_MASTER_KEY",
        default=made,
        mend="make one with `barbershop make-key` and keep it apart from Redis and its backups",
    )
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if text and len(key) != MASTER_KEY_BYTES:
        sources.problem(
            "BARBERSHOP_MASTER_KEY", "is not 32 bytes in base64", "make one with `make-key`"
        )
    return key


def _made_key(data_dir: Path) -> str:
    """The sandbox's key: made once, readable for its user alone."""
    file = data_dir / "master.key"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(new_key())
    return file.read_text().strip()


def new_key() -> str:
    """32 random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(MASTER_KEY_BYTES)).decode()

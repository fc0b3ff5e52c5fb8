"""What the service is told from outside: environment, `.env` and files, checked all at once."""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import msgspec
from dotenv import dotenv_values
from google.auth.exceptions import GoogleAuthError

from application.send_message import DOUBT
from domain.shop import Shop
from entrypoints import store_settings
from entrypoints.master_key import master_key
from entrypoints.setting_sources import SettingProblems, Sources
from infrastructure.google.connection import service_account_credentials
from infrastructure.grok.budget import Budget
from infrastructure.shop_files.files import ShopFileProblems, load_shops

MOST_QUESTIONS = 1_000_000
SANDBOX_TOKEN = "sandbox"  # noqa: S105 - the emulators' token is no secret
DEMO_SHOP = Path(__file__).resolve().parent.parent / "shops" / "demo.toml"


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
    xai_budget: Budget
    public_url: str | None
    host: str
    port: int
    quiet: timedelta
    longest_quiet: timedelta
    longest_doubt: timedelta

    def __repr__(self) -> str:
        return f"Settings(sandbox={self.sandbox}, port={self.port})"


def environment() -> dict[str, str]:
    """The process's environment; what it does not set is taken from `.env`."""
    from_file = {name: value for name, value in dotenv_values(".env").items() if value}
    return {**from_file, **os.environ}


def load_settings(given: Mapping[str, str], *, sandbox: bool) -> Settings:
    """The settings, or `SettingProblems` with all that is wrong.

    In a sandbox everything has a default, the remote services are its own emulators, and a master
    key is made and kept in the data folder.
    """
    sources = Sources(given)
    data_dir = Path(sources.text("BARBERSHOP_DATA_DIR", "data") or "data")
    port = sources.whole_number("PORT", 8000, 1, 65535)
    base = f"http://127.0.0.1:{port}/sandbox"
    settings = Settings(
        sandbox=sandbox,
        data_dir=data_dir,
        redis_url=store_settings.redis_url(sources),
        partition=store_settings.partition(sources),
        persistence=store_settings.persistence(sources, given),
        shops=_shops(sources, sandbox=sandbox),
        master_key=master_key(sources, data_dir, sandbox=sandbox),
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
        xai_budget=_budget(sources),
        public_url=_public_url(sources, f"http://127.0.0.1:{port}" if sandbox else None),
        host=sources.text("HOST", "127.0.0.1") or "",
        port=port,
        quiet=timedelta(seconds=sources.number("BARBERSHOP_QUIET_SECONDS", 1.2, 0, 10)),
        longest_quiet=timedelta(seconds=sources.number("BARBERSHOP_QUIET_LONGEST", 4.0, 0, 60)),
        longest_doubt=timedelta(
            seconds=sources.number("BARBERSHOP_DOUBT_LONGEST", DOUBT.total_seconds(), 1, 3600)
        ),
    )
    if not sources.problems:
        store_settings.require_store(sources, settings.persistence)
    if sources.problems:
        raise SettingProblems(tuple(sources.problems))
    return settings


def _url(sources: Sources, name: str, sandbox_default: str | None) -> str | None:
    """The URL that is set. A sandbox uses its own emulators, whatever is set."""
    if sandbox_default is not None:
        return sandbox_default
    value = sources.text(name)
    if value is not None and not value.startswith(("https://", "http://")):
        sources.problem(name, "is not a web address", "begin it with https://")
    return value


def _public_url(sources: Sources, sandbox_default: str | None) -> str | None:
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


def _effort(sources: Sources) -> str | None:
    """`none` is a value of the API; `off` leaves the parameter out, as some models want it."""
    value = sources.text("XAI_REASONING_EFFORT", "none")
    return None if value == "off" else value


def _budget(sources: Sources) -> Budget:
    usual = Budget()
    return Budget(
        shop=sources.whole_number("XAI_DAILY_QUESTIONS", usual.shop, 0, MOST_QUESTIONS),
        customer=sources.whole_number(
            "XAI_DAILY_QUESTIONS_PER_CUSTOMER", usual.customer, 0, MOST_QUESTIONS
        ),
    )


def _service_account(sources: Sources, *, sandbox: bool) -> Path | None:
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


def _shops(sources: Sources, *, sandbox: bool) -> tuple[Shop, ...]:
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

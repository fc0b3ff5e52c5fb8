"""One running service for all tests that leave it alive."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from entrypoints.master_key import new_key
from entrypoints.settings import Settings
from tests.service.parts import Outside, Rack, RunningService, settings_of
from tests.service.process import SHOPS, Service
from tests.service.roles import told_the_same
from tests.service.staff import Staff

KEY = {
    "type": "service_account",
    "client_email": "bot@shop.iam.gserviceaccount.com",
    "token_uri": "https://oauth2.googleapis.com/token",
    "private_key": "",
}


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    running = Service()
    running.start()
    running.set_clock()
    yield running
    running.close()


@pytest.fixture
def own_service() -> Iterator[Service]:
    """A service of the test's own, to kill."""
    running = Service()
    yield running
    running.close()


@pytest.fixture
def complete(tmp_path: Path, private_key: str) -> dict[str, str]:
    """Every setting that a real shop needs."""
    file = tmp_path / "google.json"
    file.write_text(json.dumps({**KEY, "private_key": private_key}))
    return {
        "BARBERSHOP_SHOPS": str(SHOPS / "demo.toml"),
        "BARBERSHOP_MASTER_KEY": new_key(),
        "BARBERSHOP_DATA_DIR": str(tmp_path),
        "WHATSAPP_ACCESS_TOKEN": "EAAG-token",
        "WHATSAPP_APP_SECRET": "app-secret",
        "WHATSAPP_VERIFY_TOKEN": "verify-me",
        "GOOGLE_SERVICE_ACCOUNT_FILE": str(file),
    }


@pytest.fixture(scope="session")
def private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


@pytest.fixture
def rack() -> Iterator[Rack]:
    """A Redis of the test's own, to stop and start."""
    made = Rack()
    yield made
    made.close()


@pytest.fixture
def settings(rack: Rack) -> Settings:
    """A sandbox's settings, whose data is beside that Redis."""
    return settings_of(rack.folder)


@pytest.fixture
def web(rack: Rack, settings: Settings) -> Iterator[RunningService]:
    """The web side in this process, without a worker."""
    running = RunningService(settings, rack.redis.url, worker=False)
    running.start()
    yield running
    running.close()


@pytest.fixture
def outside(rack: Rack, settings: Settings) -> Iterator[Outside]:
    """WhatsApp and Google, which stay when the service goes."""
    running = Outside(settings, rack.redis.url)
    running.start()
    yield running
    running.close()


@pytest.fixture
def staff(rack: Rack, settings: Settings) -> Staff:
    """Whoever looks after the dead letters of that Redis."""
    return Staff(settings.data_dir, rack.redis.url)


@pytest.fixture
def told(complete: dict[str, str], settings: Settings, rack: Rack) -> dict[str, str]:
    """The environment of a process that works over that Redis."""
    return told_the_same(complete, settings, rack.redis.url)

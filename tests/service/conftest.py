"""One running service for all tests that leave it alive."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from entrypoints.settings import new_key
from tests.service.process import SHOPS, Service

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

"""`barbershop web` and `barbershop worker` as processes, over the emulators of WhatsApp."""

import base64
import json
import os
import signal
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from chaos.own_redis import MASTER
from entrypoints.settings import SANDBOX_TOKEN, Settings
from tests.service.process import SHOPS
from tests.service.roles import Role

ROLES = ("web", "worker")
DOUBT = 20  # seconds, so that what may have been sent is listed before the end
NOBODY = "http://127.0.0.1:9/"  # calendars are not reachable: a booking stands all the same


class Service:
    """Both roles, each to be killed; a killed one is started again at once."""

    def __init__(self, settings: Settings, redis_url: str, whatsapp_url: str) -> None:
        self._folder = settings.data_dir
        self._told = {
            "BARBERSHOP_DATA_DIR": str(self._folder),
            "BARBERSHOP_DOUBT_LONGEST": str(DOUBT),
            "BARBERSHOP_MASTER_KEY": base64.b64encode(MASTER).decode(),
            "BARBERSHOP_QUIET_SECONDS": "0.05",
            "BARBERSHOP_SHOPS": str(SHOPS / "demo.toml"),
            "GOOGLE_CALENDAR_API_URL": NOBODY,
            "GOOGLE_SERVICE_ACCOUNT_FILE": str(_google_key(self._folder)),
            "PORT": str(settings.port),
            "REDIS_URL": redis_url,
            "WHATSAPP_ACCESS_TOKEN": SANDBOX_TOKEN,
            "WHATSAPP_API_URL": whatsapp_url,
            "WHATSAPP_APP_SECRET": settings.whatsapp_app_secret,
            "WHATSAPP_VERIFY_TOKEN": SANDBOX_TOKEN,
        }
        self._running = {role: self._started(role) for role in ROLES}

    def kill(self, role: str) -> bool:
        """End that process as a power cut would, and start another; whether it lived until then."""
        self._running[role].signal(signal.SIGKILL)
        code = self._running[role].ended()
        self._running[role] = self._started(role)
        return code == -signal.SIGKILL

    def close(self) -> None:
        """End both."""
        for role in self._running.values():
            role.close()

    def _started(self, role: str) -> Role:
        return Role(role, self._told, self._folder / role)


def _google_key(folder: Path) -> Path:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    told = {
        "type": "service_account",
        "client_email": "bot@shop.iam.gserviceaccount.com",
        "token_uri": NOBODY,
        "private_key": private.decode(),
    }
    file = folder / "google.json"
    file.touch(0o600)
    file.write_text(json.dumps(told) + os.linesep)
    return file

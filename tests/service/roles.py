"""Roles of the service as processes of their own, over a Redis of the test's."""

import base64
import os
import signal
import subprocess
from pathlib import Path

from entrypoints.settings import Settings
from tests.service.process import COMMAND, START, environment


class Role:
    """`barbershop <role>` with what it writes in a file; to be stopped, killed and ended."""

    def __init__(self, role: str, told: dict[str, str], output: Path) -> None:
        self._output = output
        with output.open("ab") as file:
            self._process = subprocess.Popen(  # noqa: S603 - the command under test
                [COMMAND, role],
                env=environment(**told),
                cwd=told["BARBERSHOP_DATA_DIR"],
                stdout=file,
                stderr=file,
            )

    @property
    def output(self) -> str:
        return self._output.read_text()

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        return self._process.wait(START)

    def close(self) -> None:
        """End it in any case."""
        if self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()


def told_the_same(complete: dict[str, str], settings: Settings, redis_url: str) -> dict[str, str]:
    """The environment of a process that shares the Redis and the master key of these settings."""
    nobody = "http://127.0.0.1:9/"
    return {
        **complete,
        "BARBERSHOP_MASTER_KEY": base64.b64encode(settings.master_key).decode(),
        "BARBERSHOP_QUIET_SECONDS": "0.05",
        "GOOGLE_CALENDAR_API_URL": nobody,
        "REDIS_URL": redis_url,
        "WHATSAPP_API_URL": nobody,
        "PORT": str(settings.port),
    }

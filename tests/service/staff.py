"""Staff at the command line of a running service."""

import json
import os
import subprocess
from pathlib import Path

from tests.service.process import COMMAND, environment


class Staff:
    """Runs `barbershop dead-letters` beside the service of that folder and Redis."""

    def __init__(self, folder: Path, redis_url: str) -> None:
        self._told = environment(
            BARBERSHOP_DATA_DIR=str(folder),
            REDIS_URL=redis_url,
            BARBERSHOP_QUIET_SECONDS="0.05",
        )

    def listed(self, *options: str) -> list[dict[str, object]]:
        """The dead letters, the newest first."""
        return [json.loads(line) for line in self.does("list", "--json", *options).splitlines()]

    def does(self, what: str, *options: str) -> str:
        """What the command prints; it has to succeed."""
        run = subprocess.run(  # noqa: S603 - the command under test
            [COMMAND, "dead-letters", what, "--sandbox", *options],
            env=self._told,
            cwd=os.fspath(self._told["BARBERSHOP_DATA_DIR"]),
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout

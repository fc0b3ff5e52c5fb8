"""Staff who decide about calendars at the command line of a running service."""

import json
import subprocess

from tests.service.process import COMMAND, Service


class Matters:
    """Runs `barbershop calendar` beside the service."""

    def __init__(self, shop: Service) -> None:
        self._shop = shop

    def listed(self) -> list[dict[str, object]]:
        """What is open, the earliest first."""
        return [json.loads(line) for line in self.does("list", "--json").splitlines()]

    def does(self, *words: str) -> str:
        """What the command prints; it has to succeed."""
        run = self._run(*words)
        assert run.returncode == 0, run.stderr
        return run.stdout

    def fails(self, *words: str) -> str:
        """What the command says why it cannot."""
        run = self._run(*words)
        assert run.returncode == 1, run.stdout
        return run.stderr

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - the command under test
            [COMMAND, "calendar", *words, "--sandbox"],
            env=self._shop.environment,
            cwd=self._shop.folder,
            capture_output=True,
            text=True,
            check=False,
        )

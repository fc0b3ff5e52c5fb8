"""What an auditor asks of a shop that was really run."""

import json
import subprocess
from typing import Any

from tests.service.process import COMMAND, Service


def asked(service: Service, *arguments: str) -> dict[str, Any]:
    """The JSON that the command prints about the shop's data."""
    run = subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, *arguments, "--sandbox", "--json"],
        cwd=service.folder,
        env=service.environment,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_a_day_of_a_shop_is_sealed_replayed_and_explained(own_service: Service) -> None:
    own_service.start()
    own_service.set_clock()
    own_service.say("15550100111", text="Book haircut with Ana tomorrow at 2pm")
    own_service.answers("15550100111", 1)
    own_service.terminate()

    verdict = asked(own_service, "audit", "verify")
    replayed = asked(own_service, "replay", "--check")
    asking = ("2026-11-24 14:00", "--shop", "demo", "--barber", "ana", "--service", "haircut")
    why = asked(own_service, "why", *asking)
    why_then = asked(own_service, "why", *asking, "--at", "2026-11-23T10:05:00-05:00")

    assert verdict["first_bad"] is None
    assert verdict["sealed"] == verdict["size"]
    (answer,) = why["explanation"]["answers"]
    assert answer["verdict"]["reason"] == "taken"
    assert why_then == why
    assert replayed["summary"]["reached"]["position"] == verdict["size"]

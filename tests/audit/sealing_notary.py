"""A process that follows a log and seals at every step, until it is killed.

Run as `python -m tests.audit.sealing_notary <url> <folder>`; it prints a line once it has begun.
"""

import sys
from pathlib import Path

from infrastructure.audit.audit_log import AuditLog
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.published_checkpoints import PublishedCheckpoints
from infrastructure.audit.witness import Witness
from infrastructure.audit.witness_folder import WitnessFolder
from infrastructure.redis.clients import connect
from infrastructure.redis_recorders.application_recorder import RedisApplicationRecorder
from tests.audit.listed_log import KEY, NAME, NOON
from tests.fakes.clock import StandingClock

if __name__ == "__main__":
    with connect(sys.argv[1]) as client:
        witness = Witness(
            log=NamedLog(NAME, AuditLog(RedisApplicationRecorder(client))),
            folder=WitnessFolder(Path(sys.argv[2])),
            key=KEY,
            clock=StandingClock(NOON),
            publisher=PublishedCheckpoints(client),
        )
        print("ready", flush=True)  # noqa: T201
        while True:
            witness.advance()
            witness.seal()

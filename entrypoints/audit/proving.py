"""Which events and which checkpoints a proof is made of."""

from collections.abc import Sequence

from eventsourcing.persistence import Notification

from domain import appointment
from domain.identifiers import AppointmentId
from entrypoints.audit.opening import Audited, require_sealed_by
from entrypoints.audit.refusals import TAMPERED, refuse
from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.proof import Proof, check_proof, prove

CODE = 4


def proof_of(named: str, since: int | None, audit: Audited) -> tuple[Proof, int]:
    """The proof of the appointment's events, and how many of them are not sealed yet."""
    require_sealed_by(audit.key, audit)
    checkpoint = audit.last()
    if checkpoint is None:
        refuse(f"Nothing was sealed yet, neither in {audit.folder} nor in Redis: a worker seals.")
    earlier = None if since is None else _earlier(since, audit)
    events = _events(named, audit)
    sealed = [one for one in events if one.id <= checkpoint.size]
    if not sealed:
        refuse("No event of that appointment is sealed yet." if events else "No such appointment.")
    handovers = audit.keys().handovers
    proof = prove(sealed, audit.leaves, checkpoint, earlier, handovers)
    if check_proof(proof, audit.key).fault:
        refuse("The log is not as it was sealed: `barbershop audit verify` tells where.", TAMPERED)
    return proof, len(events) - len(sealed)


def _earlier(size: int, audit: Audited) -> Checkpoint:
    """The checkpoint of that size; where there is none, its neighbours are told."""
    below: Checkpoint | None = None
    for checkpoint in audit.checkpoints():
        if checkpoint.size == size:
            return checkpoint
        if checkpoint.size > size:
            refuse(_no_checkpoint(size, below, checkpoint))
        below = checkpoint
    return refuse(_no_checkpoint(size, below))


def _no_checkpoint(size: int, *neighbours: Checkpoint | None) -> str:
    near = " and ".join(str(one.size) for one in neighbours if one)
    return f"No checkpoint has {size} events; the nearest: {near}."


def _events(named: str, audit: Audited) -> Sequence[Notification]:
    """The events of the appointment in order; a code may mean several, and all are taken."""
    name = named.removeprefix("#")
    is_code = len(name) == CODE
    ids = audit.events.appointments(name.upper()) if is_code else (name.lower(),)
    streams = [appointment.stream(AppointmentId(one)) for one in ids]
    found = [one for stream in audit.recorder.select_streams(streams) for one in stream]
    return sorted(found, key=lambda one: one.id)

"""How much of the log is sealed, and whether a notary has stopped."""

import click
import msgspec

from entrypoints.audit.opening import Audited
from entrypoints.audit.words import tell_last
from infrastructure.audit.alarm_file import Alarm
from infrastructure.audit.checkpoint import Checkpoint


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Going by the records of the folder; `alarm_of_a_worker` is told by one that lives, anywhere.

    `missing` events were sealed and are not there, as in a log out of an older backup; `key_id` is
    of the key that signs now.
    """

    log: str
    size: int
    sealed: int
    unsealed: int
    missing: int
    key_id: str
    last_checkpoint: Checkpoint | None
    alarm: Alarm | None
    alarm_of_a_worker: str | None

    @property
    def alarmed(self) -> bool:
        """Whether nothing more is sealed, here or elsewhere."""
        return bool(self.alarm or self.alarm_of_a_worker)

    @property
    def is_bad(self) -> bool:
        """Whether the log was found changed, or is shorter than it was."""
        return self.alarmed or self.missing > 0


def standing_of(it: Audited) -> Standing:
    """How it stands. Raises what log and records raise."""
    size, last = it.log.size(), it.last()
    sealed = last.size if last else 0
    return Standing(
        log=it.name,
        size=size,
        sealed=sealed,
        unsealed=max(size - sealed, 0),
        missing=max(sealed - size, 0),
        key_id=it.key.id,
        last_checkpoint=last,
        alarm=it.alarm(),
        alarm_of_a_worker=it.alarm_of_a_worker(),
    )


def tell_standing(standing: Standing, *, as_json: bool) -> None:
    """Print it."""
    if as_json:
        click.echo(msgspec.json.encode(standing))
        return
    counts = f"{standing.size} events, {standing.sealed} sealed, {standing.unsealed} not yet"
    click.echo(f"{standing.log}: {counts}.")
    click.echo(f"Last checkpoint: {tell_last(standing.last_checkpoint)}.")
    click.echo(f"Signing key: {standing.key_id}.")
    if standing.missing:
        click.echo(
            f"{standing.missing} sealed events are missing: the log ends before its last checkpoint."
        )
    if found := standing.alarm:
        at = found.at.isoformat(sep=" ", timespec="seconds")
        click.echo(f"ALARM at {at}: position {found.position}: {found.reason}.")
    elif standing.alarm_of_a_worker:
        click.echo(f"ALARM of a worker: {standing.alarm_of_a_worker}.")
    if standing.alarmed:
        click.echo("Nothing more is sealed: see `audit verify`, then `audit acknowledge`.")

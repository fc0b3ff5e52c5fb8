"""What was found, in words or as JSON."""

import click
import msgspec

from infrastructure.audit.checkpoint import Checkpoint
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, KeptCheckpoints
from infrastructure.audit.proof import ProofVerdict
from infrastructure.audit.verdict import FirstBad, Reason, Verdict

REASONS: dict[Reason, str] = {
    "changed": "the event is not the one that was recorded",
    "removed": "an event was taken out",
    "inserted": "an event was put in",
    "reordered": "events have changed places",
    "cut off": "the log ends too early",
    "unreadable": "what stands there is no event",
    "unlike its checkpoint": "something in it is not what was sealed",
    "checkpoint not signed by this key": "its checkpoint is not signed by this key",
    "checkpoint out of order": "a checkpoint is missing or in the wrong place",
    "checkpoint unreadable": "its checkpoint cannot be read",
    "version out of order": "the version does not follow the one before it in its stream",
    "index unlike the log": "the index of its stream does not match the log",
    "head unlike the log": "the counter of the last position does not match the log",
    "witness changed": "the leaves of the witness were changed; the log itself is as it was sealed",
    "trailer unlike the log": "the last line does not match the events",
}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict as JSON; `good` speaks of what is sealed: nothing is where that is nothing.

    `kept` are the sizes of the checkpoints that were given, in their order.
    """

    good: bool
    log: str
    size: int
    sealed: int
    unsealed: int
    checkpoints: int
    chain: str
    root: str
    kept: tuple[int, ...]
    first_bad: FirstBad | None


def tell_verdict(verdict: Verdict, kept: KeptCheckpoints = NOTHING_KEPT, *, as_json: bool) -> None:
    """Print what was found, going by the log's own checkpoints and by those."""
    if as_json:
        fields = msgspec.structs.asdict(verdict)
        is_good = verdict.sealed > 0 and not verdict.first_bad
        sizes = tuple(one.size for one in kept.lines)
        finding = Finding(good=is_good, unsealed=verdict.unsealed, kept=sizes, **fields)
        click.echo(msgspec.json.encode(finding))
    elif verdict.first_bad:
        click.echo(f"TAMPERED: {_bad(verdict.first_bad)}.")
        click.echo(f"Good and sealed before it: {verdict.sealed} events.")
    elif not verdict.sealed:
        click.echo(f"NOT PROVEN: {_unproven(verdict)}.")
    else:
        click.echo(f"Good: {verdict.sealed} events of {verdict.log} are as they were sealed.")
        click.echo(f"Checkpoints checked: {verdict.checkpoints}.")
        if kept.lines:
            click.echo(_agreement(kept))
        click.echo(f"Not yet sealed: {verdict.unsealed}.")
        click.echo(f"Chain: {verdict.chain}")
        click.echo(f"Root:  {verdict.root}")


def tell_proof(verdict: ProofVerdict, *, as_json: bool) -> None:
    """Print what a proof is worth."""
    sealed = verdict.checkpoint
    if as_json:
        click.echo(msgspec.json.encode(verdict))
    elif verdict.fault:
        where = "" if verdict.position is None else f" (position {verdict.position})"
        click.echo(f"NOT PROVEN: {verdict.fault}{where}.")
    else:
        click.echo(f"Proven: {verdict.events} events stand in {sealed.log}, {_seal(sealed)}.")
        click.echo(f"They are of: {', '.join(verdict.streams)}.")
        if verdict.earlier:
            click.echo(f"The log only grew since it was {_seal(verdict.earlier)}.")
            click.echo(f"Its root was then: {verdict.earlier.root}")
        click.echo("It is not proven that these are all its events.")


def tell_last(checkpoint: Checkpoint | None) -> str:
    """The last checkpoint in words."""
    return "none" if checkpoint is None else _seal(checkpoint)


def _unproven(verdict: Verdict) -> str:
    if not verdict.size:
        return f"{verdict.log} holds no event"
    return f"no checkpoint vouches for the {verdict.size} events of {verdict.log}"


def _agreement(kept: KeptCheckpoints) -> str:
    count, largest = len(kept.lines), max(one.size for one in kept.lines)
    if count == 1:
        return f"It agrees with the checkpoint that was kept: of {largest} events."
    return f"It agrees with the {count} checkpoints that were kept: up to {largest} events."


def _bad(found: FirstBad) -> str:
    exact = found.position == found.upto
    where = f"{found.position}" if exact else f"{found.position} to {found.upto}"
    return f"position{'' if exact else 's'} {where}: {REASONS[found.reason]}"


def _seal(checkpoint: Checkpoint) -> str:
    at = checkpoint.at.isoformat(sep=" ", timespec="seconds")
    return f"sealed with {checkpoint.size} events at {at}"

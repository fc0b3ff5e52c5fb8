"""`barbershop audit`: proof that the log is what was recorded, all of it and nothing else."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from entrypoints.audit.opening import FOLDER, audited, require_sealed_by, settings_with_data
from entrypoints.audit.proving import proof_of
from entrypoints.audit.refusals import OK, TAMPERED, in_words, refuse
from entrypoints.audit.rotating import rotated_key
from entrypoints.audit.standing import standing_of, tell_standing
from entrypoints.audit.verifying import exit_code_of, verified_export, verified_log
from entrypoints.audit.words import tell_proof, tell_verdict
from entrypoints.given_text import APPOINTMENT
from entrypoints.history.event_choice import NotUnderstood, instant_of
from entrypoints.new_file import NEW_FILE, require_new
from entrypoints.progress_bar import shown_as
from entrypoints.settings import Settings
from entrypoints.whole_file import replacing
from infrastructure.audit.alarm_file import AlarmFile
from infrastructure.audit.audit_key import AuditKey, NotAPublicKey, public_key
from infrastructure.audit.export import Export
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, kept_in
from infrastructure.audit.proof import Proof, check_proof

F = TypeVar("F", bound=Callable[..., object])

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _key_of(_: click.Context, __: click.Parameter, given: str | None) -> AuditKey | None:
    """The public key that was given: its text, or the name of a file that holds it."""
    if given is None:
        return None
    try:
        return public_key(Path(given).read_text() if _is_file(Path(given)) else given)
    except (NotAPublicKey, UnicodeDecodeError) as error:
        words = "this is no Ed25519 public key, and no file that holds one."
        raise click.BadParameter(words) from error
    except OSError as error:
        raise click.BadParameter(f"{given} cannot be read: {error.strerror}.") from error


def _sandbox(command: F) -> F:
    return click.option("--sandbox", is_flag=True, help="What `run --sandbox` recorded.")(command)


def _json(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


@click.group()
def audit() -> None:
    """Prove that the log was not changed, or find the first place where it was.

    Checkpoints, signed by a key of this service, lie in the data folder and in Redis. An auditor
    needs the public key (`audit key`), received once from somebody trusted, and an export.

    Exit codes: 0 it is good, 1 it is not, 2 it could not be checked or told.
    """


@audit.command()
@click.option("--export", "export_file", type=FILE, help="Check this export instead of Redis.")
@click.option(
    "--public-key", "key", callback=_key_of, metavar="KEY|FILE", help="Whose checkpoints count."
)
@click.option(
    "--checkpoint", type=FILE, metavar="FILE", help="Of checkpoints that you kept: it must agree."
)
@_sandbox
@_json
def verify(
    *,
    export_file: Path | None,
    key: AuditKey | None,
    checkpoint: Path | None,
    sandbox: bool,
    as_json: bool,
) -> None:
    """Check every event against what was sealed, and name the first bad position.

    For an export the public key has to be given, and nothing else is needed. Events after the
    last checkpoint are counted as not yet sealed: nothing vouches for them yet. Where there is no
    checkpoint at all, nothing is good, and the exit code is 2.

    With --checkpoint the log must agree, too, with one or more lines of `checkpoints.jsonl` that
    were kept elsewhere, and be no shorter.
    """
    with in_words():
        kept = kept_in(checkpoint) if checkpoint else NOTHING_KEPT
        if export_file:
            verdict = verified_export(export_file, key, kept)
        else:
            verdict = verified_log(settings_with_data(sandbox=sandbox), key, kept)
        tell_verdict(verdict, kept, as_json=as_json)
    sys.exit(exit_code_of(verdict))


@audit.command()
@click.argument("file", type=NEW_FILE)
@click.option("--until", metavar="WHEN", help="Up to that date (included) or instant.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@_sandbox
@_json
def export(*, file: Path, until: str | None, force: bool, sandbox: bool, as_json: bool) -> None:
    """Write the log and its checkpoints to FILE, for an auditor to check.

    With --until it is what was known then: the log up to the last event that was stamped by then.
    No secrets are in it: what is encrypted in the log stays encrypted. Where --until ends between
    two checkpoints, the events after the first of them are not sealed in the export.
    """
    require_new(file, force=force)
    with in_words():
        settings = settings_with_data(sandbox=sandbox)
        end = _instant(until, settings)
        with audited(settings) as it, shown_as("Exporting events") as bar:
            require_sealed_by(it.key, it)
            writer = Export(
                name=it.name,
                log=it.log,
                checkpoints=it.row(),
                keys=it.keys(),
                leaves=it.leaves,
                progress=bar,
            )
            with replacing(file) as out:
                trailer = writer.write(out, until=end)
        told = f"{trailer.size} events and {trailer.checkpoints} checkpoints are in {file}."
        click.echo(msgspec.json.encode(trailer) if as_json else told)


@audit.command()
@click.option(
    "--appointment", type=APPOINTMENT, required=True, metavar="CODE|ID", help="Whose events."
)
@click.option("--since", type=click.IntRange(1), metavar="SIZE", help="Of an older checkpoint.")
@click.option("--out", type=NEW_FILE, metavar="FILE", help="Where to. [default: standard output]")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@_sandbox
@_json
def prove(
    *,
    appointment: str,
    since: int | None,
    out: Path | None,
    force: bool,
    sandbox: bool,
    as_json: bool,
) -> None:
    """Prove that the events of an appointment stand in the sealed log.

    With --since the proof also shows that the log only grew since the checkpoint of that size.
    """
    require_new(out, force=force)
    with in_words(), audited(settings_with_data(sandbox=sandbox)) as it:
        proof, unsealed = proof_of(appointment, since, it)
        if unsealed:
            click.echo(f"Not yet sealed, and left out: {unsealed} events.", err=True)
        text = msgspec.json.format(msgspec.json.encode(proof)) + b"\n"
        if out is None:
            click.echo(text, nl=False)
            return
        with replacing(out) as file:
            file.write(text)
        tell_proof(check_proof(proof, it.key), as_json=as_json)


@audit.command("check-proof")
@click.argument("file", type=FILE)
@click.option(
    "--public-key",
    "key",
    callback=_key_of,
    metavar="KEY|FILE",
    required=True,
    help="Who sealed it.",
)
@_json
def check(*, file: Path, key: AuditKey, as_json: bool) -> None:
    """Check a proof that `audit prove` made, with nothing but the public key."""
    with in_words():
        try:
            proof = msgspec.json.decode(file.read_bytes(), type=Proof)
        except (msgspec.MsgspecError, ValueError) as error:
            refuse(f"{file} is no proof: {error}.", TAMPERED)
        verdict = check_proof(proof, key)
        tell_proof(verdict, as_json=as_json)
    sys.exit(TAMPERED if verdict.fault else OK)


@audit.command("key")
@click.option("--pem", is_flag=True, help="Print it as PEM.")
@_sandbox
@_json
def tell_key(*, pem: bool, sandbox: bool, as_json: bool) -> None:
    """Print the public key that checkpoints are signed with, for auditors."""
    with in_words(), audited(settings_with_data(sandbox=sandbox)) as it:
        if as_json:
            _tell_key_as_json(it.key)
        else:
            click.echo(it.key.pem if pem else it.key.text, nl=not pem)


@audit.command("rotate-key")
@click.option(
    "--old-master-key",
    "old",
    type=FILE,
    help="Where the master key that is no longer set stands, if it was replaced.",
)
@_sandbox
@_json
def rotate_key(*, old: Path | None, sandbox: bool, as_json: bool) -> None:
    """Let a new key sign from now on, and hand over to it in a checkpoint that both keys sign.

    First everything is verified; where no checkpoint vouches for the log, the key stays and the
    exit code is 2. The worker that keeps this data folder has to be stopped. Tell auditors the new
    key: with it they can check what is older, too, and who has but an older one can follow to the
    new one.
    """
    settings = settings_with_data(sandbox=sandbox)
    with in_words():
        with audited(settings) as it, shown_as("Verifying events") as bar:
            key = rotated_key(it, settings, old, bar)
        if as_json:
            _tell_key_as_json(key)
        else:
            click.echo(f"From now on checkpoints are signed by the key {key.id}:\n{key.text}")


@audit.command()
@_sandbox
@_json
def status(*, sandbox: bool, as_json: bool) -> None:
    """Tell how much of the log is sealed, going by the records, and whether a notary stopped.

    `verify` checks the records. The exit code is 1 where the log was found changed, or ends before
    its last checkpoint.
    """
    with in_words(), audited(settings_with_data(sandbox=sandbox)) as it:
        standing = standing_of(it)
        tell_standing(standing, as_json=as_json)
    sys.exit(TAMPERED if standing.is_bad else OK)


@audit.command()
@_sandbox
def acknowledge(*, sandbox: bool) -> None:
    """Put the notary's alarm away, where the log is again as it was sealed.

    First everything is verified: the alarm stands as long as anything is wrong, or nothing vouches
    for the log. Restart the worker
    then. What to do where the log cannot be put right is told in docs/event-store.md.
    """
    settings = settings_with_data(sandbox=sandbox)
    with in_words():
        verdict = verified_log(settings, None)
        file = AlarmFile(settings.data_dir / FOLDER)
        alarm, code = file.read(), exit_code_of(verdict)
        if verdict.first_bad or (alarm and code):
            tell_verdict(verdict, as_json=False)
            refuse("The alarm stands.", code)
        kept = file.put_away(alarm) if alarm else None
        told = f"The alarm is in {kept} now. Restart the worker." if kept else "There is no alarm."
        click.echo(told)


def _tell_key_as_json(key: AuditKey) -> None:
    told = {"public_key": key.text, "key_id": key.id, "pem": key.pem}
    click.echo(msgspec.json.encode(told))


def _instant(words: str | None, settings: Settings) -> datetime | None:
    if words is None:
        return None
    try:
        return instant_of(words, settings.shops[0].zone, end_of_day=True)
    except NotUnderstood as error:
        raise click.UsageError(f"{error.how}.") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False

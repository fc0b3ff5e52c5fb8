"""A log, or an export of one, held to its checkpoints and to those that were kept elsewhere."""

from pathlib import Path

import click

from entrypoints.audit.opening import audited, require_sealed_by
from entrypoints.audit.refusals import MISUSED, OK, TAMPERED
from entrypoints.progress_bar import shown_as
from entrypoints.settings import Settings
from infrastructure.audit.audit_key import AuditKey
from infrastructure.audit.export_reading import ExportFile
from infrastructure.audit.export_verification import ExportVerification
from infrastructure.audit.kept_checkpoints import NOTHING_KEPT, KeptCheckpoints
from infrastructure.audit.verdict import Verdict
from infrastructure.audit.version_check import VersionCheck


def verified_log(
    settings: Settings, key: AuditKey | None, kept: KeptCheckpoints = NOTHING_KEPT
) -> Verdict:
    """What is found of the log of this service."""
    with audited(settings) as it, shown_as("Verifying events") as bar:
        if not it.records.has_lines:
            rest = ": only those that Redis shows count" if it.published else ", nor in Redis"
            click.echo(f"There is no checkpoint in {it.folder}{rest}.", err=True)
        require_sealed_by(key or it.key, it, kept)
        return it.verify(key or it.key, bar, kept)


def verified_export(file: Path, key: AuditKey | None, kept: KeptCheckpoints) -> Verdict:
    """What is found of an export."""
    if key is None:
        raise click.UsageError("Give the public key that you were told, with --public-key.")
    with VersionCheck() as versions, shown_as("Verifying events") as bar:
        return ExportVerification(ExportFile(file), key, versions, bar, kept)()


def exit_code_of(verdict: Verdict) -> int:
    """Of a command that prints the verdict: nothing is good that no checkpoint vouches for."""
    if verdict.first_bad:
        return TAMPERED
    return OK if verdict.sealed else MISUSED

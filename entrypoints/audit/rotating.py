"""A new signing key for the records of the data folder."""

import base64
import binascii
from pathlib import Path

import click

from entrypoints.audit.opening import Audited, require_sealed_by
from entrypoints.audit.refusals import TAMPERED, refuse
from entrypoints.audit.verifying import exit_code_of
from entrypoints.audit.words import tell_verdict
from entrypoints.settings import Settings
from entrypoints.shop_clock import clock_of
from infrastructure.audit.audit_key import AuditKey, SigningKey
from infrastructure.audit.named_log import NamedLog
from infrastructure.audit.rotation import rotated
from infrastructure.audit.verification import Progress
from infrastructure.audit.witness import Witness
from infrastructure.audit.witness_folder import FolderTaken, WitnessFolder


def rotated_key(
    it: Audited, settings: Settings, old_master: Path | None, progress: Progress
) -> AuditKey:
    """The key that signs from now on, where all is good and sealed; else an end with words.

    A new master key takes over once; after that nothing is written.
    """
    first = SigningKey(settings.master_key)
    own = _signing_key(old_master) if old_master else first
    _require_good(it, it.in_use(own), progress)
    if old_master and _has_taken_over(first, it):
        return it.key
    try:
        folder = WitnessFolder(it.folder)
    except FolderTaken:
        refuse("A worker is sealing in that data folder: stop it, and start it again afterwards.")
    try:
        witness = Witness(
            log=NamedLog(it.name, it.log),
            folder=folder,
            key=own,
            clock=clock_of(settings),
            publisher=it.board,
        )
        return rotated(witness, first if old_master else None)
    finally:
        folder.close()


def _has_taken_over(first: SigningKey, it: Audited) -> bool:
    """Whether a key of that master key is the one to sign next."""
    last = it.last()
    return last is not None and first.named(last.next_key_id) is not None


def _require_good(it: Audited, key: SigningKey, progress: Progress) -> None:
    """The notary's alarm would end the worker's next one, too."""
    if it.alarm():
        refuse("The notary has raised an alarm: see `barbershop audit status`.", TAMPERED)
    require_sealed_by(key.public, it)
    verdict = it.verify(key.public, progress)
    if code := exit_code_of(verdict):
        tell_verdict(verdict, as_json=False)
        refuse("The key stays as it is.", code)


def _signing_key(file: Path) -> SigningKey:
    try:
        return SigningKey(base64.b64decode(file.read_text().strip(), validate=True))
    except (binascii.Error, ValueError) as error:
        words = f"{file} holds no master key: 32 bytes in base64."
        raise click.BadParameter(words, param_hint="--old-master-key") from error

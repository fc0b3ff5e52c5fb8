"""The key that wraps the keys of personal data: given, or in a sandbox made once and kept."""

import base64
import binascii
import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from entrypoints.setting_sources import Sources

MASTER_KEY_BYTES = 32


def master_key(sources: Sources, data_dir: Path, *, sandbox: bool) -> bytes:
    """The 32 bytes; of another length where the sources have a problem with them."""
    before, file = len(sources.problems), kept_in(data_dir)
    kept = _kept_key(sources, file) if sandbox and not is_given(sources) else None
    text = sources.secret(
        "BARBERSHOP_MASTER_KEY",
        default=kept,
        mend="make one with `barbershop make-key` and keep it apart from Redis and its backups",
    )
    key = _decoded(text)
    if len(key) != MASTER_KEY_BYTES and len(sources.problems) == before:
        mend = "make one with `make-key`"
        if text == kept:
            mend = f"put {file} back as it was, or begin with an empty folder"
        sources.problem("BARBERSHOP_MASTER_KEY", "is not 32 bytes in base64", mend)
    return key


def is_given(sources: Sources) -> bool:
    """Whether a key is set, so that none is made or kept."""
    names = ("BARBERSHOP_MASTER_KEY", "BARBERSHOP_MASTER_KEY_FILE")
    return any(sources.text(name) for name in names)


def kept_in(data_dir: Path) -> Path:
    """Where a sandbox keeps its own."""
    return data_dir / "master.key"


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _kept_key(sources: Sources, file: Path) -> str:
    """The sandbox's key: made once, readable for its user alone."""
    try:
        if not file.exists():
            _make(file)
        return file.read_text("ascii", errors="replace").strip()
    except OSError:
        sources.problem(
            "BARBERSHOP_DATA_DIR", "is no folder to write to", "give one that is your own"
        )
        return ""


def _make(file: Path) -> None:
    """Whole or not at all, and by one process only: what is sealed with it needs it for ever."""
    file.parent.mkdir(parents=True, exist_ok=True)
    made, name = tempfile.mkstemp(dir=file.parent)  # for its user alone
    try:
        with os.fdopen(made, "w") as written:
            written.write(new_key())
            written.flush()
            os.fsync(written.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(name, file)
    finally:
        Path(name).unlink()


def new_key() -> str:
    """32 random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(MASTER_KEY_BYTES)).decode()

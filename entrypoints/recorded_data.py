"""Whether there is what a command needs that records nothing itself: asking makes nothing."""

from pathlib import Path

from entrypoints.master_key import is_given, kept_in
from entrypoints.setting_sources import Sources
from entrypoints.settings import environment


def nothing_recorded(*, sandbox: bool) -> str | None:
    """What to say where nothing was recorded that a command could read."""
    given = Sources(environment())
    folder = _folder(given)
    is_there = (folder / "redis").is_dir() and (not sandbox or _has_key(given, folder))
    if is_there or given.text("REDIS_URL") or given.text("REDIS_URL_FILE"):
        return None
    return f"Nothing was recorded yet in {folder}; BARBERSHOP_DATA_DIR names it."


def no_master_key(*, sandbox: bool) -> str | None:
    """What to say where a sandbox would have to make a master key, which opens nothing older."""
    given = Sources(environment())
    folder = _folder(given)
    if not sandbox or _has_key(given, folder):
        return None
    return (
        f"There is no master key in {folder}: put the master.key there that the backup was made "
        "with, or set BARBERSHOP_MASTER_KEY."
    )


def _folder(given: Sources) -> Path:
    return Path(given.text("BARBERSHOP_DATA_DIR") or "data")


def _has_key(given: Sources, folder: Path) -> bool:
    return is_given(given) or kept_in(folder).is_file()

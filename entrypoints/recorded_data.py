"""Whether anything was recorded that a command could read."""

from pathlib import Path

from entrypoints.settings import environment


def nothing_recorded(*, sandbox: bool) -> str | None:
    """What to say where nothing was recorded; asking makes neither a folder nor a key."""
    given = environment()
    folder = Path(given.get("BARBERSHOP_DATA_DIR") or "data")
    is_there = (folder / "redis").is_dir() and (not sandbox or (folder / "master.key").is_file())
    if is_there or given.get("REDIS_URL") or given.get("REDIS_URL_FILE"):
        return None
    return f"Nothing was recorded yet in {folder}; BARBERSHOP_DATA_DIR names it."

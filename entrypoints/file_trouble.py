"""What the system says of a file that could not be read or written."""

import sqlite3


def words_of(error: OSError | sqlite3.Error) -> str | None:
    """The file and what is wrong with it; `None` where whoever read our output has gone.

    Click ends a command without a word then, and so should whoever catches the error on its way.
    """
    if isinstance(error, sqlite3.Error):
        return f"A scratch file, in TMPDIR, cannot be written: {error}."
    if isinstance(error, BrokenPipeError):
        return None
    return f"{error.filename or 'A file'}: {error.strerror or error}."

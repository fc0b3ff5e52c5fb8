"""What the system says of a file that could not be read or written."""


def words_of(error: OSError) -> str | None:
    """The file and what is wrong with it; `None` where whoever read our output has gone.

    Click ends a command without a word then, and so should whoever catches the error on its way.
    """
    if isinstance(error, BrokenPipeError):
        return None
    return f"{error.filename or 'A file'}: {error.strerror or error}."

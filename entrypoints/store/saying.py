"""What a command prints, where that may fail."""

import os
import sys

import click


class NotPrinted(Exception):
    """Standard output takes nothing; `why` tells what the system says of it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def say(words: str | bytes = "") -> None:
    """Print a line. Raises `NotPrinted`, and `BrokenPipeError` where nobody reads on."""
    if sys.stdout is None:  # Python found it closed when it began
        raise NotPrinted("it is closed")
    try:
        click.echo(words)
    except BrokenPipeError:
        raise
    except OSError as error:
        _leave_unprinted()
        raise NotPrinted(error.strerror or str(error)) from error


def _leave_unprinted() -> None:
    """Otherwise Python tries once more at its end and adds lines of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

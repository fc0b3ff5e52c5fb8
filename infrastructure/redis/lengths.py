"""Lengths of time as commands and scripts of Redis take them."""

from datetime import timedelta


def milliseconds(length: timedelta) -> int:
    """The length in whole milliseconds, rounded down."""
    return length // timedelta(milliseconds=1)

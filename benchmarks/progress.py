"""Tells on standard error how far the run is."""

import click


def tell(words: str) -> None:
    """One line."""
    click.echo(words, err=True)

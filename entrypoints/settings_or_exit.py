"""The settings of a command, or what is wrong with them in words."""

import sys
from collections.abc import Iterable

import click

from entrypoints.setting_sources import SettingProblem, SettingProblems
from entrypoints.settings import Settings, environment, load_settings

MISUSED = 2


def settings_or_exit(*, sandbox: bool) -> Settings:
    """The settings, or the problems on standard error and exit code 2."""
    try:
        return load_settings(environment(), sandbox=sandbox)
    except SettingProblems as found:
        tell(found.problems)
        sys.exit(MISUSED)


def tell(problems: Iterable[SettingProblem]) -> None:
    """Print the problems on standard error."""
    for one in problems:
        click.echo(f"{one.setting} {one.what}: {one.mend}.", err=True)

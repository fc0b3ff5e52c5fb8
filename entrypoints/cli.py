"""The command line: `barbershop`."""

import sys

import click
import msgspec

from application.ports import Unavailable
from entrypoints.audit.command import audit
from entrypoints.calendar_matters.command import calendar
from entrypoints.chat_command import chat
from entrypoints.dead_letters.command import dead_letters
from entrypoints.durability import durability_problems, require_no_eviction
from entrypoints.history.events_command import events
from entrypoints.history.replay_command import replay
from entrypoints.history.why_command import why
from entrypoints.master_key import new_key
from entrypoints.setting_sources import SettingProblem, SettingProblems
from entrypoints.settings import Settings, environment, load_settings
from entrypoints.settings_or_exit import settings_or_exit, tell
from entrypoints.standard_output import printing
from entrypoints.store.command import store
from entrypoints.understand_command import understand
from infrastructure.history.backup import RestoreUnderWay
from infrastructure.redis.binary import RedisMissing
from infrastructure.redis.embedded import RedisDidNotStart

OK, FAILED, MISUSED = 0, 1, 2


class Program(click.Group):
    """The commands as a process has them: with its arguments, and its standard output."""

    def __call__(self, *_: object, **__: object) -> None:
        """Run the one that the arguments of the process name, to its end."""
        with printing():
            self.main()


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="barbershop")
def main() -> None:
    """A receptionist that books barbershop appointments over WhatsApp."""


@main.command("run")
@click.option("--sandbox", is_flag=True, help="Emulate WhatsApp, Google and xAI on this machine.")
def run_all(*, sandbox: bool) -> None:
    """Run web and worker in one process, with a Redis of its own if REDIS_URL is not set."""
    _run(settings_or_exit(sandbox=sandbox), web=True, worker=True)


@main.command()
def web() -> None:
    """Run the web side alone: webhook, API and health."""
    _run(settings_or_exit(sandbox=False), web=True, worker=False)


@main.command()
def worker() -> None:
    """Run a worker alone; as many may run as are wanted."""
    _run(settings_or_exit(sandbox=False), web=False, worker=True)


@main.command("make-key")
def make_key() -> None:
    """Print a new master key, for BARBERSHOP_MASTER_KEY."""
    click.echo(new_key())


@main.command()
@click.option("--sandbox", is_flag=True, help="Check what `run --sandbox` would use.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
def check(*, sandbox: bool, as_json: bool) -> None:
    """Check every setting and shop file, and tell all problems at once."""
    try:
        settings = load_settings(environment(), sandbox=sandbox)
        problems = _redis_problems(settings)
    except SettingProblems as found:
        problems = found.problems
    if as_json:
        click.echo(msgspec.json.encode({"problems": problems}))
    elif problems:
        tell(problems)
    else:
        shops = ", ".join(shop.name for shop in settings.shops)
        click.echo(f"All settings are fine. Shops: {shops}.")
    sys.exit(FAILED if problems else OK)


def _redis_problems(settings: Settings) -> tuple[SettingProblem, ...]:
    try:
        return durability_problems(settings)
    except Unavailable:
        mend = "start it, or mend the address"
        return (SettingProblem(setting="REDIS_URL", what="does not answer", mend=mend),)


main.add_command(audit)
main.add_command(calendar)
main.add_command(chat)
main.add_command(dead_letters)
main.add_command(events)
main.add_command(replay)
main.add_command(why)
main.add_command(store)
main.add_command(understand)


def _run(settings: Settings, *, web: bool, worker: bool) -> None:
    from entrypoints.serving import PortTaken, run  # takes a second, which other commands save

    try:
        require_no_eviction(settings)
        run(settings, web=web, worker=worker)
    except SettingProblems as found:
        tell(found.problems)
        sys.exit(MISUSED)
    except PortTaken as taken:
        click.echo(f"Port {taken.port} is taken. Set PORT to a free one.", err=True)
        sys.exit(FAILED)
    except RestoreUnderWay:
        click.echo(
            "A backup is in this Redis by half: run `barbershop store restore` again.", err=True
        )
        sys.exit(FAILED)
    except (RedisMissing, RedisDidNotStart) as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)

"""`barbershop chat`: a phone in the terminal, and dialogues from files."""

import signal
import sys
from contextlib import closing
from pathlib import Path

import click
import msgspec

from entrypoints.chat.customer import Customer
from entrypoints.chat.sandbox_client import NoSandbox, SandboxClient, SandboxRefused
from entrypoints.chat.scripts import Outcome, play_scripts
from entrypoints.chat.terminal import Terminal
from entrypoints.settings import environment

FAILED, MISUSED = 1, 2
PHONE = "15550100111"


@click.command("chat")
@click.option("--url", help="The sandbox's address. [default: http://127.0.0.1:$PORT]")
@click.option(
    "--phone", default=PHONE, show_default=True, metavar="DIGITS", help="The customer's number."
)
@click.option("--name", default="Alex", show_default=True, help="The customer's profile name.")
@click.option("--without-phone", is_flag=True, help="Write as somebody who hides the number.")
@click.option(
    "--script",
    "scripts",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Play a dialogue from a file, or all *.txt of a folder; may be given again and again.",
)
@click.option("--update", is_flag=True, help="Write into the files what the shop really says.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 16),
    default=3,
    show_default=True,
    help="How many files to play at a time.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def chat(  # noqa: PLR0913 - one argument for each option
    *,
    url: str | None,
    phone: str,
    name: str,
    without_phone: bool,
    scripts: tuple[Path, ...],
    update: bool,
    jobs: int,
    as_json: bool,
) -> None:
    """Write to a running sandbox as a customer, or play dialogues from files.

    Without --script, what you write goes to the shop; /help tells the rest. Lines from a pipe are
    sent one by one, each when the last one is answered.

    With --script, each file plays in a new sandbox of its own (or in the one at --url), and the
    exit code is 1 where the shop answers otherwise than the file says, 2 where a file cannot be
    read.
    """
    if scripts:
        sys.exit(_play(_files(scripts), url=url, update=update, jobs=jobs, as_json=as_json))
    if update:
        raise click.UsageError("--update rewrites files: name them with --script.")
    if not phone.isdecimal():
        raise click.BadParameter("a phone is written in digits only.", param_hint="--phone")
    address = url or f"http://127.0.0.1:{environment().get('PORT') or 8000}"
    with closing(SandboxClient(address)) as sandbox:
        customer = Customer(sandbox, name, phone)
        terminal = Terminal(sandbox, customer, without_phone=without_phone, as_json=as_json)
        sys.exit(_talk(sandbox, terminal))


def _talk(sandbox: SandboxClient, terminal: Terminal) -> int:
    try:
        sandbox.clock()
        if sys.stdin.isatty():
            terminal.live()
        else:
            terminal.play(sys.stdin)
    except NoSandbox as error:
        click.echo(
            f"No sandbox answers at {error.url}. Start one with `barbershop run --sandbox`, "
            "or name another with --url.",
            err=True,
        )
        return FAILED
    except SandboxRefused as error:
        click.echo(
            f"{sandbox.url} is no sandbox, or refuses ({error.status}): {error.why}", err=True
        )
        return FAILED
    except KeyboardInterrupt:
        return 0
    return 0


def _files(scripts: tuple[Path, ...]) -> list[Path]:
    found = [file for one in scripts for file in _within(one)]
    if not found:
        raise click.BadParameter("no *.txt is in that folder.", param_hint="--script")
    return found


def _within(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _play(files: list[Path], *, url: str | None, update: bool, jobs: int, as_json: bool) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(FAILED))  # so that no sandbox is left behind
    outcomes = []
    for outcome in play_scripts(files, url=url, update=update, jobs=jobs):
        outcomes.append(outcome)
        click.echo(msgspec.json.encode(outcome) if as_json else _report(outcome))
    if not as_json:
        fine = sum(one.ok for one in outcomes)
        click.echo(f"{fine} of {len(outcomes)} went as written.", err=True)
    if not all(one.readable for one in outcomes):
        return MISUSED
    return 0 if all(one.ok for one in outcomes) else FAILED


def _report(outcome: Outcome) -> str:
    verdict = "FAILED" if not outcome.ok else "updated" if outcome.updated else "ok"
    head = f"{verdict:8}{outcome.file} ({outcome.seconds:.1f} s)"
    problem = f"{outcome.file}: {outcome.problem}" if outcome.problem else ""
    return "\n".join(filter(None, (head, problem, outcome.diff)))

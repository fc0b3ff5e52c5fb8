"""`barbershop dead-letters`: what waits for a person, sent again or dropped."""

import logging
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import click
import msgspec

from application.ports import DeadLetter, Queue
from entrypoints.dead_letters.box import (
    LetterBox,
    LetterId,
    LetterIdType,
    id_of,
    oldest_first,
    opened_box,
)
from entrypoints.dead_letters.shown import line, shown
from entrypoints.dead_letters.subjects import Subjects
from entrypoints.dead_letters.table import print_lines, print_whole
from entrypoints.history.event_choice import NotUnderstood, instant_of
from entrypoints.history.log_opening import require_data
from entrypoints.refusals import why_refused
from entrypoints.settings import Settings
from entrypoints.settings_or_exit import settings_or_exit
from infrastructure.mailboxes.dead_letters import QUEUES, UNREAD

OK, FAILED = 0, 1

log = logging.getLogger("barbershop.dead_letters")

sandboxed = click.option("--sandbox", is_flag=True, help="Those of `run --sandbox`.")
as_json_lines = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
of_queue = click.option(
    "--queue", type=click.Choice(QUEUES), help="Of that queue alone. [default: all]"
)


class Resumed(msgspec.Struct, frozen=True, kw_only=True):
    """A number whose next message tries whether its pause is over."""

    number: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one dead letter; `False` where it was not there (any more)."""

    id: str
    done: bool


@click.group("dead-letters")
def dead_letters() -> None:
    """What could not be handled: list it, show it, send it again, or drop it.

    Of the inbox a letter at fault parks its conversation: later messages of that customer wait
    behind it until it is sent again or dropped. Messages without a readable sender lie in the
    queue `unrecognised`, which nobody reads. The exit code is 1 where a letter is not there, or
    Redis is not, and 2 for misuse.
    """


@dead_letters.command("list")
@of_queue
@click.option("--since", metavar="WHEN", help="Dead since that date or RFC 3339 instant.")
@click.option("--key", metavar="KEY", help="Of that customer, conversation or appointment.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N")
@sandboxed
@as_json_lines
def list_letters(
    *,
    queue: Queue | None,
    since: str | None,
    key: str | None,
    limit: int,
    sandbox: bool,
    as_json: bool,
) -> None:
    """List dead letters, the newest first, without personal data, and numbers that are paused.

    Times in the table are those of the first shop; JSON lines have them in UTC.
    """
    settings = _settings(sandbox=sandbox)
    zone = settings.shops[0].zone
    moment = _moment(since, zone)
    with opened_box(settings) as box:
        found = box.newest(_queues(queue), since=moment, key=key, limit=limit + 1)
        subjects = Subjects(box.log)
        lines = [line(one, subjects) for one in found[:limit]]
        paused = box.paused()
    if as_json:
        _print_json(lines)
    elif lines:
        print_lines(lines, zone)
    else:
        click.echo("There are no dead letters.", err=True)
    if len(found) > limit:
        click.echo("There are more: --limit shows them.", err=True)
    for number, code in paused.items():
        click.echo(
            f"The number {number} sends nothing: WhatsApp says {why_refused(code)}", err=True
        )


@dead_letters.command("show")
@click.argument("letter_id", metavar="ID", type=LetterIdType())
@click.option("--reveal", is_flag=True, help="Show names, numbers and what people wrote, too.")
@sandboxed
@as_json_lines
def show_letter(*, letter_id: LetterId, reveal: bool, sandbox: bool, as_json: bool) -> None:
    """Show a dead letter, the event that it is about, and the history of its stream in short."""
    settings = _settings(sandbox=sandbox)
    zone = settings.shops[0].zone
    with opened_box(settings) as box:
        letter = box.find(letter_id)
        if letter is None:
            sys.exit(_missing([letter_id]))
        told = shown(letter, Subjects(box.log), reveal=reveal, zone=zone)
    if as_json:
        _print_json([told])
    else:
        print_whole(told, zone)


@dead_letters.command("retry")
@click.argument("letter_ids", metavar="[ID]...", nargs=-1, type=LetterIdType())
@click.option("--all", "everything", is_flag=True, help="All of them.")
@of_queue
@sandboxed
@as_json_lines
def retry_letters(
    *,
    letter_ids: tuple[LetterId, ...],
    everything: bool,
    queue: Queue | None,
    sandbox: bool,
    as_json: bool,
) -> None:
    """Send dead letters again, the oldest first; a running worker takes them at once.

    Each goes to its place among the letters of its customer, conversation or appointment: before
    what came later. A parked conversation goes on in order. A letter that is sent again twice
    comes once.
    """
    _require_choice(letter_ids, everything=everything, queue=queue)
    if UNREAD.intersection([queue, *(one.queue for one in letter_ids)]):
        raise click.UsageError("Nobody reads unrecognised: what lies there can only be dropped.")
    with opened_box(_settings(sandbox=sandbox)) as box:
        chosen = box.all_to_send(_queues(queue)) if everything else _found(box, letter_ids)
        sent = _each(oldest_first(chosen), box.resend)
        words = Subjects(box.log).words
        _tell(sent, chosen, "was sent again", words, as_json=as_json)
    if everything and not chosen:
        click.echo("There is nothing to send again.", err=True)
    sys.exit(_missing(_unmet(letter_ids, sent)))


@dead_letters.command("drop")
@click.argument("letter_ids", metavar="ID...", nargs=-1, required=True, type=LetterIdType())
@click.option("--yes", is_flag=True, help="Do not ask.")
@sandboxed
@as_json_lines
def drop_letters(
    *, letter_ids: tuple[LetterId, ...], yes: bool, sandbox: bool, as_json: bool
) -> None:
    """Forget dead letters for ever. A conversation that one of them parks goes on without it."""
    if not yes and not sys.stdin.isatty():
        raise click.UsageError("What is dropped is gone: say --yes where nobody can be asked.")
    with opened_box(_settings(sandbox=sandbox)) as box:
        chosen = _found(box, letter_ids)
        words = Subjects(box.log).words
        about = {one.id: words(one) for one in chosen}
        for one in chosen:
            click.echo(f"{id_of(one)}: {about[one.id]}", err=True)
        if chosen and not yes:
            click.confirm("Drop for ever?", abort=True, err=True)
        dropped = _each(chosen, box.drop)
        _note(dropped)
        _tell(dropped, chosen, "was dropped", lambda one: about[one.id], as_json=as_json)
    sys.exit(_missing(_unmet(letter_ids, dropped)))


@dead_letters.command("resume")
@click.argument("number", metavar="[NUMBER]", required=False)
@click.option("--all", "everything", is_flag=True, help="All numbers that are paused.")
@sandboxed
@as_json_lines
def resume_number(*, number: str | None, everything: bool, sandbox: bool, as_json: bool) -> None:
    """Let a paused number try at once, after what WhatsApp refused is mended.

    The next message tries; when it is sent the others follow within a minute. If it is refused
    again, the pause goes on. NUMBER is a phone number id, as `list` tells it. A worker that starts
    does the same for all numbers.
    """
    if everything == (number is not None):
        raise click.UsageError("Name the number, or say --all.")
    with opened_box(_settings(sandbox=sandbox)) as box:
        resumed = box.resume(number)
    if as_json:
        _print_json([Resumed(number=one) for one in resumed])
    else:
        for one in resumed:
            click.echo(f"{one} tries again.")
    if not resumed:
        what = "No number is paused." if everything else f"The number {number} is not paused."
        click.echo(what, err=True)
    sys.exit(FAILED if number and not resumed else OK)


def _settings(*, sandbox: bool) -> Settings:
    require_data(sandbox=sandbox)
    return settings_or_exit(sandbox=sandbox)


def _queues(queue: Queue | None) -> Sequence[Queue]:
    return QUEUES if queue is None else (queue,)


def _moment(since: str | None, zone: ZoneInfo) -> datetime | None:
    if since is None:
        return None
    try:
        return instant_of(since, zone, end_of_day=False)
    except NotUnderstood as error:
        raise click.BadParameter(f"{error.how}.", param_hint="--since") from error


def _require_choice(
    letter_ids: Sequence[LetterId], *, everything: bool, queue: Queue | None
) -> None:
    if everything == bool(letter_ids):
        raise click.UsageError("Name the letters, or say --all.")
    if queue is not None and not everything:
        raise click.UsageError("An id names its queue: --queue goes with --all.")


def _found(box: LetterBox, letter_ids: Sequence[LetterId]) -> list[DeadLetter]:
    found = (box.find(one) for one in dict.fromkeys(letter_ids))
    return [one for one in found if one is not None]


def _each(letters: Sequence[DeadLetter], act: Callable[[DeadLetter], bool]) -> list[DeadLetter]:
    """Those with which it could be done."""
    return [one for one in letters if act(one)]


def _unmet(letter_ids: Sequence[LetterId], done: Sequence[DeadLetter]) -> list[LetterId]:
    met = {id_of(one) for one in done}
    return [one for one in dict.fromkeys(letter_ids) if one not in met]


def _missing(letter_ids: Sequence[LetterId]) -> int:
    """Say which are not there, and tell the exit code."""
    for one in letter_ids:
        click.echo(f"There is no dead letter {one} (any more).", err=True)
    return FAILED if letter_ids else OK


def _tell(
    done: Sequence[DeadLetter],
    chosen: Sequence[DeadLetter],
    what: str,
    words: Callable[[DeadLetter], str],
    *,
    as_json: bool,
) -> None:
    if as_json:
        ids = {id_of(one) for one in done}
        _print_json([Done(id=str(id_of(one)), done=id_of(one) in ids) for one in chosen])
        return
    for one in done:
        click.echo(f"{id_of(one)} {what}: {words(one)}")


def _note(dropped: Sequence[DeadLetter]) -> None:
    """What is gone for ever stands at least in the log of the process."""
    for one in dropped:
        log.warning("dropped %s of %s: %s after %s", id_of(one), one.key, one.why, one.attempts)


def _print_json(lines: Sequence[msgspec.Struct]) -> None:
    for one in lines:
        click.echo(msgspec.json.encode(one))

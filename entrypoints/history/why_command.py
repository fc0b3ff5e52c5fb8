"""`barbershop why`: why a time was or was not offered, from the record."""

import asyncio
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import click
import msgspec

from application.explaining_why.answers import Explanation
from application.explaining_why.explain_why import (
    ExplainWhy,
    NoSettings,
    NotInSettings,
    Question,
)
from domain.errors import Reason
from domain.shop import Shop
from entrypoints.given_text import GIVEN
from entrypoints.history.asked_time import AskedTime, asked_time
from entrypoints.history.event_choice import NotUnderstood, instant_of
from entrypoints.history.log_opening import FAILED, require_data
from entrypoints.history.plain_opening import PlainReading, plain_reading
from entrypoints.history.why_rules import moment
from entrypoints.history.why_words import explanation_lines, skipped_words
from entrypoints.progress_bar import shown_as
from entrypoints.settings_or_exit import settings_or_exit
from entrypoints.shop_clock import clock_of


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What `--json` prints; there is nothing to explain where the clocks skip the time."""

    asked: AskedTime
    skipped: Reason | None = None
    explanation: Explanation | None = None


@click.command("why")
@click.argument("time", metavar="TIME")
@click.option("--shop", type=GIVEN, metavar="ID", help="Which shop. [default: the only one]")
@click.option("--at", "at", metavar="WHEN", help="As known then. [default: now]")
@click.option(
    "--service",
    "services",
    type=GIVEN,
    multiple=True,
    metavar="ID",
    help="For a visit of that service; repeatable. [default: each service alone]",
)
@click.option(
    "--barber", type=GIVEN, metavar="ID", help="With that barber. [default: each of them]"
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with instants in UTC.")
@click.option("--sandbox", is_flag=True, help="Read what `run --sandbox` recorded.")
def why(  # noqa: PLR0913 - one argument for each option
    *,
    time: str,
    shop: str | None,
    at: str | None,
    services: tuple[str, ...],
    barber: str | None,
    as_json: bool,
    sandbox: bool,
) -> None:
    """Explain why a TIME was or was not offered, going by what was known at a moment.

    The rule that lists free times is asked, with the settings and diaries as they were on record
    then, and each refusal names the events behind it. Times without an offset are the shop's. No
    personal data is read.

    \b
    Examples:
      barbershop why "2026-03-06 17:00"
      barbershop why "2026-03-06 17:00" --at "2026-03-05 12:00" --barber marco
      barbershop why "2026-03-06 17:00" --shop demo --service haircut --json

    The exit code is 1 where the record held no settings of the shop by then.
    """  # noqa: D301 - click takes the character itself for "leave these lines as they are"
    require_data(sandbox=sandbox)
    settings = settings_or_exit(sandbox=sandbox)
    if shop is None and len(settings.shops) > 1:
        raise click.UsageError("There are several shops: name one with --shop.")
    with plain_reading(settings) as reading:
        where = reading.shop(shop)
        asked = _asked(time, where.zone)
        known_at = _moment(at, where.zone)
        answer = Answer(asked=asked, skipped=Reason.SKIPPED)
        if asked.start is not None:
            question = Question(
                shop_id=where.id,
                start=asked.start,
                now=known_at or clock_of(settings).now(),
                position=_position(reading, known_at),
                services=services,
                barber=barber,
            )
            answer = Answer(asked=asked, explanation=_explained(reading, question, where))
    _print(answer, where.zone, as_json=as_json)


def _explained(reading: PlainReading, question: Question, where: Shop) -> Explanation:
    try:
        return asyncio.run(ExplainWhy(reading.store)(question))
    except NotInSettings as error:
        known = ", ".join(error.known)
        words = f"{error.asked}: the {error.what}s then were {known}."
        raise click.BadParameter(words, param_hint=f"--{error.what}") from error
    except NoSettings:
        when = moment(question.now, where.zone)
        click.echo(f"The record held no settings of {where.id} by {when}.", err=True)
        sys.exit(FAILED)


def _position(reading: PlainReading, known_at: datetime | None) -> int:
    """The last position that was known then; a long log takes a while."""
    if known_at is None:
        return reading.log.head()
    with shown_as("Looking up what was known"):
        return reading.log.position(known_at)


def _print(answer: Answer, zone: ZoneInfo, *, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.encode(answer))
    elif answer.explanation is None:
        click.echo(skipped_words(answer.asked, zone))
    else:
        click.echo("\n".join(explanation_lines(answer.explanation, answer.asked, zone)))


def _asked(words: str, zone: ZoneInfo) -> AskedTime:
    try:
        return asked_time(words, zone)
    except NotUnderstood as error:
        raise click.BadParameter(f"{error.how}.", param_hint="TIME") from error


def _moment(words: str | None, zone: ZoneInfo) -> datetime | None:
    try:
        return None if words is None else instant_of(words, zone, end_of_day=True)
    except NotUnderstood as error:
        raise click.BadParameter(f"{error.how}.", param_hint="--at") from error

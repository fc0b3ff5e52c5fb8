"""`barbershop understand`: how a message is read, span by span, and why."""

import datetime as dt
from pathlib import Path
from typing import get_args

import click
import msgspec

from application.hearing import context
from application.understanding.reading import Asked, Context, Reading
from application.understanding.reasons import reasons_for
from application.understanding.rules import read
from domain.conversation import Conversation
from domain.shop import Shop
from entrypoints.history.event_choice import NotUnderstood, instant_of
from entrypoints.settings import DEMO_SHOP, environment
from entrypoints.understand_words import PartRead, outcome, parts_of, reading_lines, unread_words
from infrastructure.shop_files.files import ShopFileProblems, load_shops
from infrastructure.system_clock import SystemClock


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What `--json` prints; days and times of the reading are the shop's."""

    text: str
    shop: str
    at: dt.datetime
    asked: Asked | None
    parts: tuple[PartRead, ...]
    unread: tuple[str, ...]  # words that no rule knew or needed
    reading: Reading
    outcome: str


@click.command("understand")
@click.argument("text", metavar="TEXT")
@click.option("--at", "at", metavar="WHEN", help="Read as at that time of the shop. [default: now]")
@click.option(
    "--asked",
    type=click.Choice(get_args(Asked)),
    help="Read as the answer to that question.",
)
@click.option(
    "--shop",
    "where",
    metavar="FILE|ID",
    help="A shop's TOML file, or one of BARBERSHOP_SHOPS. [default: its only shop, or the demo]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the instant in UTC.")
def understand(
    *, text: str, at: str | None, asked: Asked | None, where: str | None, as_json: bool
) -> None:
    """Tell what the rules read in TEXT, which part says what, and by which rule.

    The message is read as the shop reads one: against its services, barbers and opening hours.
    Nothing is stored, and neither Redis nor the language model is asked.

    \b
    Examples:
      barbershop understand "fade with Ana Friday after 5"
      barbershop understand "el 3/11 a las 5" --at 2025-10-29 --json
      barbershop understand "3" --asked time --shop shops/madrid.toml
    """  # noqa: D301 - click takes the character itself for "leave these lines as they are"
    shop = _shop(where)
    moment = _moment(at, shop)
    heard = _heard(shop, moment, asked)
    reading = read(text, heard)
    reasons = reasons_for(text, heard, reading)
    if as_json:
        answer = Answer(
            text=text,
            shop=shop.id,
            at=moment,
            asked=asked,
            parts=parts_of(text, reasons),
            unread=unread_words(text, reasons),
            reading=reading,
            outcome=outcome(reading),
        )
        click.echo(msgspec.json.encode(answer))
        return
    question = f"the {asked} was asked" if asked else "nothing was asked"
    click.echo(f"{shop.id}, {heard.today:%a %Y-%m-%d} {heard.now:%H:%M} ({shop.zone}), {question}")
    click.echo("\n".join(["", *reading_lines(text, reading, reasons)]))


def _heard(shop: Shop, moment: dt.datetime, asked: Asked | None) -> Context:
    heard = context(shop, Conversation(), (), moment)
    return msgspec.structs.replace(heard, asked=asked)


def _moment(words: str | None, shop: Shop) -> dt.datetime:
    try:
        if words is None:
            return SystemClock().now()
        return instant_of(words, shop.zone, end_of_day=False)
    except NotUnderstood as error:
        raise click.BadParameter(f"{error.how}.", param_hint="--at") from error


def _shop(where: str | None) -> Shop:
    if where is not None and Path(where).is_file():
        return _shops(Path(where))[0]
    shops = _shops(Path(environment().get("BARBERSHOP_SHOPS") or DEMO_SHOP))
    if where is None and len(shops) > 1:
        raise click.UsageError("There are several shops: name one with --shop.")
    found = next((shop for shop in shops if where in {None, shop.id}), None)
    if found is None:
        known = ", ".join(shop.id for shop in shops)
        raise click.BadParameter(
            f"{where}: no file, and the shops are {known}.", param_hint="--shop"
        )
    return found


def _shops(path: Path) -> tuple[Shop, ...]:
    try:
        return load_shops(path)
    except ShopFileProblems as found:
        raise click.BadParameter(str(found), param_hint="--shop") from found

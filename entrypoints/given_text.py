"""Options that name something."""

import re

import click

PHONE = re.compile(r"(wa:)?[+(]?[0-9][0-9 ().-]{3,}")
LENGTH_OF_ID = 16


class GivenText(click.ParamType[str]):
    """A text that is not empty: a script whose variable is not set asks for nothing by it.

    The id of one that has a stream may also be given as that is named: `appointment:…`.
    """

    name = "text"

    def __init__(self, stream_of: str = "") -> None:
        self._stream_of = f"{stream_of}:"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The text without blanks around it, or the id in it."""
        text = str(value).strip().removeprefix(self._stream_of).strip()
        if not text:
            self.fail("it is empty.", param, ctx)
        return text


class GivenCustomer(GivenText):
    """A customer's id; a phone number is refused, and is not repeated in the words for that."""

    def __init__(self) -> None:
        super().__init__("customer")

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The id. Misuse where it looks like a phone number, which has 15 digits at most."""
        text = super().convert(value, param, ctx)
        if PHONE.fullmatch(text) and not (text.isdigit() and len(text) == LENGTH_OF_ID):
            self.fail(
                "a customer is named by an id, not by a phone number: "
                "`barbershop events --kind customer --json` shows whose it is.",
                param,
                ctx,
            )
        return text


GIVEN = GivenText()
CUSTOMER = GivenCustomer()
APPOINTMENT = GivenText("appointment")

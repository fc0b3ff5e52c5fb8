"""Options that name something."""

import click


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


GIVEN = GivenText()
APPOINTMENT = GivenText("appointment")

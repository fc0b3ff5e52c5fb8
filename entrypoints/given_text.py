"""Options that name something."""

import click


class GivenText(click.ParamType[str]):
    """A text that is not empty: a script whose variable is not set asks for nothing by it."""

    name = "text"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The text without blanks around it."""
        text = str(value).strip()
        if not text:
            self.fail("it is empty.", param, ctx)
        return text


GIVEN = GivenText()

"""An error of a service as its own pages list it, ready to be switched on."""

from collections.abc import Callable

import msgspec

from infrastructure.sandbox.exchange import Answer
from infrastructure.sandbox.fault import Fault


class DocumentedError(msgspec.Struct, frozen=True, kw_only=True):
    """One error: `key` tells it from the others of its service, `title` is what it is called.

    `fault` makes the fault that answers whatever the error is documented for with it, without end.
    """

    key: str
    title: str
    status: int | None
    fault: Callable[[], Fault]

    @property
    def label(self) -> str:
        """What stands for it in a list."""
        is_told = self.status is None or self.key.split()[0] == f"{self.status}"
        return f"{self.key}: {self.title}" + ("" if is_told else f" ({self.status})")


def page_of(status: int, title: str) -> Answer:
    """What a proxy in front of the service answers: a page of its own."""
    html = f"<html><head><title>{status} {title}</title></head></html>"
    return Answer(status=status, body=html.encode(), media_type="text/html; charset=UTF-8")


def body_of(answer: Answer) -> object:
    """The answer's body as a fault has it: a document, or else a text."""
    if answer.media_type.startswith("application/json"):
        document: object = msgspec.json.decode(answer.body)
        return document
    return answer.body.decode()

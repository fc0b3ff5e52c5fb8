"""One request to an emulated service, and the answer to it."""

import re
from typing import Literal, Protocol
from urllib.parse import parse_qsl, unquote

import msgspec


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A request as an emulator sees it; `path` is decoded and starts after the service's mount."""

    service: str
    method: str
    path: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    headers: dict[str, str]
    body: bytes
    mount: str

    def parameter(self, name: str) -> str | None:
        """Return the query parameter of that name; the last, when it is repeated."""
        return dict(self.query).get(name)

    def parameters(self, name: str) -> tuple[str, ...]:
        """Return every value of a repeatable query parameter."""
        return tuple(value for key, value in self.query if key == name)

    @property
    def bearer(self) -> str | None:
        """The bearer token, if one was sent."""
        found = re.fullmatch(
            r"Bearer\s+(\S+)", self.headers.get("authorization", ""), re.IGNORECASE
        )
        return found.group(1) if found else None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What an emulator answers."""

    status: int = 200
    body: bytes = b""
    media_type: str = "application/json; charset=UTF-8"
    headers: dict[str, str] = {}

    @classmethod
    def json(cls, document: object, *, status: int = 200) -> "Answer":
        """Answer with that document."""
        return cls(status=status, body=msgspec.json.encode(document))


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """No answer: the connection is reset, or closed in order."""

    ending: Literal["reset", "close"]


class Service(Protocol):
    """An emulated service."""

    async def __call__(self, call: Call) -> Answer:
        """Answer one request; every refusal of the real service is an answer too."""


def split_path(raw_path: str, mount: str) -> tuple[str, ...]:
    """Return the decoded segments after the mount: an encoded slash stays within its segment."""
    rest = raw_path.partition(mount)[2]
    return tuple(unquote(segment) for segment in rest.split("/") if segment)


def split_query(raw_query: str) -> tuple[tuple[str, str], ...]:
    """Return the query's pairs in their order, repeated names kept."""
    return tuple(parse_qsl(raw_query, keep_blank_values=True))

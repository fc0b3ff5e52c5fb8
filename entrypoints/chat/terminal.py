"""A customer's phone in the terminal."""

import threading
from collections.abc import Iterable
from datetime import datetime

import click
import msgspec

from entrypoints.chat.clock_words import clock_step
from entrypoints.chat.customer import Customer
from entrypoints.chat.dialogue import MoveClock, Says, Sends, TapsId
from entrypoints.chat.sandbox_client import NoSandbox, SandboxClient, SandboxRefused
from entrypoints.chat.sendables import SENDABLES
from entrypoints.chat.showing import choices_of, numbered_lines
from infrastructure.sandbox.chat_message import ChatMessage

LOOK = 0.3  # seconds between looks at the phone

HELP = f"""\
Write a text and press Enter to send it. What begins with / is for the phone itself:
  /1 /2 …              tap that choice of the last message
  /send KIND           send something else: {", ".join(SENDABLES)}
  /clock               show the shop's clock
  /clock +1h           move it; also -30m, 18:30, 2026-11-24T10:00
  /help  /quit"""


class Left(Exception):
    """The customer puts the phone away."""


class Terminal:
    """Shows one chat and sends what is written; `as_json` prints each message as a JSON line."""

    def __init__(
        self,
        sandbox: SandboxClient,
        customer: Customer,
        *,
        without_phone: bool | None,
        as_json: bool,
    ) -> None:
        self._sandbox = sandbox
        self._customer = customer
        self._without_phone = without_phone
        self._as_json = as_json
        self._choices: tuple[str, ...] = ()
        self._looking = threading.Lock()

    def play(self, lines: Iterable[str]) -> None:
        """Do line after line, and hear the shop out after each."""
        self._show(self._customer.heard_late())
        for line in lines:
            self._say(f"> {line.rstrip()}")
            try:
                if self._obey(line.strip()):
                    self._show(self._customer.hear_out())
            except Left:
                return

    def live(self) -> None:
        """Let somebody write, and show what the shop says whenever it says it."""
        self._say(HELP)
        ended = threading.Event()
        looker = threading.Thread(target=self._keep_looking, args=(ended,), daemon=True)
        self._look()
        looker.start()
        try:
            while True:
                self._obey(input().strip())
        except (Left, EOFError, KeyboardInterrupt):
            ended.set()
            looker.join(2 * LOOK)

    def _keep_looking(self, ended: threading.Event) -> None:
        while not ended.wait(LOOK):
            try:
                self._look()
            except (NoSandbox, SandboxRefused):
                click.echo("The sandbox does not answer.", err=True)
                ended.wait(10 * LOOK)

    def _look(self) -> None:
        with self._looking:
            self._show(self._customer.heard_late())

    def _obey(self, line: str) -> bool:
        """Do what the line says; whether something was sent. Raises `Left`."""
        command, _, rest = line.partition(" ")
        match command:
            case "":
                return False
            case "/quit" | "/exit":
                raise Left
            case "/help":
                self._say(HELP)
                return False
            case "/clock":
                return self._clock(rest)
            case "/send":
                return self._send(rest.strip())
            case _ if command.startswith("/"):
                return self._tap(command[1:])
            case _:
                said = Says(line=0, who="", text=line, without_phone=self._without_phone)
                self._customer.do(said)
                return True

    def _clock(self, words: str) -> bool:
        step = clock_step(words) if words else None
        if words and step is None:
            self._complain("That is no time: try +1h, 18:30 or 2026-11-24T10:00.")
            return False
        face = self._sandbox.clock()
        if isinstance(step, MoveClock):
            face = self._sandbox.shift_clock(step.by)
        elif step is not None:
            at = datetime.combine(step.day or face.now.date(), step.at, self._sandbox.zone())
            face = self._sandbox.set_clock(at, running=face.running)
        self._say(f"The shop's clock shows {face.now:%A %Y-%m-%d %H:%M:%S} ({face.timezone}).")
        return step is not None

    def _send(self, kind: str) -> bool:
        if kind not in SENDABLES:
            self._complain(f"Can be sent: {', '.join(SENDABLES)}.")
            return False
        self._customer.do(Sends(line=0, who="", kind=kind))
        return True

    def _tap(self, number: str) -> bool:
        if not number.isdecimal():
            self._complain(f"/{number} is nothing I know; /help tells what is.")
            return False
        if not 1 <= int(number) <= len(self._choices):
            self._complain("The last message has no such choice.")
            return False
        self._customer.do(TapsId(line=0, who="", id=self._choices[int(number) - 1]))
        return True

    def _show(self, messages: Iterable[ChatMessage]) -> None:
        for message in messages:
            self._choices = tuple(one.id for one in choices_of(message))
            if self._as_json:
                click.echo(msgspec.json.encode(message))
            else:
                click.echo("\n".join(numbered_lines(message)))

    def _say(self, text: str) -> None:
        """For people alone."""
        if not self._as_json:
            click.echo(text)

    def _complain(self, text: str) -> None:
        click.echo(text, err=True)

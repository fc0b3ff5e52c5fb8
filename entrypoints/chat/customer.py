"""A customer with a phone in the sandbox, who remembers how far the chat was read."""

import time
from collections.abc import Callable, Sequence

from entrypoints.chat.dialogue import Says, Sends, Taps, TapsId, Utterance
from entrypoints.chat.sandbox_client import SandboxClient
from entrypoints.chat.sendables import sendable
from entrypoints.chat.showing import ANY_CODE, CODE, choices_of, fits
from infrastructure.sandbox.chat_message import ChatMessage

POLL = 0.03
LONGEST = 15.0  # seconds for an answer that is expected: a killed worker holds its lease for 10
UNREAD = 5.0  # seconds after which a message counts as left unread for good
SILENCE = 0.7  # seconds without a word after which the shop has nothing to say
UNPROMPTED = 2.0  # the same where it may speak by itself


class NothingToTap(Exception):
    """No message on the customer's phone shows a choice of that title."""

    def __init__(self, who: str, title: str) -> None:
        super().__init__(who, title)
        self.who = who
        self.title = title


class Customer:
    """One side of a chat; `name` is what the profile shows."""

    def __init__(self, sandbox: SandboxClient, name: str, wa_id: str) -> None:
        self.name = name
        self.wa_id = wa_id
        self._sandbox = sandbox
        self._without_phone = False
        self._read = 0  # how many of the shop's messages were taken note of

    def do(self, utterance: Utterance) -> None:
        """Write, tap or send. Raises `NothingToTap`."""
        match utterance:
            case Says(text=text, without_phone=without_phone):
                if without_phone is not None:
                    self._without_phone = without_phone
                self._send({"text": self._with_code(text)})
            case Taps(title=title, older=older):
                self._send({"tap": self._id_of(title, older=older)})
            case TapsId(id=tapped):
                self._send({"tap": tapped})
            case Sends(kind=kind):
                shown = self._shown()
                last = shown[-1].id if shown else None
                self._send({"message": sendable(kind, last_shown=last)})

    def do_at_once(self, utterances: Sequence[Utterance]) -> None:
        """Do one after the other, as quickly as it goes: texts come in the same webhook."""
        texts = [
            self._with_code(one.text)
            for one in utterances
            if isinstance(one, Says) and one.without_phone is None
        ]
        if len(texts) == len(utterances) > 1:
            self._send({"text": texts[0], "more": texts[1:]})
            return
        for one in utterances:
            self.do(one)

    def hear(self, count: int) -> list[ChatMessage]:
        """What the shop said since: as soon as it is so many messages, or when time is up."""
        deadline = time.monotonic() + LONGEST
        while len(self._news()) < count and time.monotonic() < deadline:
            time.sleep(POLL)
        return self._take()

    def hear_out(self, silence: float = SILENCE) -> list[ChatMessage]:
        """What the shop said since, once it has been silent for so many seconds.

        While it is shown as typing and has said nothing yet it is not silent.
        """
        self._until(self._was_read, UNREAD)
        heard, since = 0, time.monotonic()
        while time.monotonic() - since < silence:
            if len(self._news()) > heard:
                heard, since = len(self._news()), time.monotonic()
            elif not heard and self._sees_typing():
                since = time.monotonic()
            time.sleep(POLL)
        return self._take()

    def heard_late(self) -> list[ChatMessage]:
        """What the shop has said since, without waiting for more."""
        return self._take()

    def _send(self, body: dict[str, object]) -> None:
        without = {"without_phone": True} if self._without_phone else {"without_phone": False}
        self._sandbox.send(self.wa_id, {**body, "name": self.name, **without})

    def _with_code(self, text: str) -> str:
        """The text, with the code that the shop named last in place of `····`."""
        if ANY_CODE not in text:
            return text
        codes = [code for one in self._shown() for code in CODE.findall(one.text)]
        if not codes:
            raise NothingToTap(self.name, ANY_CODE)
        return text.replace(ANY_CODE, codes[-1])

    def _id_of(self, title: str, *, older: bool) -> str:
        found = [
            choice.id
            for message in reversed(self._shown())
            for choice in choices_of(message)
            if fits([title], [choice.title])
        ]
        if len(found) <= older:
            raise NothingToTap(self.name, title)
        return found[1 if older else 0]

    def _shown(self) -> list[ChatMessage]:
        return [one for one in self._sandbox.chat(self.wa_id) if one.direction == "out"]

    def _news(self) -> list[ChatMessage]:
        return self._shown()[self._read :]

    def _take(self) -> list[ChatMessage]:
        news = self._news()
        self._read += len(news)
        return news

    def _sees_typing(self) -> bool:
        # A phone is known once something was sent from it or to it.
        return bool(self._sandbox.chat(self.wa_id)) and self._sandbox.is_typing_to(self.wa_id)

    def _was_read(self) -> bool:
        mine = [one for one in self._sandbox.chat(self.wa_id) if one.direction == "in"]
        return all(one.status == "read" for one in mine[-1:])

    def _until(self, look: Callable[[], bool], at_most: float) -> None:
        deadline = time.monotonic() + at_most
        while not look() and time.monotonic() < deadline:
            time.sleep(POLL)

"""The rules of the port `Messenger`: subclass it and give it a fixture `line`."""

from typing import Protocol

import pytest

from application.ports import Messenger, SendRefused, Template
from domain.customer import Address
from domain.reply import Reply

ANA = Address(wa_id="15550100111")
NUMBER = "105000000000002"
HELLO = Reply(body="¡Hola!")
REMINDER = Template(name="reminder", language="es_MX", values=("Ana", "17:00"))


class Line(Protocol):
    """A messenger, and the customer at the other end."""

    @property
    def messenger(self) -> Messenger: ...

    def hear(self) -> str:
        """The customer writes; the id of the message."""
        ...

    def received(self) -> list[str]:
        """What has come to the customer: the kind of each message, oldest first."""
        ...

    def sees_typing(self) -> bool:
        """Whether the customer sees that somebody is typing."""
        ...


class MessengerContract:
    """What every messenger keeps to."""

    async def test_what_is_sent_arrives_in_its_order_under_names_of_its_own(
        self, line: Line
    ) -> None:
        line.hear()

        first = await line.messenger.send(HELLO, phone_number_id=NUMBER, to=ANA, callback="r-1")
        second = await line.messenger.send(REMINDER, phone_number_id=NUMBER, to=ANA, callback="r-2")

        assert line.received() == ["text", "template"]
        assert first != second

    async def test_who_has_not_written_gets_templates_alone(self, line: Line) -> None:
        await line.messenger.send(HELLO, phone_number_id=NUMBER, to=ANA, callback="r-1")

        await line.messenger.send(REMINDER, phone_number_id=NUMBER, to=ANA, callback="r-1")

        assert line.received() == ["template"]

    async def test_a_number_that_the_shop_does_not_have_is_paused(self, line: Line) -> None:
        line.hear()

        with pytest.raises(SendRefused) as refused:
            await line.messenger.send(HELLO, phone_number_id="999", to=ANA, callback="r-1")

        assert refused.value.remedy == "pause"
        assert line.received() == []

    async def test_a_message_is_marked_while_an_answer_is_typed(self, line: Line) -> None:
        name = line.hear()

        await line.messenger.seen(name, phone_number_id=NUMBER, typing=True)

        assert line.sees_typing()

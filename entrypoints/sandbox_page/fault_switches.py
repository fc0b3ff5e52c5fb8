"""The faults that a person can switch on from the page, and what else is on."""

from collections.abc import Iterable, Sequence

import msgspec

from infrastructure.sandbox.fault import Fault, ServiceFault, WebhookFault
from infrastructure.sandbox.faults import Faults, StandingFault, fresh


class Switch(msgspec.Struct, frozen=True, kw_only=True):
    """A fault under a name, with what it does to the shop."""

    label: str
    hint: str
    fault: Fault

    @property
    def name(self) -> str:
        """The name by which the fault is known in the list of faults."""
        return self.fault.name


SEND = "POST /*/messages"

SWITCHES: dict[str, tuple[Switch, ...]] = {
    "WhatsApp": (
        Switch(
            label="WhatsApp down",
            hint="Every call is answered with 503",
            fault=ServiceFault(service="graph", status=503, name="whatsapp-down"),
        ),
        Switch(
            label="WhatsApp slow",
            hint="Every call takes 4 seconds longer",
            fault=ServiceFault(service="graph", delay_ms=4_000, name="whatsapp-slow"),
        ),
        Switch(
            label="Rate limited",
            hint="Sending is refused with error 130429",
            fault=ServiceFault(service="graph", when=SEND, status=429, name="rate-limited"),
        ),
        Switch(
            label="Replies lost",
            hint="Messages are sent, and the shop is not told so",
            fault=ServiceFault(service="graph", when=SEND, cut="after", name="replies-lost"),
        ),
    ),
    "Webhooks": (
        Switch(
            label="Webhooks twice",
            hint="The shop hears everything two times",
            fault=WebhookFault(service="webhooks", deliver="twice", name="webhooks-twice"),
        ),
        Switch(
            label="Webhooks late",
            hint="The shop hears everything 5 seconds later",
            fault=WebhookFault(service="webhooks", delay_ms=5_000, name="webhooks-late"),
        ),
        Switch(
            label="Messages out of order",
            hint="The newest of three comes first",
            fault=WebhookFault(
                service="webhooks", when="messages", deliver="backwards", name="out-of-order"
            ),
        ),
        Switch(
            label="Statuses lost",
            hint="The shop is told of no sent, delivered, read",
            fault=WebhookFault(
                service="webhooks", when="statuses", deliver="never", name="statuses-lost"
            ),
        ),
    ),
    "Google Calendar": (
        Switch(
            label="Google down",
            hint="Every call is answered with 503",
            fault=ServiceFault(service="google", status=503, name="google-down"),
        ),
        Switch(
            label="Google slow",
            hint="Every call takes 4 seconds longer",
            fault=ServiceFault(service="google", delay_ms=4_000, name="google-slow"),
        ),
        Switch(
            label="Sync token expired",
            hint="The next call with one is answered with 410",
            fault=ServiceFault(
                service="google",
                when="GET /calendars/*/events?*syncToken=*",
                times=1,
                status=410,
                name="sync-token-expired",
            ),
        ),
    ),
    "Grok": (
        Switch(
            label="xAI down",
            hint="Every call is answered with 503",
            fault=ServiceFault(service="xai", status=503, name="xai-down"),
        ),
    ),
}
BY_NAME = {switch.name: switch for group in SWITCHES.values() for switch in group}


class FaultsView(msgspec.Struct, frozen=True, kw_only=True):
    """Which switches are on, and in words what else was set over HTTP."""

    on: frozenset[str]
    others: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many faults are on."""
        return len(self.on) + len(self.others)


class FaultSwitches:
    """The panel's switches over the sandbox's list of faults."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    async def view(self) -> FaultsView:
        """What is on; faults that are used up are not."""
        lasting = [one for one in await self._faults.standing() if one.left != 0]
        names = [one.fault.name for one in lasting]
        return FaultsView(
            on=frozenset(name for name in names if name in BY_NAME),
            others=tuple(_words(one) for one in lasting if one.fault.name not in BY_NAME),
        )

    async def turn_on(self, name: str) -> None:
        """Add the fault to whatever else is on. Raises `KeyError`."""
        added = fresh([BY_NAME[name].fault])
        await self._faults.change(lambda standing: [*_without(name, standing), *added])

    async def turn_off(self, name: str) -> None:
        """Remove the fault and leave all others as they are."""
        await self._faults.change(lambda standing: _without(name, standing))

    async def turn_all_off(self) -> None:
        """Remove every fault, whoever has set it."""
        await self._faults.replace(())


def _without(name: str, standing: Iterable[StandingFault]) -> Sequence[StandingFault]:
    return [one for one in standing if one.fault.name != name]


def _words(one: StandingFault) -> str:
    fault = one.fault
    happens = fault.deliver if isinstance(fault, WebhookFault) else _what(fault)
    delay = f"{fault.delay_ms} ms later" if fault.delay_ms else None
    told = ", ".join(word for word in (happens, delay) if word)
    times = "" if one.left is None else f" ({one.left} left)"
    return f"{fault.name or fault.service} {fault.when}: {told}{times}"


def _what(fault: ServiceFault) -> str | None:
    if fault.cut:
        return f"cut {fault.cut} the effect"
    return f"status {fault.status}" if fault.status else None

"""Which faults are on, and switching them from the page."""

import hashlib
from collections.abc import Callable, Iterable, Sequence

import msgspec

from entrypoints.sandbox_page.switches import BY_NAME
from infrastructure.sandbox.fault import Fault, ServiceFault, WebhookFault
from infrastructure.sandbox.faults import Faults, StandingFault, fresh


class OtherFault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault that is on and has no switch; `mark` tells it from those that differ from it."""

    mark: str
    title: str
    what: str
    left: str


class FaultsView(msgspec.Struct, frozen=True, kw_only=True):
    """Which switches are on, and in words what else is."""

    on: frozenset[str]
    others: tuple[OtherFault, ...]

    @property
    def count(self) -> int:
        """How many faults are on."""
        return len(self.on) + len(self.others)


class FaultSwitches:
    """The panel over the sandbox's list of faults."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    async def view(self) -> FaultsView:
        """What is on; faults that are used up are not."""
        lasting = [one for one in await self._faults.standing() if one.left != 0]
        names = [one.fault.name for one in lasting]
        return FaultsView(
            on=frozenset(name for name in names if name in BY_NAME),
            others=tuple(_other(one) for one in lasting if one.fault.name not in BY_NAME),
        )

    async def turn_on(self, name: str) -> None:
        """Turn a switch on. Raises `KeyError`."""
        await self.add(BY_NAME[name].fault)

    async def add(self, fault: Fault) -> None:
        """Add the fault to whatever else is on; it takes the place of another of its name."""
        added = fresh([fault])
        await self._faults.change(lambda all_: [*_without(all_, _called(fault.name)), *added])

    async def turn_off(self, name: str) -> None:
        """Turn a switch off and leave all others as they are."""
        await self._faults.change(lambda all_: _without(all_, _called(name)))

    async def turn_off_other(self, mark: str) -> None:
        """Remove the fault of that mark, if it is there."""
        await self._faults.change(lambda all_: _without(all_, lambda one: _mark(one) == mark))

    async def turn_all_off(self) -> None:
        """Remove every fault, whoever has set it."""
        await self._faults.replace(())


def _called(name: str) -> Callable[[Fault], bool]:
    return lambda fault: fault.name == name


def _without(
    standing: Iterable[StandingFault], is_meant: Callable[[Fault], bool]
) -> Sequence[StandingFault]:
    return [one for one in standing if not is_meant(one.fault)]


def _mark(fault: Fault) -> str:
    return hashlib.sha256(msgspec.json.encode(fault)).hexdigest()[:16]


def _other(one: StandingFault) -> OtherFault:
    fault = one.fault
    happens = _told(fault) if isinstance(fault, WebhookFault) else _answered(fault)
    delay = f"{fault.delay_ms} ms later" if fault.delay_ms else None
    what = ", ".join(word for word in (happens, delay) if word)
    return OtherFault(
        mark=_mark(fault),
        title=fault.name or _calls(fault),
        what=f"{_calls(fault)}: {what}" if fault.name else what,
        left="until switched off" if one.left is None else f"{one.left} left",
    )


def _calls(fault: Fault) -> str:
    only = fault.only if isinstance(fault, ServiceFault) else None
    return f"{fault.service} {fault.when}" + (f", {only} only" if only else "")


def _told(fault: WebhookFault) -> str | None:
    return f"failed with {fault.code}" if fault.deliver == "failed" else fault.deliver


def _answered(fault: ServiceFault) -> str | None:
    if fault.cut:
        return f"cut {fault.cut} the effect"
    return f"status {fault.status}" if fault.status else None

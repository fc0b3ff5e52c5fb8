"""One trial: an errand, a way to fail, how often, and before or after the effect."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from chaos.google_errors.back_office import BackOffice, NeverQuiet
from chaos.google_errors.emulated_google import EmulatedGoogle, Standing
from chaos.google_errors.errands import INSERT, Errand
from chaos.google_errors.rows import Moment, Row, Times
from chaos.races.wishes import SHOP
from domain.calendar_entry import CalendarEntries

Outcome = Literal["one event", "none", "dead letter", "followed", "followed once mended"]


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """What is tried."""

    errand: Errand
    row: Row
    times: Times
    moment: Moment

    @property
    def name(self) -> str:
        """What to call it in a complaint."""
        how_often = f"{self.times} times" if self.times else "for ever"
        return f"{self.errand.name}, {self.row.name} {self.moment} the effect, {how_often}"

    @property
    def faults(self) -> list[dict[str, object]]:
        """What the emulator is told."""
        lost = {"service": "google", "when": INSERT, "times": 1, "cut": "after"}
        fault = self.row.fault(self.errand.fails, times=self.times, moment=self.moment)
        return [lost, fault] if self.errand.adopts else [fault]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How a trial ended, and what was broken."""

    outcome: Outcome
    breaches: tuple[str, ...]


async def tried(trial: Trial, office: BackOffice, google: EmulatedGoogle) -> Judged:
    """Do the errand while it fails, then mend all and have what was given up sent again."""
    errand = trial.errand
    google.is_new()
    await office.happens(*errand.shown)
    await office.works()
    google.fails(trial.faults)
    try:
        await office.happens(*errand.happens)
        if errand.then:
            await office.tries()
            await office.happens(*errand.then)
        await office.works()
    except NeverQuiet:
        return Judged(outcome="dead letter", breaches=(f"{trial.name}: it never ends",))
    google.fails([])
    dead = await office.dead()
    before = google.standing()
    broken = list(_broken(trial, dead, before, await office.entries()))
    if dead:
        await office.sends_again()
        if await office.dead() or _differs(errand, google.standing()):
            broken.append("sent again, it does not end as it should")
    outcome: Outcome = "dead letter" if dead else "one event" if before else "none"
    return Judged(outcome=outcome, breaches=tuple(f"{trial.name}: {one}" for one in broken))


def _broken(
    trial: Trial, dead: int, standing: list[Standing], entries: CalendarEntries
) -> Iterator[str]:
    """What must not be, before anybody mends anything."""
    known = {(one.calendar_id, one.event_id) for one in entries.beside(None)}
    if any((calendar_id, event_id) not in known for calendar_id, event_id, _ in standing):
        yield "an event stands of which the log knows nothing"
    if not dead and _differs(trial.errand, standing):
        yield f"{len(standing)} events stand, and not as they should"
    if not dead and {(one[0], one[1]) for one in standing} != known:
        yield "the log knows of other events than there are"
    if dead and trial.row.passes and trial.times is not None:
        yield "it was given up though it passed"


def _differs(errand: Errand, standing: list[Standing]) -> bool:
    calendars = {one.id: one.calendar_id for one in SHOP.barbers}
    wanted = errand.wanted
    there = [(calendar_id, start) for calendar_id, _, start in standing]
    return there != ([(calendars[wanted.barber_id], wanted.start)] if wanted else [])

"""An appointment as replays keep it: as it stands, and how it ended."""

import msgspec

from domain.appointment import Appointment, AppointmentCancelled, AppointmentEvent, evolve


class VisitStory(msgspec.Struct, frozen=True, kw_only=True, tag="appointment"):
    """One appointment at that version of its stream; `late` where it was cancelled too late."""

    version: int = 0
    appointment: Appointment = Appointment()
    late: bool = False


def told(story: VisitStory, event: AppointmentEvent, version: int) -> VisitStory:
    """The story after the event of that version."""
    return VisitStory(
        version=version,
        appointment=evolve(story.appointment, event),
        late=event.late if isinstance(event, AppointmentCancelled) else story.late,
    )

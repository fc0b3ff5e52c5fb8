"""What a sandbox is told once, when it is made."""

import msgspec

PLACEHOLDER, PERSON = "sandbox", "person"


class SandboxNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A business number of the shop; `display` as people write it, in any grouping."""

    id: str
    display: str
    name: str = "Barbershop"


class SandboxCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """A Google calendar that the shop's account can see; a role below `writer` refuses writes."""

    id: str
    summary: str
    timezone: str
    access_role: str = "writer"


class SandboxSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where webhooks go, which tokens open which service, and what exists behind them.

    Pauses and delays are seconds of machine time. The last retry pause repeats for ever.
    """

    callback_url: str
    phone_numbers: tuple[SandboxNumber, ...]
    calendars: tuple[SandboxCalendar, ...] = ()
    timezone: str = "UTC"
    app_secret: str = PLACEHOLDER
    access_token: str = PLACEHOLDER
    google_token: str = PLACEHOLDER
    google_person: str = PERSON  # the token of whoever edits by hand, and may invite others
    xai_key: str = PLACEHOLDER
    waba_id: str = "104000000000001"
    pair_limit: bool = False
    status_delay: float = 0.03
    retry_pauses: tuple[float, ...] = (0.1, 0.3, 1.0, 2.0, 5.0)
    callback_timeout: float = 10.0

    def number(self, phone_number_id: str) -> SandboxNumber | None:
        """Return the business number of that id; none when it is not the shop's."""
        return next((n for n in self.phone_numbers if n.id == phone_number_id), None)

    def calendar(self, calendar_id: str) -> SandboxCalendar | None:
        """Return the calendar of that id; none when the account cannot see it."""
        return next((c for c in self.calendars if c.id == calendar_id), None)

"""The faults that a person can switch on from the page."""

import msgspec

from infrastructure.sandbox.fault import Fault, ServiceFault, WebhookFault


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
            label="Sending cut off",
            hint="The connection is reset, and nothing is sent",
            fault=ServiceFault(service="graph", when=SEND, cut="before", name="sending-cut-off"),
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
            label="Google cut off",
            hint="Connections are reset, and nothing is done",
            fault=ServiceFault(service="google", cut="before", name="google-cut-off"),
        ),
        Switch(
            label="Google's replies lost",
            hint="What is asked is done, and the shop is not told so",
            fault=ServiceFault(service="google", cut="after", name="google-replies-lost"),
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
        Switch(
            label="xAI slow",
            hint="Every call takes 4 seconds longer",
            fault=ServiceFault(service="xai", delay_ms=4_000, name="xai-slow"),
        ),
        Switch(
            label="xAI cut off",
            hint="Connections are reset before an answer",
            fault=ServiceFault(service="xai", cut="before", name="xai-cut-off"),
        ),
    ),
}
BY_NAME = {switch.name: switch for group in SWITCHES.values() for switch in group}

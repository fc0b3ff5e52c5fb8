"""The errors of WhatsApp that the application itself tells apart, by Meta's codes."""

from collections.abc import Mapping
from datetime import timedelta

WINDOW_CLOSED = 131047  # more than 24 hours since the customer last wrote
OPTED_OUT = 131050  # the customer stopped the shop's messages in WhatsApp itself
SPAM_LIMITED = 131048  # the number's messages were blocked or reported too often

TRIES: Mapping[int, int] = {
    1: 2,  # an unknown call, or trouble on their side
    131053: 1,  # our media could not be fetched
    135000: 1,  # of no kind, often bad parameters
}
"""How often what fails so is worth being tried again; what is not here, as often as any."""

RESTS: Mapping[int, timedelta] = {SPAM_LIMITED: timedelta(hours=1)}
"""How long a number rests at first, where that is longer than for a refused token."""

"""Names of things: identifiers that never change and carry no personal data."""

from typing import NewType

ShopId = NewType("ShopId", str)
BarberId = NewType("BarberId", str)
ServiceId = NewType("ServiceId", str)
CustomerId = NewType("CustomerId", str)
ConversationId = NewType("ConversationId", str)
AppointmentId = NewType("AppointmentId", str)
HoldId = NewType("HoldId", str)
BlockId = NewType("BlockId", str)

"""What the racers ask for: Marco's half hours, and far more customers than there are of them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from application.inbound import IncomingMessage
from domain.conversation import MessageReceived
from domain.customer import Address
from domain.identifiers import CustomerId
from domain.shop import Shop
from infrastructure.shop_files.files import load_shops

SHOP: Shop = load_shops(Path(__file__).resolve().parents[2] / "shops" / "demo.toml")[0]
NOW = datetime(2026, 11, 23, 10, 5, tzinfo=SHOP.zone).astimezone(UTC)
FIRST_DAY = datetime(2026, 11, 24, 9, tzinfo=SHOP.zone)  # a Tuesday: five open days follow
A_DAY = 20  # half hours from 9:00 to 19:00


def slot(number: int) -> datetime:
    """The start of one of the hundred slots, on the shop's wall."""
    return FIRST_DAY + timedelta(days=number // A_DAY, minutes=30 * (number % A_DAY))


def customer(number: int) -> CustomerId:
    """A customer of that number, who asks once."""
    return CustomerId(f"racer{number}")


def request(number: int, wanted: datetime) -> IncomingMessage:
    """That customer's message, as it came over WhatsApp."""
    at = f"November {wanted.day} at {wanted:%I:%M %p}"
    return IncomingMessage(
        phone_number_id=SHOP.phone_number_id,
        address=Address(wa_id=f"1555{number:07}"),
        name=None,
        message=MessageReceived(
            message_id=f"wamid.{number}",
            kind="text",
            sent_at=NOW,
            text=f"Book haircut with Marco on {at}",
        ),
    )

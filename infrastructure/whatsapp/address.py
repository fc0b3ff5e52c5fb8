"""Who is meant by the names in a webhook ("Business-scoped user IDs": a phone may be absent)."""

import re

from domain.customer import Address
from infrastructure.tolerant_json import as_name, as_object, as_text

_BSUID = re.compile(r"[A-Z]{2}\.\w")


def address(phone: object, user_id: object, contact: dict[str, object]) -> Address | None:
    """The person, completed by their contact; `None` if nobody is named."""
    wa_id = wa_id_of(phone) or wa_id_of(contact.get("wa_id"))
    bsuid = as_name(user_id) or as_name(contact.get("user_id")) or _bsuid_instead_of(phone)
    if not (wa_id or bsuid):
        return None
    username = as_text(as_object(contact.get("profile")).get("username"))
    return Address(wa_id=wa_id or None, bsuid=bsuid or None, username=username or None)


def contact_of(
    phone: object, user_id: object, contacts: tuple[dict[str, object], ...]
) -> dict[str, object]:
    """The contact with that phone or user id, empty if there is none; their order means nothing."""
    for contact in contacts:
        same_user = bool(as_name(user_id)) and as_name(contact.get("user_id")) == as_name(user_id)
        same_phone = bool(wa_id_of(phone)) and wa_id_of(contact.get("wa_id")) == wa_id_of(phone)
        if same_user or same_phone:
            return contact
    return {}


def wa_id_of(value: object) -> str:
    """The digits of a phone; empty if it is none."""
    digits = as_name(value).removeprefix("+")
    return digits if digits.isascii() and digits.isdigit() else ""


def _bsuid_instead_of(phone: object) -> str:
    return as_name(phone) if _BSUID.match(as_name(phone)) else ""

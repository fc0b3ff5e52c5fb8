"""Under which names a person is recognised, whichever way WhatsApp writes them today.

Normalised names serve for matching only; answers go to the identifier as it was received.
"""

from domain.customer import Address


def identifiers(address: Address) -> tuple[str, ...]:
    """The names of that person, the surest first: `bsuid:…`, then `wa:…` with plain digits."""
    names: tuple[str, ...] = ()
    if address.bsuid:
        names += (f"bsuid:{address.bsuid}",)
    if address.wa_id:
        names += (f"wa:{normalised(address.wa_id)}",)
    return names


def normalised(wa_id: str) -> str:
    """One spelling of the numbers that WhatsApp writes in two ways.

    Mexico loses the old mobile prefix (52 1 → 52), Brazil the ninth digit of mobile numbers that
    once had eight. All others, Argentina's 549 among them, stay: an invented alias could be
    somebody else's number.
    """
    digits = "".join(character for character in wa_id if character in "0123456789")
    if digits.startswith("521") and len(digits) == len("521") + 10:
        return "52" + digits[3:]
    if _has_ninth_digit(digits):
        return digits[:4] + digits[5:]
    return digits


def _has_ninth_digit(digits: str) -> bool:
    """Whether it is 55, area, 9 and a mobile number of the eight digits of before (6-9 first)."""
    brazilian = digits.startswith("55") and len(digits) == len("55AA9") + 8
    return brazilian and digits[4] == "9" and digits[5] in "6789"

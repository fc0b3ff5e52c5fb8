"""Names that are the same in every run of a test."""

DIGITS = "0123456789abcdefghijklmnopqrstuv"
PRIME = 2_147_483_647


class CountedIdentities:
    """The identities port; names differ in their first characters and in their last ones."""

    def __init__(self) -> None:
        self._given = 0

    def fresh(self) -> str:
        self._given += 1
        return f"{_written(self._given * PRIME, 8)}{_written(self._given, 8)}"


def _written(number: int, length: int) -> str:
    places = (number // 32**place % 32 for place in range(length))
    return "".join(DIGITS[place] for place in places)[::-1]

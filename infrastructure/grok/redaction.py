"""Chat text without the data that a language model has no need of."""

import re

_NUMBER = re.compile(r"\+?\d(?:[\s().-]{0,2}\d){6,}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4}")
_MAIL = re.compile(r"\S+@\S+")


def redacted(text: str) -> str:
    """The text without telephone and other long numbers and without mail addresses."""
    return _NUMBER.sub(_number, _MAIL.sub("[mail]", text))


def _number(match: re.Match[str]) -> str:
    return match[0] if _DATE.fullmatch(match[0]) else "[number]"

"""What the shop says fits into WhatsApp's messages."""

import pytest

from domain.reply import Ask, Choice, Reply


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(id=str(n), title=str(n), meaning=Ask(topic="book")) for n in range(count))


def test_a_message_has_no_more_than_three_buttons() -> None:
    assert Reply(body="?", buttons=choices(3)).choices == choices(3)
    with pytest.raises(ValueError, match="too many"):
        Reply(body="?", buttons=choices(4))


def test_a_list_has_no_more_than_ten_rows() -> None:
    assert Reply(body="?", rows=choices(10), list_button="See").choices == choices(10)
    with pytest.raises(ValueError, match="too many"):
        Reply(body="?", rows=choices(11), list_button="See")


def test_a_message_has_buttons_or_rows_but_not_both() -> None:
    with pytest.raises(ValueError, match="buttons or rows"):
        Reply(body="?", buttons=choices(1), rows=choices(1), list_button="See")


def test_a_list_is_opened_by_a_button() -> None:
    with pytest.raises(ValueError, match="opened by a button"):
        Reply(body="?", rows=choices(1))


def test_a_plain_text_offers_nothing() -> None:
    assert Reply(body="Hello").choices == ()

"""Every part of a reading has its reason."""

from hypothesis import given
from hypothesis import strategies as st

from application.understanding.reasons import Reason, reasons_for
from application.understanding.rules import read
from tests.understanding.shop import context
from tests.understanding.test_laws_of_reading import PATIENT, SENTENCES

TEXTS = st.one_of(SENTENCES, st.text(max_size=100))


def reasons(text: str) -> dict[str, Reason]:
    shop = context("en")
    found = reasons_for(text, shop, read(text, shop))
    return {text[one.start : one.end]: one for one in found}


def test_a_slot_names_its_rule_and_the_words_that_the_rule_knew() -> None:
    found = reasons("a fade on friday")

    assert (found["on friday"].slot, found["on friday"].rule) == ("day", "weekday")
    assert "weekday 4" in found["on friday"].known
    assert "service haircut" in found["fade"].known


def test_a_word_that_only_changes_another_has_no_slot() -> None:
    found = reasons("not friday")

    assert (found["not"].slot, found["not"].known) == ("", ("not",))


def test_a_phrase_that_hints_at_a_wish_is_told() -> None:
    found = reasons("can i get a fade")

    assert found["can i get"].known == ("wish",)


@given(text=TEXTS)
@PATIENT
def test_reasons_lie_within_the_text_in_its_order(text: str) -> None:
    shop = context("es")

    found = reasons_for(text, shop, read(text, shop))

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: (one.start, one.end))

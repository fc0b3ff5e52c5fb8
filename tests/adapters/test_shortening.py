import pytest
from hypothesis import given
from hypothesis import strategies as st

from infrastructure.shortening import label, labels, shortened


@pytest.mark.parametrize(
    ("text", "most", "fitting"),
    [
        ("Corte y barba", 13, "Corte y barba"),
        ("Corte y barba", 12, "Corte y…"),
        ("Corte y barba", 8, "Corte y…"),
        ("Corte y barba", 6, "Corte…"),
        ("Degradado", 5, "Degr…"),
        ("", 5, ""),
        ("👨\u200d🦱👨\u200d🦱", 3, "👨…"),
    ],
)
def test_whole_words_are_kept_as_far_as_they_fit(text: str, most: int, fitting: str) -> None:
    assert shortened(text, most) == fitting


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_label_fits_on_one_line_and_is_never_empty(text: str, most: int) -> None:
    made = label(text, most)

    assert 1 <= len(made) <= most
    assert made == " ".join(made.split())


def test_labels_that_end_up_alike_are_numbered() -> None:
    texts = ("Martes 1 con Luis a las 17:00", "Martes 1 con Luis a las 17:30", "Otro")

    assert labels(texts, 20) == ("Martes 1 con Luis a…", "Martes 1 con Luis… 2", "Otro")


@given(st.lists(st.text(), max_size=3))
def test_labels_are_all_different(texts: list[str]) -> None:
    made = labels(tuple(texts), 20)

    assert len(set(made)) == len(texts)
    assert all(1 <= len(one) <= 20 for one in made)

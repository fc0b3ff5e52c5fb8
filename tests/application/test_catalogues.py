"""The catalogues: complete in every language, fitting, and neither short of nor rich in keys."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from application.wording import CATALOGUES
from domain.errors import Reason
from domain.reply import BUTTON_TITLE, LIST_BUTTON, ROW_DESCRIPTION, ROW_TITLE

APPLICATION = Path(__file__).resolve().parents[2] / "application"
LANGUAGES = sorted(CATALOGUES)
KEYS = sorted(CATALOGUES["en"])
CODE = [file for file in APPLICATION.rglob("*.py") if "catalogues" not in file.parts]
# Keys whose ends are computed: "refused.taken" from f"refused.{reason.value}".
COMPUTED = {
    "refused.": {f"refused.{one.value}" for one in Reason},
    "visits.which.": {"visits.which.show", "visits.which.move", "visits.which.cancel"},
    "shop.": {"shop.late", "shop.media", "shop.calendar"},
    "button.": {"button.services", "button.hours"},
    "about.": {"about.payment", "about.walk_ins"},
    "guess.": {"guess.late", "guess.my_data"},
    "language.": {f"language.{one}" for one in CATALOGUES},
}


def named(text: str) -> list[str]:
    """The names in braces, in alphabetical order."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def texts_of(file: Path) -> Iterator[str]:
    """Every literal text in a file; of one that is put together, its beginning."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            yield f"{node.values[0].value!s}*"


WRITTEN = {text for file in CODE for text in texts_of(file)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert set(CATALOGUES[language]) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_text_names_the_same_things_in_every_language(key: str) -> None:
    texts = [CATALOGUES[language][key] for language in LANGUAGES]

    assert {tuple(sorted(set(named(text)))) for text in texts} == {
        tuple(sorted(set(named(texts[0]))))
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("prefix", "limit"), [("button.", BUTTON_TITLE), ("list.", LIST_BUTTON), ("row.", ROW_TITLE)]
)
def test_labels_fit(language: str, prefix: str, limit: int) -> None:
    labels = {
        key: text
        for key, text in CATALOGUES[language].items()
        if key.startswith(prefix) and not named(text) and not key.endswith(".description")
    }

    assert {key: text for key, text in labels.items() if len(text) > limit} == {}
    assert labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_of_rows_fit(language: str) -> None:
    texts = CATALOGUES[language]
    described = [text for key, text in texts.items() if re.match(r"row\..*\.description", key)]

    assert [text for text in described if len(text) > ROW_DESCRIPTION] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_an_open_brace(language: str) -> None:
    texts = CATALOGUES[language].values()

    assert [text for text in texts if not text.strip()] == []
    assert [text for text in texts if re.search(r"[{}]", re.sub(r"\{\w+\}", "", text))] == []


def test_buttons_that_stand_together_differ_in_every_language() -> None:
    doubled = [
        language
        for language in LANGUAGES
        for menu in (("book", "my_appointments", "person"), ("confirm", "other_time", "not_now"))
        if len({CATALOGUES[language][f"button.{one}"] for one in menu}) < len(menu)
    ]

    assert doubled == []


def test_every_text_that_the_code_asks_for_by_name_is_there() -> None:
    asked = {
        argument.value
        for file in CODE
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and _is_text(node.func) and node.args
        for argument in [node.args[0]]
        if isinstance(argument, ast.Constant)
    }

    assert asked - set(KEYS) == set()
    assert len(asked) > 50


def _is_text(function: ast.expr) -> bool:
    """Whether it is `words.text` or a `text` that stands for it."""
    if isinstance(function, ast.Attribute):
        return function.attr in ("text", "note")
    return isinstance(function, ast.Name) and function.id == "text"


@pytest.mark.parametrize("prefix", sorted(COMPUTED))
def test_every_text_whose_name_is_computed_is_there(prefix: str) -> None:
    assert COMPUTED[prefix] <= set(KEYS)


def test_no_other_names_are_computed() -> None:
    beginnings = {key.rpartition(".")[0] + "." for key in KEYS if "." in key}
    computed = {text[:-1] for text in WRITTEN if text.endswith(".*")} & beginnings

    assert computed <= set(COMPUTED)


def test_no_text_is_there_for_nothing() -> None:
    used = WRITTEN | {key for keys in COMPUTED.values() for key in keys}

    assert set(KEYS) - used == set()

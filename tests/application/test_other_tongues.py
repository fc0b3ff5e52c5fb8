"""Another language is answered in the shop's own, with one line that says which languages work."""

import json
from pathlib import Path

import pytest

from application.other_tongues import in_another_tongue
from domain.conversation import LanguageSwitched
from tests.application.counter import Counter, Writer, text

CASES = sorted((Path(__file__).parents[1] / "understanding").glob("*.jsonl"))
LINE = text("languages", languages="English and Spanish")


@pytest.mark.parametrize(
    "said",
    [
        "Bonjour, je voudrais réserver une coupe demain à 15h",
        "combien coute une coupe",
        "Bonjour",
        "Olá, vocês têm horário amanhã?",
        "bom dia",
        "Quanto custa cortar o cabelo?",
        "Ciao, vorrei prenotare un taglio per domani",
        "siete aperti sabato? grazie",
        "Guten Tag, ich möchte einen Termin",
        "Haben Sie morgen um 15 Uhr noch was frei?",
    ],
)
async def test_another_language_is_told(ana: Writer, counter: Counter, said: str) -> None:
    answer = await ana.says(said)

    assert answer.count(LINE) == 1
    assert await counter.events(LanguageSwitched) == ()


@pytest.mark.parametrize(
    "said",
    [
        "um, as soon as possible",
        "ciao",
        "un corte con Ana el sábado",
        "hi, is Luis there per chance?",
        "si",
        "la segunda",
        "quiero un corte para mi y una barba para el",
        "Mon at 3, die hard fan of yours",
        "",
        "😀",
    ],
)
def test_ours_are_none(said: str) -> None:
    assert not in_another_tongue(said)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_no_message_that_is_read_is_taken_for_another_language(file: Path) -> None:
    cases = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    texts = [one["text"] for one in cases if one.get("intent") != "unknown"]

    assert [one for one in texts if in_another_tongue(one)] == []


async def test_what_is_understood_all_the_same_is_done(ana: Writer) -> None:
    answer = await ana.says("Olá, gostaria de marcar um corte amanhã")

    assert LINE in answer
    assert "Haircut" in answer

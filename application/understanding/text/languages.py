"""The languages that the rules know: a new one is a package like `spanish`, listed here."""

from application.understanding.english.words import ENGLISH
from application.understanding.reading import Language
from application.understanding.spanish.words import SPANISH
from application.understanding.text.words import Words

LANGUAGES: dict[Language, Words] = {words.language: words for words in (ENGLISH, SPANISH)}

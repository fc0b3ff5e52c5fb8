"""The languages that the rules know: a new one is a module like `words_en`, listed here."""

from application.understanding.reading import Language
from application.understanding.words import Words
from application.understanding.words_en import ENGLISH
from application.understanding.words_es import SPANISH

LANGUAGES: dict[Language, Words] = {words.language: words for words in (ENGLISH, SPANISH)}

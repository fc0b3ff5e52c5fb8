"""Tells messages in languages that no shop's assistant speaks, so that the answer can say which work."""

import msgspec

from application.understanding.text.languages import LANGUAGES
from application.understanding.text.tokens import tokens_of

_ENOUGH = 2  # words that tell
_SHORT = 2  # words; one that tells is enough there


class _Tongue(msgspec.Struct, frozen=True):
    """Words that tell a language, and common ones that it shares with ours; without accents."""

    telling: frozenset[str]
    shared: frozenset[str]


def _tongue(telling: str, shared: str) -> _Tongue:
    return _Tongue(frozenset(telling.split()), frozenset(shared.split()))


_TONGUES = (
    _tongue(
        "bonjour bonsoir salut je jai jaimerais voudrais veux vous avez avoir etes cest ce une"
        " des demain apres aujourdhui hui matin soir midi heure heures rendez rdv coupe cheveux"
        " barbe coiffeur pour avec merci combien coute quand quel quelle ouvert ouverts ouvrez"
        " fermez prendre reserver annuler sil plait moi ma ne pas oui non samedi vendredi"
        " jeudi mercredi mardi lundi dimanche",
        "la le les un me mon est",
    ),
    _tongue(
        "voce voces nao queria gostaria marcar amanha tem tenho cabelo obrigado obrigada quanto"
        " custa uma hoje preco bom boa noite manha depois pode posso fazer"
        " terca quarta feira desmarcar remarcar estao abertos aberto olha",
        "a o e para por me ola oi corte quinta sexta sabado segunda quero dia"
        " tarde horario barba agendar cancelar domingo com um as",
    ),
    _tongue(
        "buongiorno buonasera salve vorrei voglio prenotare taglio capelli domani oggi grazie"
        " quanto costa avete posso sono alle appuntamento aperti aperto mattina"
        " pomeriggio sera venerdi sabato giovedi mercoledi martedi lunedi domenica disdire"
        " spostare barbiere dopo il",
        "un una la le barba mi e o a ciao con per",
    ),
    _tongue(
        "guten tag morgen ich mochte moechte brauche hatte haette einen eine ein termin haare"
        " haarschnitt schneiden bitte danke heute uhr wann haben sie und mit fur fuer wie"
        " viel kostet geoffnet offen nachmittag abend montag dienstag mittwoch donnerstag freitag"
        " samstag sonntag absagen verschieben ist der das nicht",
        "in was an so hallo die am um",
    ),
)
_OURS = frozenset().union(*(words.telling for words in LANGUAGES.values()))


def in_another_tongue(text: str) -> bool:
    """Whether the text is in a language that is not ours: French, Portuguese, Italian, German."""
    words = {token.text for token in tokens_of(text) if token.kind == "word"}
    return any(_is_in(tongue, words) for tongue in _TONGUES)


def _is_in(tongue: _Tongue, words: set[str]) -> bool:
    telling = len(words & tongue.telling)
    ours = len((words & _OURS) - tongue.telling - tongue.shared)
    if len(words) <= _SHORT:
        return telling > 0 and telling >= len(words - tongue.shared)
    return telling >= _ENOUGH and telling > ours

"""The shop's services and barbers by every name that a customer may use for them."""

import functools

import msgspec

from application.understanding.reading import Topic
from application.understanding.text.languages import LANGUAGES
from application.understanding.text.lexicon import Node
from application.understanding.text.tokens import tokens_of
from application.understanding.text.words import phrases

COMBINED = ("haircut", "beard_trim", "haircut_beard")  # the first two together are the third


class Topics(msgspec.Struct, frozen=True):
    """The names of one shop, ready to be found, and its ids for the generic services."""

    names: Node
    words: frozenset[str]
    generic: dict[str, tuple[str, ...]]

    def services(self, generic: str) -> tuple[str, ...]:
        """The shop's services that the generic one may mean, likeliest first."""
        return self.generic.get(generic, ())


@functools.lru_cache(maxsize=64)
def topics_of(services: tuple[Topic, ...], barbers: tuple[Topic, ...]) -> Topics:
    """The names of the services and barbers."""
    root = Node()
    named = [("topic", topic) for topic in services] + [("barber", topic) for topic in barbers]
    for kind, topic in named:
        for name in topic.names:
            words = _words(name)
            if words:
                root.add(words, {kind: topic.id})
    return Topics(names=root, words=_vocabulary(services, barbers), generic=_generic(services))


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens_of(name) if token.kind in {"word", "digits"})


def _vocabulary(services: tuple[Topic, ...], barbers: tuple[Topic, ...]) -> frozenset[str]:
    return frozenset(
        word for topic in (*services, *barbers) for name in topic.names for word in _words(name)
    )


def _generic(services: tuple[Topic, ...]) -> dict[str, tuple[str, ...]]:
    meanings = {topic.id: _meanings(topic) for topic in services}
    generic: dict[str, tuple[str, ...]] = {}
    for name in sorted({meaning for found in meanings.values() for meaning in found}):
        exact = tuple(topic.id for topic in services if topic.id == name)
        alike = tuple(topic.id for topic in services if name in meanings[topic.id])
        generic[name] = exact or alike
    return generic


def _meanings(topic: Topic) -> frozenset[str]:
    """The generic services that the topic looks like: its own id, else what its names say."""
    said = frozenset(meaning for name in topic.names for meaning in _said(_words(name)))
    hair, beard, both = COMBINED
    if topic.id in _vocabulary_of_generic().values():
        return frozenset({topic.id})
    if {hair, beard} <= said:
        return frozenset({both})
    return said if len(said) == 1 else said - {hair}


def _said(words: tuple[str, ...]) -> frozenset[str]:
    """The longest phrases from the left, so that a "beard trim" is no trim of the hair too."""
    known = _vocabulary_of_generic()
    found: set[str] = set()
    place = 0
    while place < len(words):
        ends = (end for end in range(len(words), place, -1) if words[place:end] in known)
        end = next(ends, None)
        if end is not None:
            found.add(known[words[place:end]])
        place = end or place + 1
    return frozenset(found)


@functools.cache
def _vocabulary_of_generic() -> dict[tuple[str, ...], str]:
    return {
        phrase: str(value)
        for words in LANGUAGES.values()
        for kind, value, notation in words.slots
        if kind == "service"
        for phrase in phrases(notation)
    }

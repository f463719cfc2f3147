"""The words of the frames, from the YAML files beside this one."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from casus.lexicons import load_lexicon


@cache
def words(name: str) -> dict[str, Any]:
    """The lexicon of a frame ("agreements", "measures", "transfers", "positions", "memberships") as plain mappings and lists."""
    return load_lexicon(Path(__file__).with_name(f"{name}.yaml"))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of a frame's lexicon as a set."""
    return frozenset(words(name)[key])


@cache
def inverted(name: str, key: str) -> dict[str, str]:
    """A mapping of class to words as word to class; the first class that lists a word has it."""
    found: dict[str, str] = {}
    for value, listed in words(name)[key].items():
        for word in listed:
            found.setdefault(word, value)
    return found


def class_of(name: str, key: str, lowered: Iterable[str]) -> str | None:
    """The first class, in the lexicon's order, of which one of the words (lower-case) is."""
    given = frozenset(lowered)
    for value, listed in words(name)[key].items():
        if not given.isdisjoint(listed):
            return str(value)
    return None


def is_agreement_noun(lemma: str) -> bool:
    """Whether a noun names an agreement, or may stand for one ("document")."""
    return lemma.lower() in word_set("agreements", "nouns") or lemma.lower() in ("document", "text", "roadmap")

"""Names of persons made comparable across reports: without titles, articles, accents, and what romanisations exchange."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from casus.lexicons import load_lexicon
from casus.world.fold import fold
from casus.world.offices import titles


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """The words of a person's name under which every spelling of it is found, with a space between; "" where none is left.

    Leading titles go ("Gen. Sir John Smith" is "john smith"), articles ("Al-Assaf"), and initials where two other words stay.
    """
    words = without_titles(fold(name).split())
    entries = _entries()
    spelt = [_spelt(word) for word in words if word not in entries["articles"]] or [_spelt(word) for word in words]
    whole = [word for word in spelt if len(word) > 1]
    return " ".join(whole if len(whole) > 1 else spelt)


def family_name(key: str, country: str | None) -> str:
    """The family name in a person's key; the first word where the country (alpha-3) puts it first, else the last."""
    words = key.split()
    return "" if not words else words[0] if country in _entries()["family_name_first"] else words[-1]


def without_titles(words: list[str]) -> list[str]:
    """The words of a name without leading titles ("Gen.", "prime minister"); at least its last word is left."""
    at = 0
    while at < len(words) - 1:
        length = next((n for n in (4, 3, 2, 1) if at + n < len(words) and fold(" ".join(words[at : at + n])) in titles()), 0)
        if not length:
            break
        at += length
    return words[at:]


@lru_cache(maxsize=65536)
def _spelt(word: str) -> str:
    for pattern, exchanged in _letters():
        word = pattern.sub(exchanged, word)
    return _names().get(word, word)


@cache
def _entries() -> dict[str, Any]:
    return load_lexicon(Path(__file__).with_name("spellings.yaml"))


@cache
def _letters() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), exchanged) for pattern, exchanged in _entries()["letters"])


@cache
def _names() -> dict[str, str]:
    return {spelling: first for first, *others in _entries()["names"] for spelling in others}

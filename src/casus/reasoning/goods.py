"""What people ask about when they ask what is forbidden: things, the words for them, and what each is a part of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from casus.errors import QuestionError
from casus.lexicons import load_lexicon
from casus.world.fold import fold

EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that may be asked about: its name, the words for it (folded), and the names of what it is a part of."""

    name: str
    words: tuple[str, ...]
    part_of: tuple[str, ...]


@cache
def entries() -> dict[str, Any]:
    """The sections of goods.yaml."""
    return load_lexicon(Path(__file__).with_name("goods.yaml"))


@cache
def things() -> dict[str, Thing]:
    """All things by name."""
    rows = entries()["goods"]
    return {
        row["goods"]: Thing(row["goods"], tuple(fold(word) for word in row["words"]), tuple(row.get("part_of", ())))
        for row in rows
    }


def meant(word: str) -> tuple[str, ...]:
    """The names of the things that a word or phrase means as a whole, or that stand in it.

    Raises QuestionError where it names nothing that is known.
    """
    whole = _by_word().get(fold(word).strip())
    found = (whole,) if whole else named_in(word)
    if not found:
        known = ", ".join(name for name in things() if name != EVERYTHING)
        raise QuestionError(f"--what {word!r}: nothing of that name; there are {EVERYTHING}, {known}")
    return found


@lru_cache(maxsize=4096)
def named_in(text: str) -> tuple[str, ...]:
    """The names of the things whose words stand in a text, each once; of two words at one place the longer counts."""
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in _longest_first()))
    return tuple(dict.fromkeys(_by_word()[found.group()] for found in pattern.finditer(fold(text))))


def within(name: str, other: str) -> bool:
    """Whether a thing is another or a part of it."""
    return other in _above(name)


def touches(name: str, others: Iterable[str]) -> bool:
    """Whether a thing is one of others, a part of one, or has one for a part."""
    return any(within(name, other) or within(other, name) for other in others)


@cache
def _above(name: str) -> frozenset[str]:
    """A thing and all that it is a part of."""
    return frozenset(_climb(name))


def _climb(name: str) -> Iterator[str]:
    yield name
    for one in things()[name].part_of:
        yield from _climb(one)


@cache
def _by_word() -> dict[str, str]:
    return {word: thing.name for thing in things().values() for word in thing.words}


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_by_word(), key=len, reverse=True))

"""The words that govern modality, from operators.yaml."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Operators:
    """Lemma (or lower-case word for auxiliaries) to what it makes of what it governs, by part of speech."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    auxiliaries: dict[str, str]
    conditions: frozenset[str]
    negations: frozenset[str]
    negative_determiners: frozenset[str]
    negative_prepositions: frozenset[str]


@cache
def operators() -> Operators:
    """The operators that ship with the package."""
    text = files("casus.reading.modality").joinpath("operators.yaml").read_text(encoding="utf-8")
    rows = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def inverted(key: str) -> dict[str, str]:
        return {word: value for value, words in rows[key].items() for word in words}

    return Operators(
        inverted("verbs"), inverted("nouns"), inverted("adjectives"), inverted("auxiliaries"),
        frozenset(rows["conditions"]), frozenset(rows["negations"]), frozenset(rows["negative_determiners"]),
        frozenset(rows["negative_prepositions"]),
    )  # fmt: skip

"""The reader's word lists for actors: the YAML files beside this one, and what the reference facts have."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from casus.lexicons import load_lexicon
from casus.world import index

Category = Literal["person", "organisation", "group", "state", "bloc", "place"]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun means when it heads a mention: the category of actor, and its PLOVER sector where it has one."""

    category: Category
    sector: str | None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A personal pronoun. `person` is 1 to 3; `number` singular, plural or any; `gender` male, female, none or any."""

    person: int
    number: str
    gender: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity of the world that a generic phrase means. `weak`: only where the report names nothing nearer.

    `near`: an entity that the report must speak of as well."""

    world: str
    capitalised: bool
    weak: bool
    near: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists. Words are lower-case lemmas; sets of verbs hold the nouns of the same acts as well."""

    nouns: Mapping[str, Noun]
    things: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    references: Mapping[str, Reference]
    reference_heads: frozenset[str]
    given_names: Mapping[str, Gender]
    roles: Mapping[str, frozenset[str]]
    same_roles: Mapping[str, str]
    adherents: Mapping[str, str]
    role_genders: Mapping[str, Gender]
    honorifics: Mapping[str, str]
    numbers: Mapping[str, int]
    person_endings: tuple[str, ...]
    act_endings: tuple[str, ...]
    words: Mapping[str, frozenset[str]]

    def among(self, word: str, kind: str) -> bool:
        """Whether a lower-case word is in one of the named sets of grammar.yaml ("definite", "speech_words")."""
        return word in self.words[kind]


_SETS = (
    "reflexive", "relative", "definite", "indefinite", "two", "place_prepositions", "motion_prepositions", "motion_words",
    "visited_words", "speech_words", "counterparts", "loose_members", "kinds_of_bodies", "calendar", "passing", "placed",
    "possessed", "continental", "parts_of_continents",
    "kin", "paired_states", "paired_persons", "particles", "styles", "members", "states_own", "breakaway", "acts_too", "of_verbs",
    "fighters", "plurals", "single_offices",
    "local", "crowd_numbers", "partitives", "papers", "monarchs", "others_verbs", "others_things", "telling_others",
)  # fmt: skip
_KNOWN = ("firms", "divided")
"""Sets that the reference facts have."""
_CATEGORIES: tuple[tuple[str, Category], ...] = (
    ("states", "state"), ("blocs", "bloc"), ("places", "place"),
)  # fmt: skip


def _load(name: str) -> dict[str, Any]:
    return load_lexicon(Path(__file__).with_name("lexicon") / name)


def _flat(value: list[Any]) -> list[str]:
    return [word for item in value for word in (item if isinstance(item, list) else [item])]


def _nouns(data: Mapping[str, Any]) -> dict[str, Noun]:
    """Earlier entries win: persons before bodies, bodies before groups, groups before states, blocs and places."""
    nouns: dict[str, Noun] = {}
    by_sector: tuple[tuple[str, Category], ...] = (("persons", "person"), ("organisations", "organisation"), ("groups", "group"))
    for key, category in by_sector:
        for sector, words in data[key].items():
            for word in _flat(words):
                nouns.setdefault(word, Noun(category, sector))
    for key, category in _CATEGORIES:
        for word in data[key]:
            nouns.setdefault(word, Noun(category, None))
    return nouns


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word lists. Raises what `load_lexicon` raises where a file is missing or damaged."""
    nouns, grammar = _load("nouns.yaml"), _load("grammar.yaml")
    pronouns = {
        word: Pronoun(entry["person"], entry["number"], entry["gender"])
        for entry in grammar["pronouns"].values()
        for word in entry["words"]
    }
    known = index.load("wordings")
    references = {
        phrase: Reference(entity, capitalised, weak, near) for phrase, entity, near, capitalised, weak in known["references"]
    }
    names = _load("given_names.yaml")
    given: dict[str, Gender] = dict.fromkeys(names["female"].lower().split(), "female")
    given.update(dict.fromkeys(names["male"].lower().split(), "male"))
    genders: dict[str, Gender] = dict.fromkeys(grammar["male_roles"], "male")
    genders.update(dict.fromkeys(grammar["female_roles"], "female"))
    return Lexicon(
        nouns=_nouns(nouns),
        things=frozenset(nouns["things"]),
        pronouns=pronouns,
        references=references,
        reference_heads=frozenset(phrase.rpartition(" ")[2] for phrase in references),
        given_names=given,
        roles={word: frozenset(roles) for word, roles in grammar["broader_roles"].items()},
        same_roles=grammar["same_roles"],
        adherents=grammar["adherents"],
        role_genders=genders,
        honorifics={word: gender for gender, words in grammar["honorifics"].items() for word in words},
        numbers=grammar["numbers"],
        person_endings=tuple(grammar["endings_of_persons"]),
        act_endings=tuple(grammar["endings_of_acts"]),
        words={name: frozenset(_flat(grammar[name])) for name in _SETS} | {name: frozenset(known[name]) for name in _KNOWN},
    )

"""What a name can mean on a day. Whole names only: never part of a word, never part of a longer known name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casus.world.entities import Entity
from casus.world.time import Validity

Use = Literal[
    "name", "former", "demonym", "capital", "seat", "legislature", "forces", "ministry", "media", "alias", "person", "place",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name can mean.

    A capital, seat, demonym, legislature, ministry or force means the STATE; `use` says how, and `sector` (PLOVER) which part of
    it speaks or acts ("the Kremlin": state:RUS, seat, GOV). `validity` is when the name has this meaning. `score` is this
    meaning's weight among all of the name, 0 to 1, at most 1 in sum; senses that did not hold on the day weigh little.
    `text` is the name as the data write it.
    """

    entity: Entity
    use: Use
    validity: Validity
    score: float
    sector: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: words [first, last], both inclusive, and what it can mean, best first."""

    first: int
    last: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """Words for a part of a state that stand beside its demonym or name ("foreign ministry", "parliament", "army").

    `words` is lower case; `use` and `sector` are what the whole means ("the Polish parliament": legislature, LEG).
    """

    words: str
    use: Use
    sector: str


def senses(name: str, on: date | None = None) -> tuple[Sense, ...]:
    """All that a whole name can mean on a day, best first; () where it is not known.

    Accents, dots, hyphens, typographic marks and a leading "the" are ignored. Case is not: capitals in the data must be capitals in the
    text ("Turkey" is a state, "turkey" is not), short abbreviations must be all capitals ("US", never "us" or "Us"), longer ones may be
    written "Nato". Plural demonyms ("Russians") are known; a possessive 's must be cut by the caller. Persons are found by
    full name or known alias; for a surname alone ask `casus.world.offices.person`. `on` None ranks by weight alone.
    """
    raise NotImplementedError


def scan(words: Sequence[str], on: date | None = None) -> tuple[Found, ...]:
    """All names in a sentence's words, longest first match from the left, not overlapping.

    Words are as the tokeniser gives them; "U.S." may come as one word or as "U.S" and "."; a leading "the" is not part of a match
    unless the name needs it. Full names of persons in office lists are found, surnames alone are not.
    """
    raise NotImplementedError


def bodies() -> tuple[Body, ...]:
    """Words that together with a demonym or a state's name mean a part of the state, longest first."""
    raise NotImplementedError

"""Which words tell of which PLOVER root, and where their actors stand, from predicates.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from casus.lexicons import load_lexicon
from casus.reading.model import Modality, Root

_PREPOSITIONS = frozenset({"on", "upon", "for", "to", "with", "at", "in", "from", "of", "against", "about", "into"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Places of the actors and the recipients around a predicate; `mutual` places hold actors too ("signed with B")."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One predicate: its root and frame, the words that must stand with it (each a set of lemmas of which one will do), whether
    it is doubtful without both an actor and a recipient, and certain all the same where there is an actor (`by_doer`), whether
    its object itself must be an actor, and the lemmas that make it certain when they are what it is done to."""

    root: Root
    frame: Frame
    companions: tuple[frozenset[str], ...] = ()
    doubtful: bool = False
    direct: bool = False
    by_doer: bool = False
    onto: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """All companion words."""
        return frozenset().union(*self.companions)


@dataclass(frozen=True, slots=True)
class Predicates:
    """Entries by lemma, those with most companions first, a noun before a preposition. A noun of two words stands under its
    last, the first a companion.

    `silence`: what to decline is no rejection ("declined to comment"); `hardware`: what is sent as aid, not deployed, when
    another state gets it; `amounts`: nouns before "of" that only say how much; `undergone`: nouns of deeds whose possessor
    suffers them ("his release"); `of_people`: verbs that are certain in the passive, of people ("they were freed");
    `still_to_come`: verbs of aid that is not given yet, with its modality; `armed`: forces and weapons.
    """

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    silence: frozenset[str]
    hardware: frozenset[str]
    amounts: frozenset[str]
    undergone: frozenset[str]
    of_people: frozenset[str]
    still_to_come: dict[str, Modality]
    armed: frozenset[str]


@cache
def predicates() -> Predicates:
    """The predicates that ship with the package."""
    rows = load_lexicon(Path(__file__).with_name("predicates.yaml"))
    classes = {name: frozenset(words) for name, words in rows.pop("classes").items()}
    doubtful, direct = frozenset(rows.pop("doubtful")), frozenset(rows.pop("direct"))
    silence, by_doer = frozenset(rows.pop("silence")), frozenset(rows.pop("by_doer"))
    undergone, of_people = frozenset(rows.pop("undergone")), frozenset(rows.pop("of_people"))
    hardware, amounts = classes["hardware"], frozenset(rows.pop("amounts"))
    armed = classes["forces"] | classes["hardware"] | classes["shot"]
    to_come = {word: cast(Modality, modality) for modality, words in rows.pop("still_to_come").items() for word in words}
    onto = {root: classes[name] for root, name in rows.pop("onto").items()}
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    for root, parts in rows.items():
        for place, words in parts.get("verbs", {}).items():
            for word in words:
                lemma, *companions = word.split("+")
                verbs.setdefault(lemma, []).append(
                    Entry(
                        cast(Root, root),
                        _frame(place),
                        _companions(companions, classes),
                        word in doubtful,
                        word in direct,
                        word in by_doer,
                        onto.get(root, frozenset()),
                    )
                )
        for place, words in parts.get("nouns", {}).items():
            for word in words:
                *companions, lemma = word.split()
                nouns.setdefault(lemma, []).append(
                    Entry(cast(Root, root), _frame(place), _companions(companions, classes), word in doubtful)
                )
    return Predicates(_ordered(verbs), _ordered(nouns), silence, hardware, amounts, undergone, of_people, to_come, armed)


def _companions(words: list[str], classes: dict[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    return tuple(classes[word[1:]] if word.startswith("@") else frozenset({word}) for word in words)


def _ordered(entries: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    def rank(entry: Entry) -> tuple[int, bool]:
        return -len(entry.companions), not entry.words.isdisjoint(_PREPOSITIONS)

    return {lemma: tuple(sorted(found, key=rank)) for lemma, found in entries.items()}


@cache
def _frame(text: str) -> Frame:
    actors, _, recipients = (part.strip() for part in text.partition(">"))
    places = [place.strip() for place in actors.split("|") if place.strip()]
    return Frame(
        tuple(place for place in places if not place.startswith("&")),
        tuple(place.strip() for place in recipients.split("|") if place.strip()),
        tuple(place[1:] for place in places if place.startswith("&")),
    )

"""Which words tell of which PLOVER root, and where their actors stand, from predicates.yaml."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from casus.reading.model import Root


@dataclass(frozen=True, slots=True)
class Frame:
    """Places of the actors and the recipients around a predicate; `mutual` places hold actors too ("signed with B")."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One predicate: its root, frame, the word that must stand with it (None: none), and whether it is doubtful alone."""

    root: Root
    frame: Frame
    companion: str | None = None
    doubtful: bool = False
    needs_agreement: bool = False


@dataclass(frozen=True, slots=True)
class Predicates:
    """Entries by lemma: verbs, and nouns (a noun of two words under its last one, the first as `companion`)."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]


@cache
def predicates() -> Predicates:
    """The predicates that ship with the package."""
    text = files("casus.reading.events").joinpath("predicates.yaml").read_text(encoding="utf-8")
    rows = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    doubtful, needs = frozenset(rows.pop("doubtful")), frozenset(rows.pop("object"))
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    for root, parts in rows.items():
        for place, words in parts.get("verbs", {}).items():
            for word in words:
                lemma, plus, companion = word.partition("+")
                entry = Entry(
                    cast(Root, root), _frame(place), companion.replace("+", " ") or None, bool(plus and not companion) or word in doubtful, lemma in needs
                )
                verbs.setdefault(lemma, []).append(entry)
        for place, words in parts.get("nouns", {}).items():
            for word in words:
                phrase, plus, companion = word.partition("+")
                first, _, last = phrase.rpartition(" ")
                doubt = bool(plus and not companion)
                nouns.setdefault(last, []).append(Entry(cast(Root, root), _frame(place), first or companion or None, doubt))
    return Predicates(_ordered(verbs), _ordered(nouns))


def _ordered(entries: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """The most particular first: an entry with a companion word before one without."""
    return {lemma: tuple(sorted(found, key=lambda entry: entry.companion is None)) for lemma, found in entries.items()}


@cache
def _frame(text: str) -> Frame:
    actors, _, recipients = (part.strip() for part in text.partition(">"))
    places = [place.strip() for place in actors.split("|") if place.strip()]
    return Frame(
        tuple(place for place in places if not place.startswith("&")),
        tuple(place.strip() for place in recipients.split("|") if place.strip()),
        tuple(place[1:] for place in places if place.startswith("&")),
    )
